using System.Text;
using Bsp.Cli.Reports;

namespace Bsp.Cli.Differences;

/// <summary>Writes changes of configurations.</summary>
internal static class ChangeWriter
{
    /// <summary>As the kernel's scripts/diffconfig prints them.</summary>
    public static string Text(IEnumerable<ValueChange> changes) => Lines(changes, change => change switch
    {
        { New: null } => $"-{change.Symbol} {change.Old}",
        { Old: null } => $"+{change.Symbol} {change.New}",
        _ => $" {change.Symbol} {change.Old} -> {change.New}",
    });

    /// <summary>As a fragment that makes the change, as <c>scripts/diffconfig -m</c> prints it; what is gone is not in it.</summary>
    public static string Fragment(IEnumerable<ValueChange> changes, string prefix) => Lines(
        changes.Where(change => change.New is { Length: > 0 }),
        change => change.New == "n" ? $"# {prefix}{change.Symbol} is not set" : $"{prefix}{change.Symbol}={change.New}");

    /// <summary>As an array of objects with <c>symbol</c>, <c>old</c> and <c>new</c>, null where there is no value.</summary>
    public static string Json(IEnumerable<ValueChange> changes) => JsonText.Write(json =>
    {
        json.WriteStartArray();
        foreach (var change in changes)
        {
            json.WriteStartObject();
            json.WriteString("symbol", change.Symbol);
            json.WriteString("old", change.Old);
            json.WriteString("new", change.New);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    });

    /// <summary>As a table for a pull request.</summary>
    public static string Markdown(IReadOnlyCollection<ValueChange> changes, string prefix) => changes.Count == 0
        ? "No symbol has changed.\n"
        : "| symbol | old | new |\n|---|---|---|\n"
            + Lines(
                changes, change => $"| `{prefix}{change.Symbol}` | {MarkdownCell.Value(change.Old)} | {MarkdownCell.Value(change.New)} |");

    private static string Lines(IEnumerable<ValueChange> changes, Func<ValueChange, string> line)
    {
        var text = new StringBuilder();
        foreach (var change in changes)
            text.Append(line(change)).Append('\n');
        return text.ToString();
    }
}
