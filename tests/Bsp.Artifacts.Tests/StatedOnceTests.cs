using System.Reflection;
using System.Text.Json;
using System.Text.RegularExpressions;
using Bsp.Artifacts.Disk;
using Bsp.Artifacts.Tests.Samples;
using Bsp.Model;
using Xunit;

namespace Bsp.Artifacts.Tests;

/// <summary>
/// Names of partitions, slots, artifacts and pinned sources are defined in one file each, and taken from there: in the product, the
/// build, and the programs that compare and measure. What a test expects is written out, for it is to notice when a name changes.
/// </summary>
public sealed partial class StatedOnceTests
{
    private static readonly string[] s_definingFiles = ["PartitionNames.cs", "Artifacts.cs", "DiskInputs.cs"];

    // What no distribution names: what engines are compared with, and the build's own mke2fs.
    private static readonly string[] s_sourceFiles = ["PinnedSources.cs", "Ext4Image.cs"];

    private static readonly string[] s_partitions =
    [
        .. NamesOf(typeof(PartitionNames)), .. new UpdateScheme().Slots.Select(PartitionNames.BootOf),
    ];

    private static readonly string[] s_artifacts = [.. NamesOf(typeof(ArtifactNames)), .. NamesOf(typeof(DiskInputs))];

    private static readonly string[] s_sources = [.. PinnedSources()];

    [Fact]
    public void No_other_code_or_template_has_such_a_name() => Assert.Empty(
        from path in Code()
        where !s_definingFiles.Contains(Path.GetFileName(path))
        from line in File.ReadLines(path)
        from name in NamesIn(line)
        select $"{Path.GetFileName(path)}: {name}");

    [Fact]
    public void No_other_code_has_the_name_of_a_source() => Assert.Empty(
        from path in Code()
        where !IsPlaceOfSources(path)
        from line in File.ReadLines(path)
        from name in SourcesIn(line)
        select $"{Path.GetFileName(path)}: {name}");

    [Fact]
    public void Each_source_is_named_once() => Assert.Equal(
        // A userland's name ends with each architecture in turn.
        s_sources.Where(name => !name.StartsWith(TestBoards.Distribution.Userland.Name, StringComparison.Ordinal)),
        Code().Where(IsPlaceOfSources).SelectMany(File.ReadLines).SelectMany(SourcesIn).Order(StringComparer.Ordinal));

    [Fact]
    public void Scripts_of_the_device_know_no_slot_and_only_partitions_that_there_are()
    {
        var scripts = Directory.EnumerateFiles(Repository.At("boards", "families"), "*", SearchOption.AllDirectories)
            .Where(path => path.Contains("/rootfs/", StringComparison.Ordinal))
            .Select(File.ReadAllText)
            .ToList();

        Assert.DoesNotContain(
            scripts, text => new UpdateScheme().Slots.Any(slot => Regex.IsMatch(text, $"\\b{slot}\\b")));
        var labels = scripts.SelectMany(text => text.Split('\n')).Where(line => !line.StartsWith('#'))
            .SelectMany(line => Label().Matches(line))
            .Select(match => match.Groups[1].Value)
            .Distinct()
            .ToList();
        Assert.Equal(
            new[] { PartitionNames.Aux, PartitionNames.Config, PartitionNames.Var }.Order(StringComparer.Ordinal),
            labels.Order(StringComparer.Ordinal));
    }

    [Theory]
    [InlineData("""new("aux", 16.MiB())""", "aux")]
    [InlineData("""Find("secondary-boot")""", "secondary-boot")]
    [InlineData("""new("boot.cmd", text)""", "boot.cmd")]
    [InlineData("""folder + "/grubenv" """, "grubenv")]
    [InlineData("""label = "cfg" """, "cfg")]
    [InlineData("""Find("linux-6.12")""", "linux-6.12")]
    [InlineData("""const string Work = "preparing the bindings of linux-6.1";""", "linux-6.1")]
    public void One_that_is_written_a_second_time_is_found(string line, string name) =>
        Assert.Equal([name], NamesIn(line).Concat(SourcesIn(line)));

    [Theory]
    [InlineData("""// new("aux")""")]
    [InlineData("""new(1, "aux", LedColor.Green)""")]
    [InlineData("""ArtifactTemplate.Load("Boot/boot.cmd.scriban")""")]
    [InlineData("""["linux-6.1"] = KconfigDialect.Linux6_1,""")]
    [InlineData("""Binary("linux", "sid", "linux-source-6.12")""")]
    public void What_only_looks_like_one_is_not(string line) => Assert.Empty(NamesIn(line).Concat(SourcesIn(line)));

    private static IEnumerable<string> NamesIn(string line) =>
        // A light may be for an auxiliary function.
        line.TrimStart().StartsWith("//", StringComparison.Ordinal) || line.Contains("LedColor.", StringComparison.Ordinal) ? [] :
        from literal in Literal().Matches(line).Select(match => match.Groups[1].Value)
        from name in s_partitions.Where(name => literal == name)
            .Concat(s_artifacts.Where(name => literal == name || literal.EndsWith("/" + name, StringComparison.Ordinal)))
        select name;

    private static IEnumerable<string> SourcesIn(string line) =>
        // The command's names for the rules of a kernel are not sources.
        line.TrimStart().StartsWith("//", StringComparison.Ordinal) || line.Contains("KconfigDialect.", StringComparison.Ordinal) ? [] :
        from literal in Literal().Matches(line).Select(match => match.Groups[1].Value)
        from name in s_sources
        where Regex.IsMatch(literal, $@"(?<![\w.-]){Regex.Escape(name)}(?![\w.-])")
        select name;

    private static bool IsPlaceOfSources(string path) =>
        s_sourceFiles.Contains(Path.GetFileName(path)) || File.ReadAllText(path).Contains("[Distribution]", StringComparison.Ordinal);

    /// <summary>The product, the build, and the programs that compare and measure.</summary>
    private static IEnumerable<string> Code() =>
        from folder in new[] { "src", "boards", "build", "generators" }.Select(name => Repository.At(name))
            .Concat(Directory.EnumerateDirectories(Repository.At("tests"), "*.Conformance"))
            .Concat([Repository.At("tests", "Bsp.Benchmarks"), Repository.At("tests", "Bsp.Fuzz")])
        from path in Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories)
        where Path.GetExtension(path) is ".cs" or ".scriban"
        where !Path.GetRelativePath(Repository.Root, path).Split('/').Any(part => part is "bin" or "obj" or "generated")
        select path;

    private static IEnumerable<string> PinnedSources()
    {
        using var json = JsonDocument.Parse(File.ReadAllText(Repository.At("sources.lock.json")));
        return [.. json.RootElement.GetProperty("sources").EnumerateArray().Select(source => source.GetProperty("name").GetString()!)];
    }

    private static IEnumerable<string> NamesOf(Type type) =>
        type.GetFields(BindingFlags.Public | BindingFlags.Static)
            .Where(field => field.IsLiteral)
            .Select(field => (string)field.GetRawConstantValue()!);

    [GeneratedRegex("\"([^\"\\\\]*)\"")]
    private static partial Regex Literal();

    // How a script comes to a partition: "$LABELS/cfg", device_of cfg, mount_ext4 cfg, and the label in the partition table.
    [GeneratedRegex("""(?:\$LABELS/|device_of |mount_ext4 |"\$label" != )([a-z]+)""")]
    private static partial Regex Label();
}
