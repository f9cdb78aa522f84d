using System.Globalization;
using System.Text;
using Bsp.DeviceTrees.Bindings.Decoding;
using Bsp.DeviceTrees.Bindings.Documents;

namespace Bsp.DeviceTrees.Bindings.Validation;

/// <summary>Writes values as Python does, so that messages are those of dt-validate.</summary>
internal static class PythonText
{
    /// <summary>A text in quotes.</summary>
    public static string Of(string text)
    {
        var quote = text.Contains('\'', StringComparison.Ordinal) && !text.Contains('"', StringComparison.Ordinal) ? '"' : '\'';
        var result = new StringBuilder().Append(quote);
        foreach (var c in text)
        {
            _ = c switch
            {
                '\\' => result.Append(@"\\"),
                '\n' => result.Append(@"\n"),
                '\r' => result.Append(@"\r"),
                '\t' => result.Append(@"\t"),
                _ when c == quote => result.Append('\\').Append(c),
                < ' ' or '\x7f' => result.Append(CultureInfo.InvariantCulture, $"\\x{(int)c:x2}"),
                _ => result.Append(c),
            };
        }

        return result.Append(quote).ToString();
    }

    /// <summary>A value of a binding.</summary>
    public static string Of(SchemaValue value, bool isHex = false) => value switch
    {
        SchemaNull => "None",
        SchemaFlag { Value: var flag } => flag ? "True" : "False",
        SchemaText { Text: var text } => Of(text),
        SchemaInteger { Value: var number } => Of(number, isHex),
        SchemaReal { Value: var number } =>
            number.ToString("R", CultureInfo.InvariantCulture) is var digits && digits.AsSpan().ContainsAny('.', 'E')
                ? digits
                : digits + ".0",
        SchemaList { Items: var items } => $"[{string.Join(", ", items.Select(item => Of(item, isHex)))}]",
        SchemaMap map => $"{{{string.Join(", ", map.Entries.Select(entry => $"{Of(entry.Key)}: {Of(entry.Value, isHex)}"))}}}",
        _ => throw new InvalidOperationException($"{value.GetType().Name} is not a value of a binding"),
    };

    /// <summary>A number, as sources have it where that is wanted.</summary>
    public static string Of(Int128 number, bool isHex) => isHex && number >= 10
        ? "0x" + number.ToString("x", CultureInfo.InvariantCulture)
        : number.ToString(CultureInfo.InvariantCulture);

    /// <summary>A value of a tree.</summary>
    public static string Of(Instance instance, bool isHex = false) => instance switch
    {
        FlagInstance => "True",
        TextInstance { Text: var text } => Of(text),
        NumberInstance { Value: var number } => Of(number, isHex),
        ListInstance { Items: var items } => $"[{string.Join(", ", items.Select(item => Of(item, isHex)))}]",
        BytesInstance { Bytes: var bytes } => "b" + Bytes(bytes),
        NodeInstance { Members: var members } =>
            $"{{{string.Join(", ", members.Select(member => $"{Of(member.Key)}: {Of(member.Value, isHex)}"))}}}",
        _ => throw new InvalidOperationException($"{instance.GetType().Name} is not a value of a tree"),
    };

    private static string Bytes(byte[] bytes)
    {
        var quote = bytes.AsSpan().Contains((byte)'\'') && !bytes.AsSpan().Contains((byte)'"') ? '"' : '\'';
        var result = new StringBuilder().Append(quote);
        foreach (var b in bytes)
        {
            _ = b switch
            {
                (byte)'\\' => result.Append(@"\\"),
                (byte)'\n' => result.Append(@"\n"),
                (byte)'\r' => result.Append(@"\r"),
                (byte)'\t' => result.Append(@"\t"),
                _ when b == quote => result.Append('\\').Append((char)b),
                < (byte)' ' or >= 0x7f => result.Append(CultureInfo.InvariantCulture, $"\\x{b:x2}"),
                _ => result.Append((char)b),
            };
        }

        return result.Append(quote).ToString();
    }
}
