using System.Collections.Immutable;
using System.Runtime.CompilerServices;
using Bsp.Artifacts.Checks.Kernel;
using Bsp.Kconfig;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Text;

namespace Bsp.Generators.Inspection;

/// <summary>The Kconfig files of kernels, as <c>Restore</c> left them: <c>platform/&lt;source&gt;/kconfig-&lt;architecture&gt;.snapshot</c> among the additional files.</summary>
/// <param name="files">The additional files of the compilation.</param>
internal sealed class KernelSnapshots(ImmutableArray<AdditionalText> files)
{
    // An editor keeps the text while the file stands.
    private static readonly ConditionalWeakTable<SourceText, Reading> s_readings = new();

    /// <summary>What checks requests for a kernel, or why nothing does.</summary>
    /// <param name="source">The kernel's source, such as <c>linux-6.12</c>.</param>
    /// <param name="architecture">The kernel's name of the architecture.</param>
    /// <param name="cancel">Stops reading.</param>
    public (KernelRequests? Requests, string? Problem) Find(string source, string architecture, CancellationToken cancel)
    {
        var end = $"platform/{source}/kconfig-{architecture}.snapshot";
        var file = files.FirstOrDefault(file => file.Path.Replace('\\', '/').EndsWith("/" + end, StringComparison.Ordinal));
        if (file?.GetText(cancel) is not { } text)
            return (null, $"there is no 'artifacts/{end}'");
        var reading = s_readings.GetValue(text, Read);
        return (reading.Requests, reading.Problem is { } problem ? $"'artifacts/{end}' cannot be read: {problem}" : null);
    }

    private static Reading Read(SourceText text)
    {
        try
        {
            return new(new(SnapshotReader.Read(text.ToString())), null);
        }
        catch (FormatException exception)
        {
            return new(null, exception.Message);
        }
    }

    private sealed record Reading(KernelRequests? Requests, string? Problem);
}
