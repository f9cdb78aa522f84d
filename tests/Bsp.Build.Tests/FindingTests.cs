using System.Text.Json.Nodes;
using Bsp.Firmware.Boards;

namespace Bsp.Build.Tests;

/// <summary>The compiler's log, and what Check makes of it.</summary>
public sealed class FindingTests : IDisposable
{
    private readonly TempFolder _root = new();

    [Fact]
    public void Findings_are_read_by_place_with_names_relative_to_the_repository()
    {
        var findings = Read(
            Result("BSP2002", "error", "boards/b/B.cs", 7, "too long"),
            Result("BSP1002", "warning", "boards/a/A.cs", 3, "odd"));
        Assert.Equal(
            ["boards/a/A.cs(3,9): warning BSP1002: odd", "boards/b/B.cs(7,9): error BSP2002: too long"],
            findings.Select(x => x.ToString()));
    }

    [Fact]
    public void What_the_source_suppresses_is_left_out()
    {
        var suppressed = Result("BSP2002", "error", "boards/b/B.cs", 7, "too long");
        suppressed["suppressions"] = new JsonArray(new JsonObject { ["kind"] = "inSource" });
        Assert.Empty(Read(suppressed));
    }

    [Fact]
    public void A_finding_without_a_place_has_none() =>
        Assert.Equal("error BSP1003: id 'a' is used twice", Assert.Single(Read(new JsonObject
        {
            ["ruleId"] = "BSP1003",
            ["level"] = "error",
            ["message"] = new JsonObject { ["text"] = "id 'a' is used twice" },
        })).ToString());

    [Fact]
    public void What_is_written_as_SARIF_is_read_back_the_same()
    {
        var findings = Read(Result("BSP2002", "error", "boards/b/B.cs", 7, "too long"));
        var written = SarifLog.Write(findings);
        Assert.Contains("docs/diagnostics/BSP2002.md", written, StringComparison.Ordinal);
        // Ours has names relative to the repository, the compiler's to the project.
        _root.Write("again.sarif", written.Replace("\"boards/", "\"../boards/", StringComparison.Ordinal));
        Assert.Equal(findings, SarifLog.Read(_root["again.sarif"], _root.Path));
    }

    [Theory]
    [InlineData("boards/a/A.cs", true)]
    [InlineData("boards/families/Chip.cs", true)]
    [InlineData("boards/families/Bus.cs", true)]
    [InlineData("boards/families/os/Os.cs", true)]
    [InlineData("boards/families/os/Programs.cs", true)]
    [InlineData("boards/Boards.csproj", true)]
    [InlineData("", true)]
    [InlineData("boards/b/B.cs", false)]
    [InlineData("boards/families/OtherChip.cs", false)]
    public void What_is_wrong_with_the_layers_of_a_board_is_its_concern(string file, bool isConcern)
    {
        _root.Write(
            "boards/a/A.cs", "/// <summary>Not <see cref=\"OtherChip\"/>.</summary>\npublic static class A { Soc Soc = Chip.Soc; }");
        _root.Write("boards/b/B.cs", "public static class B { Soc Soc = OtherChip.Soc; }");
        _root.Write("boards/families/Chip.cs", "public static class Chip { Soc Soc = Bus.Of(1); }");
        _root.Write("boards/families/Bus.cs", "static class Bus { this does not compile");
        _root.Write("boards/families/OtherChip.cs", "public static class OtherChip { Soc Soc = Bus.Of(2); }");
        _root.Write("boards/families/os/Os.cs", "public static class Os { [Distribution] Distribution Os = new() { P = Programs.All }; }");
        _root.Write("boards/families/os/Programs.cs", "public static class Programs;");
        Assert.Equal(isConcern, BoardSources.ConcernOf(_root.Path, ["a"])(file));
    }

    public void Dispose() => _root.Dispose();

    private IReadOnlyList<CompilerFinding> Read(params JsonNode[] results)
    {
        _root.Write(
            "log.sarif",
            new JsonObject { ["runs"] = new JsonArray(new JsonObject { ["results"] = new JsonArray(results) }) }.ToJsonString());
        return SarifLog.Read(_root["log.sarif"], _root.Path);
    }

    private JsonObject Result(string id, string level, string file, int line, string message) => new()
    {
        ["ruleId"] = id,
        ["level"] = level,
        ["message"] = new JsonObject { ["text"] = message },
        ["locations"] = new JsonArray(new JsonObject
        {
            ["physicalLocation"] = new JsonObject
            {
                ["artifactLocation"] = new JsonObject { ["uri"] = new Uri(_root[file]).AbsoluteUri },
                ["region"] = new JsonObject { ["startLine"] = line, ["startColumn"] = 9, ["endLine"] = line, ["endColumn"] = 20 },
            },
        }),
    };
}
