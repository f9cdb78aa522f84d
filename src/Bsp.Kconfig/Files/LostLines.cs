namespace Bsp.Kconfig;

/// <summary>
/// Finds lines of a .config, a defconfig or a fragment that look as if they set a symbol, and that conf passes over without a word
/// (scripts/kconfig/confdata.c, conf_read_simple).
/// </summary>
/// <param name="tree">The symbols.</param>
public sealed class LostLines(KconfigTree tree)
{
    private const char ByteOrderMark = '\uFEFF';
    private static readonly char[] Blanks = [' ', '\t', '\r', '\u00A0'];
    private static readonly string[] NotSet = ["is", "not", "set"];

    /// <summary>Whether well-formed lines that turn off what does not exist are among them.</summary>
    public bool ReportsUnknown { get; init; } = true;

    /// <summary>What is lost of a text, in the order of its lines.</summary>
    /// <param name="text">The text.</param>
    /// <param name="file">Its name.</param>
    public IEnumerable<KconfigMessage> Of(string text, string file)
    {
        if (text.IndexOf('\0') is >= 0)
        {
            yield return new(
                MessageSeverity.Warning, new(file, 1, 0),
                "there are zero bytes in it, as in UTF-16, and conf passes over what follows in their lines: save the file as UTF-8");
            yield break;
        }

        var lines = text.Split('\n');
        for (var i = 0; i < lines.Length; i++)
        {
            // Before the last line feed, conf drops a carriage return itself.
            var line = i < lines.Length - 1 && lines[i] is [.., '\r'] ? lines[i].Substring(0, lines[i].Length - 1) : lines[i];
            if (Fault(line) is { } fault)
                yield return new(MessageSeverity.Warning, new(file, i + 1, 0), fault);
        }
    }

    private string? Fault(string line)
    {
        if (line is [ByteOrderMark, ..])
            return "the byte order mark before it makes conf pass over the line: save the file without one";
        if (line is ['#', ..])
            return FaultOfRemark(line);
        // Before a name, conf says itself that it did not expect the line.
        var equals = line.IndexOf('=');
        if (equals <= 0 || !line.StartsWith(tree.Dialect.Prefix, StringComparison.Ordinal))
            return null;
        var written = line.Substring(0, equals);
        var name = written.TrimEnd(Blanks).Substring(tree.Dialect.Prefix.Length);
        if (written.Length > tree.Dialect.Prefix.Length + name.Length)
            return $"\"{line}\" sets nothing: no blank may precede '='";
        if (Find(name) is null && !name.All(IsOfName))
            return $"\"{line}\" sets nothing: no symbol has such a name";
        return Find(name) is { Type: SymbolType.String } && line.Substring(equals + 1) is not (['"', ..] or "")
            ? $"\"{line}\" sets nothing: a text begins and ends with a quote"
            : null;
    }

    private string? FaultOfRemark(string line)
    {
        if (line.StartsWith("#include ", StringComparison.Ordinal))
            return $"\"{line}\" includes nothing: to conf it is a remark, and only U-Boot's make runs the C preprocessor first";
        var words = line.Substring(1).Split(Blanks, StringSplitOptions.RemoveEmptyEntries);
        var prefix = tree.Dialect.Prefix;
        if (words.Length != 4 || !words.Skip(1).SequenceEqual(NotSet, StringComparer.OrdinalIgnoreCase))
            return null;
        var name = words[0].StartsWith(prefix, StringComparison.Ordinal) ? words[0].Substring(prefix.Length) : words[0];
        if (name.Length == 0 || !name.All(IsOfName))
            return null;
        // Without the prefix it may be a sentence.
        if (words[0].Length == name.Length && Find(name) is null)
            return null;
        var right = $"# {prefix}{name} is not set";
        var isRead = ConfigLine.Read(line + "\n", prefix, lenient: !tree.Dialect.HasModernChoices).Any();
        if (!isRead)
            return $"\"{line}\" sets nothing: \"{right}\" would";
        if (!ReportsUnknown || Find(name) is not null)
            return null;
        var near = NearestSymbols.Find(name, tree);
        return $"\"{line}\" sets nothing: no such symbol" + (near.Count > 0 ? $"; did you mean {string.Join(", ", near)}?" : "");
    }

    private static bool IsOfName(char c) => c is >= 'A' and <= 'Z' or >= 'a' and <= 'z' or >= '0' and <= '9' or '_';

    private Symbol? Find(string name) => tree.Find(name) is { IsDefined: true, IsConstant: false } symbol ? symbol : null;
}
