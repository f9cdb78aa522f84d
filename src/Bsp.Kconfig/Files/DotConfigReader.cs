using System.Text;

namespace Bsp.Kconfig;

/// <summary>Reads a .config, a defconfig or a fragment as user values (scripts/kconfig/confdata.c, conf_read_simple).</summary>
/// <param name="configuration">Takes the values.</param>
/// <param name="file">The file's name, for messages.</param>
/// <param name="messages">Takes what is wrong with lines; such lines do not count.</param>
public sealed class DotConfigReader(Configuration configuration, string file, ICollection<KconfigMessage> messages)
{
    private const string NotSet = " is not set";
    private int _line;
    private bool _warned;

    /// <summary>Whether lines that name no known symbol are reported; conf does so when KCONFIG_WARN_UNKNOWN_SYMBOLS is set.</summary>
    public bool WarnUnknown { get; init; }

    /// <summary>Replaces all user values by those of a text, and computes all values.</summary>
    /// <param name="text">The text. Lines may end with CR LF.</param>
    public void Read(string text)
    {
        configuration.IsChanged = false;
        ReadValues(text);
        configuration.Compute(configuration.Tree.Modules);
        foreach (var symbol in configuration.Tree.HashOrder)
            NoteChange(symbol);
        if (_warned)
            configuration.IsChanged = true;
    }

    /// <summary>Replaces all user values by those of a text; of two lines for a symbol the last counts.</summary>
    internal void ReadValues(string text)
    {
        configuration.ForgetUserValues();
        configuration.Invalidate();
        for (var start = 0; start < text.Length;)
        {
            var end = text.IndexOf('\n', start);
            var length = (end < 0 ? text.Length : end) - start;
            var line = text.Substring(start, length);
            // The last line may lack its line feed, and then a carriage return is part of it.
            ReadLine(end >= 0 && line is [.., '\r'] ? line.Substring(0, line.Length - 1) : line);
            start += length + 1;
        }
    }

    private string Prefix => configuration.Tree.Dialect.Prefix;

    private void ReadLine(string line)
    {
        _line++;
        if (line.Length == 0)
            return;
        if (line[0] == '#')
        {
            var name = line.StartsWith("# " + Prefix, StringComparison.Ordinal) && line.EndsWith(NotSet, StringComparison.Ordinal) && line.Length > 2 + Prefix.Length + NotSet.Length
                ? line.Substring(2 + Prefix.Length, line.Length - 2 - Prefix.Length - NotSet.Length)
                : "";
            if (name.Length > 0 && !name.Contains(' '))
                Give(name, "n");
            return;
        }

        var equals = line.IndexOf('=');
        if (!line.StartsWith(Prefix, StringComparison.Ordinal) || equals < Prefix.Length)
            Warn("unexpected data: " + line);
        else
            Give(line.Substring(Prefix.Length, equals - Prefix.Length), line.Substring(equals + 1));
    }

    private void Give(string name, string value)
    {
        if (configuration.Tree.Find(name) is not { } symbol)
        {
            if (WarnUnknown)
                Warn("unknown symbol: " + name);
            configuration.IsChanged = true;
            return;
        }

        if (configuration.HasUser(symbol))
            Warn("override: reassigning to symbol " + name);
        if (symbol.Type == SymbolType.String)
        {
            // A text without quotes is no value, and conf says nothing of it.
            if (value is not ['"', ..])
                return;
            if (Unquoted(value) is not { } text)
            {
                Warn("invalid string found");
                return;
            }

            value = text;
        }

        if (!configuration.TryGive(symbol, value))
            Warn($"symbol value '{value}' invalid for {name}");
        else if (symbol.Choice is not null)
            configuration.MoveToFront(symbol);
    }

    private static string? Unquoted(string value)
    {
        var text = new StringBuilder(value.Length);
        for (var i = 1; i < value.Length; i++)
        {
            if (value[i] == '"')
                return text.ToString();
            if (value[i] == '\\' && ++i == value.Length)
                return null;
            text.Append(value[i]);
        }

        return null;
    }

    private void NoteChange(Symbol symbol)
    {
        configuration.Compute(symbol);
        if (symbol.IsChoice)
            return;
        var (given, written) = (configuration.HasUser(symbol), configuration.IsWritten(symbol));
        if (given && written ? !configuration.IsAsGiven(symbol) : given || written)
            configuration.IsChanged = true;
    }

    private void Warn(string text)
    {
        _warned = true;
        messages.Add(new(MessageSeverity.Warning, new(file, _line, 0), text));
    }
}
