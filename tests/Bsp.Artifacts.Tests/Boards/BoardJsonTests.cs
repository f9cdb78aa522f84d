using System.Text.Json;
using Bsp.Artifacts.Boards;
using Bsp.Artifacts.Tests.Quoting;
using Bsp.Artifacts.Tests.Samples;
using Xunit;

namespace Bsp.Artifacts.Tests.Boards;

public sealed class BoardJsonTests
{
    public static TheoryData<string> Strings => HostileStrings.All;

    [Fact]
    public void Board_json_states_what_was_computed()
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
}
