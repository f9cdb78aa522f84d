using System.Globalization;
using Bsp.Cli.Differences;
using Bsp.Kconfig;

namespace Bsp.Cli.Menus;

/// <summary>Changed values as lines.</summary>
internal static class ChangeLines
{
    private const int WidestName = 36;
    private const int WidestValues = 12;

    /// <summary>A line for each change: the symbol, both values, the prompt; in columns.</summary>
    /// <param name="changes">The changes, with their symbols where these are defined.</param>
    /// <param name="width">How long a line may be.</param>
    public static IReadOnlyList<string> Of(IReadOnlyList<(Symbol? Symbol, ValueChange Change)> changes, int width)
    {
        var names = Math.Min(changes.Max(change => (int?)change.Change.Symbol.Length) ?? 0, WidestName);
        var values = Math.Min(changes.Max(change => (int?)Values(change.Change).Length) ?? 0, WidestValues);
        return
        [
            .. changes.Select(change =>
            {
                var columns = $"{change.Change.Symbol.PadRight(names)}  {Values(change.Change).PadRight(values)}  {Prompt(change.Symbol)}";
                var line = columns.TrimEnd();
                return line.Length > width ? line[..(width - 1)] + ">" : line;
            }),
        ];
    }

    /// <summary>What differs from the file, in words.</summary>
    public static string Summary(MenuSession session, IReadOnlyList<MenuChange> changes)
    {
        var counts = changes.GroupBy(change => change.Reason).Select(group => string.Create(
            CultureInfo.InvariantCulture,
            $"{group.Count()} {group.Key switch
            {
                ChangeReason.Given => "by you",
                ChangeReason.Follows => "that follow",
                _ => "since it was read",
            }}"));
        var file = session.File;
        return changes.Count > 0 ? $"What '{file.Name}' does not have yet: {string.Join(", ", counts)}"
            : file.Exists ? $"No value differs from '{file.Name}'"
            : $"There is no '{file.Name}' yet; no value differs from the defaults";
    }

    private static string Values(ValueChange change) => $"{change.Old ?? "(none)"} -> {change.New ?? "(none)"}";

    private static string Prompt(Symbol? symbol) => symbol is null
        ? "(there is no such symbol any more)"
        : symbol.Nodes.FirstOrDefault(node => node.Prompt is not null)?.Prompt?.Text ?? "";

    /// <summary>The mark of a change.</summary>
    public static char Mark(ChangeReason reason) => reason switch
    {
        ChangeReason.Given => '*',
        ChangeReason.Follows => ' ',
        _ => 'r',
    };
}
