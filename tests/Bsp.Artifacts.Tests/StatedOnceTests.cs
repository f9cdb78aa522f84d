using System.Reflection;
using System.Runtime.CompilerServices;
using System.Text.RegularExpressions;
using Bsp.Artifacts.Disk;
using Bsp.Model;
using Xunit;

namespace Bsp.Artifacts.Tests;

/// <summary>Names of partitions, slots and artifacts are written in one place each, and taken from there.</summary>
public sealed partial class StatedOnceTests
{
    private static readonly string[] s_places = ["PartitionNames.cs", "ArtifactNames.cs", "DiskInputs.cs"];

    private static readonly string[] s_partitions =
    [
        .. NamesOf(typeof(PartitionNames)), .. new UpdateScheme().Slots.Select(PartitionNames.BootOf),
    ];

    private static readonly string[] s_artifacts = [.. NamesOf(typeof(ArtifactNames)), .. NamesOf(typeof(DiskInputs))];

    [Fact]
    public void No_other_code_or_template_has_such_a_name()
    {
        var found =
            from folder in new[] { "src", "boards", "build", "generators" }
            from path in Directory.EnumerateFiles(Path.Combine(Root(), folder), "*", SearchOption.AllDirectories)
            where Path.GetExtension(path) is ".cs" or ".scriban" && !s_places.Contains(Path.GetFileName(path))
            where !Path.GetRelativePath(Root(), path).Split(Path.DirectorySeparatorChar).Any(part => part is "bin" or "obj" or "generated")
            from line in File.ReadLines(path)
            from name in NamesIn(line)
            select $"{Path.GetFileName(path)}: {name}";

        Assert.Empty(found);
    }

    [Theory]
    [InlineData("""new("aux", 16.MiB())""", "aux")]
    [InlineData("""Find("secondary-boot")""", "secondary-boot")]
    [InlineData("""new("boot.cmd", text)""", "boot.cmd")]
    [InlineData("""folder + "/grubenv" """, "grubenv")]
    [InlineData("""label = "cfg" """, "cfg")]
    public void One_that_is_written_a_second_time_is_found(string line, string name) => Assert.Equal([name], NamesIn(line));

    [Theory]
    [InlineData("""// new("aux")""")]
    [InlineData("""new(1, "aux", LedColor.Green)""")]
    [InlineData("""ArtifactTemplate.Load("Boot/boot.cmd.scriban")""")]
    public void What_only_looks_like_one_is_not(string line) => Assert.Empty(NamesIn(line));

    private static IEnumerable<string> NamesIn(string line) =>
        // A light may be for an auxiliary function.
        line.TrimStart().StartsWith("//", StringComparison.Ordinal) || line.Contains("LedColor.", StringComparison.Ordinal) ? [] :
        from literal in Literal().Matches(line).Select(match => match.Groups[1].Value)
        from name in s_partitions.Where(name => literal == name)
            .Concat(s_artifacts.Where(name => literal == name || literal.EndsWith("/" + name, StringComparison.Ordinal)))
        select name;

    private static IEnumerable<string> NamesOf(Type type) =>
        type.GetFields(BindingFlags.Public | BindingFlags.Static)
            .Where(field => field.IsLiteral)
            .Select(field => (string)field.GetRawConstantValue()!);

    private static string Root([CallerFilePath] string source = "") =>
        Path.GetFullPath(Path.Combine(Path.GetDirectoryName(source)!, "..", ".."));

    [GeneratedRegex("\"([^\"\\\\]*)\"")]
    private static partial Regex Literal();
}
