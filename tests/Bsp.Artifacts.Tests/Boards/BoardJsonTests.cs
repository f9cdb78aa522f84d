using System.Runtime.CompilerServices;
using System.Text.Json;
using Bsp.Artifacts.Boards;
using Bsp.Artifacts.Tests.Quoting;
using Bsp.Artifacts.Tests.Samples;
using Xunit;

namespace Bsp.Artifacts.Tests.Boards;

public sealed class BoardJsonTests
{
    public static TheoryData<string> Ids => TestBoards.Ids;

    public static TheoryData<string> Strings => HostileStrings.All;

    [Theory]
    [MemberData(nameof(Ids))]
    public void Board_json_follows_its_schema(string id)
    {
        var (status, _, _) = HostTool.Run("python3", ["-c", "import jsonschema"]);
        Assert.SkipWhen(status != 0, "python3-jsonschema is not installed");
        using var scratch = new TempFolder();
        var instance = scratch.Write("board.json", TestBoards.Artifact(TestBoards.Find(id), "board.json"));

        HostTool.Check(
            "python3",
            ["-c", "import json, jsonschema, sys; "
                + "jsonschema.Draft202012Validator(json.load(open(sys.argv[1]))).validate(json.load(open(sys.argv[2])))",
                Schema(), instance]);
    }

    [Fact]
    public void Board_json_states_what_was_worked_out()
    {
        using var json = JsonDocument.Parse(TestBoards.Artifact(Rockchip.Board, "board.json"));
        var root = json.RootElement;

        Assert.Equal("bsp-board/1", root.GetProperty("schema").GetString());
        Assert.Equal(
            Rockchip.Board.Disk.Place()[3].Offset.Bytes,
            root.GetProperty("disk").GetProperty("partitions")[3].GetProperty("offset").GetInt64());
        var cpus = root.GetProperty("kernel")
            .GetProperty("requests")
            .EnumerateArray()
            .Single(request => request.GetProperty("symbol").GetString() == "NR_CPUS");
        Assert.Equal(("4", "board acme-router_2", "the chip has four", true), (
            cpus.GetProperty("value")
                .GetString(), cpus.GetProperty("layer")
                    .GetString(), cpus.GetProperty("reason").GetString(), cpus.GetProperty("overrides").GetBoolean()));
    }

    [Theory]
    [MemberData(nameof(Strings))]
    public void Any_text_is_read_back(string text) =>
        Assert.Equal(text, JsonSerializer.Deserialize<string>(JsonText.Of(text)));

    private static string Schema([CallerFilePath] string source = "") =>
        Path.GetFullPath(Path.Combine(Path.GetDirectoryName(source)!, "..", "..", "..", "docs", "schemas", "board-1.json"));
}
