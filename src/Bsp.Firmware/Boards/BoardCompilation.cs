using Bsp.Build;
using Bsp.Sarif;

namespace Bsp.Firmware.Boards;

/// <summary>What came of compiling the boards.</summary>
/// <param name="AssemblyPath">The assembly, or null when there were errors.</param>
/// <param name="Findings">What the compiler, the generator and the checks found, by position.</param>
public sealed record BoardCompilation(string? AssemblyPath, IReadOnlyList<CompilerFinding> Findings)
{
    /// <summary>The files with errors, in order.</summary>
    public IEnumerable<string> FaultyFiles =>
        Findings.Where(x => x.Level == SarifLevel.Error && x.File.Length > 0).Select(x => x.File).Distinct();

    /// <summary>The assembly, for those who cannot go on without.</summary>
    /// <exception cref="BuildFailedException">There were errors; the message has them.</exception>
    public string Assembly => AssemblyPath ?? throw new BuildFailedException(
        $"the boards have errors:\n  {string.Join("\n  ", Findings.Where(x => x.Level == SarifLevel.Error))}");
}

/// <summary>A diagnostic of the compiler, the generator or a check.</summary>
/// <param name="Id">The id, such as <c>BSP2001</c> or <c>CS0103</c>.</param>
/// <param name="Level">How bad it is.</param>
/// <param name="Message">What is wrong and the way out.</param>
/// <param name="File">The file, relative to the repository where it is in it; empty when there is no position.</param>
/// <param name="Line">The line, from 1; 0 when there is no position.</param>
/// <param name="Column">The column, from 1.</param>
/// <param name="EndLine">The last line.</param>
/// <param name="EndColumn">The column after the last character.</param>
public sealed record CompilerFinding(
    string Id, SarifLevel Level, string Message, string File, int Line, int Column, int EndLine, int EndColumn)
{
    /// <summary>As the compiler writes it: <c>boards/x/X.cs(12,9): error BSP2001: …</c>.</summary>
    public override string ToString() =>
        (File.Length > 0 ? $"{File}({Line},{Column}): " : "") + $"{Level.ToString().ToLowerInvariant()} {Id}: {Message}";
}
