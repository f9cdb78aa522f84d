using System.Text.Json;
using System.Text.Json.Nodes;
using Bsp.Model;

namespace Bsp.Firmware.Boards;

/// <summary>The boards for people, as a table, and for programs, as JSON (docs/schemas/list-1.json).</summary>
public static class BoardListing
{
    private const int SchemaVersion = 1;
    private static readonly JsonSerializerOptions Indented = new() { WriteIndented = true };

    /// <summary>One line a board and distribution.</summary>
    public static string Table(IEnumerable<GeneratedBoard> boards) =>
        Columns([["Board", "Hardware", "Architecture", "Boot", "Disk", "Distribution", "Emulator"], .. boards.Select(Row)]);

    /// <summary>The boards that have artifacts in the tree, for when they cannot be compiled.</summary>
    public static string CommittedTable(string root) =>
        Columns([["Board", "Distribution"], .. Committed(root).Select(x => new[] { x.Id, x.Distribution })]);

    /// <summary>The same as JSON: of each board only what the tree tells.</summary>
    public static string CommittedJson(string root) =>
        Document(Committed(root).Select(x => new JsonObject
        {
            ["id"] = x.Id,
            ["distribution"] = x.Distribution,
            ["artifacts"] = $"boards/{x.Id}/generated/{x.Distribution}",
        }));

    /// <summary>All boards with a schema version.</summary>
    public static string Json(IEnumerable<GeneratedBoard> boards) => Document(boards.Select(Object));

    private static IEnumerable<(string Id, string Distribution)> Committed(string root) =>
        from board in new DirectoryInfo(Path.Combine(root, "boards")).GetDirectories().OrderBy(x => x.Name, StringComparer.Ordinal)
        let generated = new DirectoryInfo(Path.Combine(board.FullName, "generated"))
        where generated.Exists
        from distribution in generated.GetDirectories().OrderBy(x => x.Name, StringComparer.Ordinal)
        select (board.Name, distribution.Name);

    private static string Columns(List<string[]> rows)
    {
        var widths = Enumerable.Range(0, rows[0].Length).Select(i => rows.Max(x => x[i].Length)).ToArray();
        return string.Join("\n", rows.Select(row => string.Join("  ", row.Select((x, i) => x.PadRight(widths[i]))).TrimEnd())) + "\n";
    }

    private static string Document(IEnumerable<JsonObject> boards) => new JsonObject
    {
        ["schemaVersion"] = SchemaVersion,
        ["boards"] = new JsonArray([.. boards]),
    }.ToJsonString(Indented) + "\n";

    private static string[] Row(GeneratedBoard x) =>
    [
        x.Board.Id, x.Board.Identity.Model, x.Board.Soc.Architecture.Name, Boot(x.Board), ImageSize(x)?.ToString() ?? "-",
        x.Distribution.Id, (x.Board as BootableBoard)?.Emulator?.Program ?? "-",
    ];

    private static JsonObject Object(GeneratedBoard x) => new JsonObject
    {
        ["id"] = x.Board.Id,
        ["vendor"] = x.Board.Identity.Vendor.Value,
        ["model"] = x.Board.Identity.Model.Value,
        ["architecture"] = x.Board.Soc.Architecture.Name.Value,
        ["soc"] = x.Board.Soc.Name.Value,
        ["boot"] = Boot(x.Board),
        ["diskBytes"] = ImageSize(x)?.Bytes,
        ["distribution"] = x.Distribution.Id,
        ["emulator"] = (x.Board as BootableBoard)?.Emulator?.Program.Value,
        ["artifacts"] = $"boards/{x.Board.Id}/generated/{x.Distribution.Id}",
    };

    private static ByteSize? ImageSize(GeneratedBoard x) =>
        x.Distribution is DebianDistribution ? x.Distribution.LayoutOf(x.Board)?.Size : null;

    private static string Boot(Board board) => board.Boot switch
    {
        UBoot => "U-Boot",
        GrubEfi => "GRUB",
        null => "the vendor's",
        var other => other.GetType().Name,
    };
}
