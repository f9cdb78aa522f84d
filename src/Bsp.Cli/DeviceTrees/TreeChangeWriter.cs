using System.Text;
using System.Text.Json;
using Bsp.Cli.Reports;
using Bsp.DeviceTrees;
using Bsp.DeviceTrees.Differences;

namespace Bsp.Cli.DeviceTrees;

/// <summary>Writes what two trees have differently.</summary>
/// <param name="comparison">The differences.</param>
internal sealed class TreeChangeWriter(TreeComparison comparison)
{
    private readonly ValueText _before = new(comparison.Before);
    private readonly ValueText _after = new(comparison.After);

    /// <summary>As lines with <c>-</c> and <c>+</c> below the path of their node.</summary>
    public string Text()
    {
        var text = new StringBuilder();
        foreach (var change in comparison.Reservations)
        {
            if (change.Before is { } old)
                text.Append('-').Append(old).Append('\n');
            if (change.After is { } now)
                text.Append('+').Append(now).Append('\n');
        }

        foreach (var change in comparison.Changes)
        {
            if (change is { Before: { } gone, After: null })
            {
                text.Append(PrintNode(comparison.Before, gone, "-"));
                continue;
            }

            if (change is { Before: null, After: { } added })
            {
                text.Append(PrintNode(comparison.After, added, "+"));
                continue;
            }

            text.Append(' ')
                .Append(PrintableText.Of(OldPath(change) is { } path ? $"{path} -> {change.Path} ({KindOf(change)})" : change.Path))
                .Append(":\n");
            foreach (var property in change.Properties)
            {
                if (property.Before is { } old)
                    text.Append("-\t").Append(TreePrinter.Property(_before, change.Before!, old)).Append('\n');
                if (property.After is { } now)
                    text.Append("+\t").Append(TreePrinter.Property(_after, change.After!, now)).Append('\n');
            }
        }

        return text.ToString();
    }

    /// <summary>As an array of objects with <c>path</c>, <c>property</c>, <c>old</c> and <c>new</c>: of a node that is in one
    /// tree only there is one for each of its properties and one without property; a value is null where there is none. A node
    /// with another name, or in another place, has <c>oldPath</c>; reserved memory has the path <c>/memreserve/</c>. <c>guess</c> says that
    /// only the bytes of a blob say which type a value has.</summary>
    public string Json() => JsonText.Write(json =>
    {
        json.WriteStartArray();
        foreach (var row in Rows())
        {
            json.WriteStartObject();
            json.WriteString("change", row.Kind);
            json.WriteString("path", row.Path);
            if (row.OldPath is { } oldPath)
                json.WriteString("oldPath", oldPath);
            json.WriteString("property", row.Property);
            json.WriteString("old", row.Old);
            json.WriteString("new", row.New);
            if (row.IsGuess)
                json.WriteBoolean("guess", true);
            WritePosition(json, "oldPlace", row.OldSpan);
            WritePosition(json, "newPlace", row.NewSpan);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    });

    /// <summary>As a table for a pull request.</summary>
    public string Markdown()
    {
        if (!comparison.HasChanges)
            return "The device trees are equivalent.\n";
        var text = new StringBuilder("| node | property | old | new |\n|---|---|---|---|\n");
        foreach (var row in Rows())
        {
            var node = row.OldPath is { } oldPath ? $"{Code(oldPath)} → {Code(row.Path)}" : Code(row.Path);
            text.Append(
                $"| {node} | {(row.Property is { } name ? Code(name) : row.Kind)}{(row.IsGuess ? " (guess)" : "")} | "
                + $"{MarkdownCell.Value(row.Old)} | {MarkdownCell.Value(row.New)} |\n");
        }

        return text.ToString();

        static string Code(string name) => MarkdownCell.Code(PrintableText.Of(name));
    }

    private string PrintNode(TreeReferences references, TreeNode node, string sign)
    {
        var printer = new TreePrinter(references, origins: false, sign) { IsIncluded = child => !comparison.IsInBoth(child) };
        printer.Node(node, node.Path);
        return printer.ToString();
    }

    private IEnumerable<Row> Rows()
    {
        foreach (var (before, after) in comparison.Reservations)
            yield return new(KindOf(before, after), "/memreserve/", null, null, Written(before), Written(after), default, default);
        foreach (var change in comparison.Changes)
        {
            if (change.Before is { } before && change.After is { } after)
            {
                if (OldPath(change) is { } oldPath)
                    yield return new(KindOf(change), change.Path, oldPath, null, null, null, default, default);
                foreach (var property in change.Properties)
                    yield return RowOf(before, property.Before, after, property.After, property.Name);
                continue;
            }

            var node = (change.Before ?? change.After)!;
            foreach (var below in comparison.OnlyThere(node))
            {
                yield return new(change.After is null ? "removed" : "added", below.Path, null, null, null, null, default, default);
                foreach (var property in below.Properties.Where(property => property.Name is not ("phandle" or "linux,phandle")))
                {
                    yield return change.After is null
                        ? RowOf(below, property, null, null, property.Name)
                        : RowOf(null, null, below, property, property.Name);
                }
            }
        }
    }

    private static string? OldPath(NodeChange change) => change.IsMoved || change.IsRenamed ? change.Before!.Path : null;

    private static string KindOf(NodeChange change) => change.IsMoved ? "moved" : "renamed";

    private static string KindOf(object? old, object? now) => old is null ? "added" : now is null ? "removed" : "changed";

    private static string? Written(MemoryReservation? entry) => entry is null
        ? null
        : FormattableString.Invariant($"<0x{entry.Address:x} 0x{entry.Size:x}>");

    private Row RowOf(TreeNode? before, TreeProperty? old, TreeNode? after, TreeProperty? now, string name) => new(
        KindOf(old, now),
        (after ?? before)!.Path,
        null,
        name,
        old is null ? null : _before.Of(before!, old),
        now is null ? null : _after.Of(after!, now),
        old?.Definition.Span ?? default,
        now?.Definition.Span ?? default)
    {
        IsGuess = (old is not null && _before.IsGuess(before!, old)) || (now is not null && _after.IsGuess(after!, now)),
    };

    private static void WritePosition(Utf8JsonWriter json, string name, SourceSpan span)
    {
        if (span.First is { } position)
            json.WriteString(name, $"{position.File}:{position.Line}");
    }

    private sealed record Row(
        string Kind, string Path, string? OldPath, string? Property, string? Old, string? New, SourceSpan OldSpan, SourceSpan NewSpan)
    {
        public bool IsGuess { get; init; }
    }
}
