using System.Text.Json;
using System.Text.Json.Nodes;
using Bsp.Model;

namespace Bsp.Firmware.Boards;

/// <summary>The boards for people, as a table, and for programs, as JSON (docs/schemas/list.schema.json).</summary>
public static class BoardListing
{
    private const int SchemaVersion = 1;
    private static readonly JsonSerializerOptions Indented = new() { WriteIndented = true };

    /// <summary>One line a board and distribution.</summary>
    public static string Table(IEnumerable<GeneratedBoard> boards)
    {
        var rows = boards.Select(Row).Prepend(["Board", "Hardware", "Architecture", "Boot", "Disk", "Distribution", "Emulator"]).ToList();
        var widths = Enumerable.Range(0, rows[0].Length).Select(i => rows.Max(x => x[i].Length)).ToArray();
        return string.Join("\n", rows.Select(row => string.Join("  ", row.Select((x, i) => x.PadRight(widths[i]))).TrimEnd())) + "\n";
    }

    /// <summary>The same with a schema version.</summary>
    public static string Json(IEnumerable<GeneratedBoard> boards) => new JsonObject
    {
        ["schemaVersion"] = SchemaVersion,
        ["boards"] = new JsonArray([.. boards.Select(Object)]),
    }.ToJsonString(Indented) + "\n";

    private static string[] Row(GeneratedBoard x) =>
    [
        x.Board.Id, x.Board.Identity.Model, x.Board.Soc.Architecture.Name, Boot(x.Board), x.Board.Disk.Size.ToString(), x.Distribution.Id, x.Board.Emulator?.Program ?? "-",
    ];

    private static JsonObject Object(GeneratedBoard x) => new JsonObject
    {
        ["id"] = x.Board.Id,
        ["vendor"] = x.Board.Identity.Vendor,
        ["model"] = x.Board.Identity.Model,
        ["architecture"] = x.Board.Soc.Architecture.Name,
        ["soc"] = x.Board.Soc.Name,
        ["boot"] = Boot(x.Board),
        ["diskBytes"] = x.Board.Disk.Size.Bytes,
        ["distribution"] = x.Distribution.Id,
        ["emulator"] = x.Board.Emulator?.Program,
        ["artifacts"] = $"boards/{x.Board.Id}/generated/{x.Distribution.Id}",
    };

    private static string Boot(Board board) => board.Boot switch
    {
        UBoot => "U-Boot",
        GrubEfi => "GRUB",
        _ => board.Boot.GetType().Name,
    };
}
