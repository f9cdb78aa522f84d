using System.Globalization;
using System.Text;
using Bsp.Model;

namespace Bsp.Artifacts.Boards;

/// <summary>Writes JSON (RFC 8259) with its members in the order in which they are given, two spaces a level.</summary>
/// <remarks>The analyzer does not use System.Text.Json, because the compiler loads a copy of its own, of another version.</remarks>
internal static class JsonText
{
    /// <summary>A value as text that ends in a line feed.</summary>
    /// <param name="value">
    /// A string, <see cref="CheckedText"/>, bool, int, long, <see cref="JsonMembers"/>, a <see cref="DataNode"/>, a list, or null.
    /// </param>
    public static string Of(object? value)
    {
        var text = new StringBuilder();
        Write(text, value, "\n");
        return text.Append('\n').ToString();
    }

    private static void Write(StringBuilder text, object? value, string newLine)
    {
        switch (value)
        {
            case null:
                text.Append("null");
                break;
            case string s:
                Quote(text, s);
                break;
            case CheckedText checkedText:
                Quote(text, checkedText.Value);
                break;
            case bool b:
                text.Append(b ? "true" : "false");
                break;
            case int or long:
                text.Append(((IFormattable)value).ToString(null, CultureInfo.InvariantCulture));
                break;
            case DataText s:
                Quote(text, s.Value);
                break;
            case DataLiteral literal:
                text.Append(literal.Text);
                break;
            case JsonMembers members:
                WriteMembers(text, members, newLine);
                break;
            case DataObject members:
                WriteMembers(text, members.Members.Select(member => (member.Name, (object?)member.Value)), newLine);
                break;
            case DataList array:
                Write(text, array.Items, newLine);
                break;
            case IEnumerable<object?> items:
                Write(text, '[', ']', items, newLine, (item, inner) => Write(text, item, inner));
                break;
            default:
                throw new ArgumentException($"JSON has no {value.GetType().Name}", nameof(value));
        }
    }

    private static void WriteMembers(StringBuilder text, IEnumerable<(string Name, object? Value)> members, string newLine) =>
        Write(text, '{', '}', members, newLine, (member, inner) =>
        {
            Quote(text, member.Name);
            text.Append(": ");
            Write(text, member.Value, inner);
        });

    private static void Write<T>(StringBuilder text, char open, char close, IEnumerable<T> items, string newLine, Action<T, string> write)
    {
        var inner = newLine + "  ";
        var first = true;
        text.Append(open);
        foreach (var item in items)
        {
            text.Append(first ? "" : ",").Append(inner);
            write(item, inner);
            first = false;
        }

        text.Append(first ? "" : newLine).Append(close);
    }

    private static void Quote(StringBuilder text, string value)
    {
        text.Append('"');
        foreach (var c in value)
        {
            if (c is '"' or '\\')
                text.Append('\\').Append(c);
            // A lone surrogate could not be written as UTF-8.
            else if (char.IsControl(c) || char.IsSurrogate(c))
                text.Append("\\u").Append(((int)c).ToString("x4", CultureInfo.InvariantCulture));
            else
                text.Append(c);
        }

        text.Append('"');
    }
}
