namespace Bsp.Kconfig;

/// <summary>Reads a .config, a defconfig or a fragment as user values (scripts/kconfig/confdata.c, conf_read_simple).</summary>
/// <param name="configuration">Receives the values.</param>
/// <param name="file">The file's name, for messages.</param>
/// <param name="messages">Receives what is wrong with lines; such lines do not count.</param>
public sealed class DotConfigReader(Configuration configuration, string file, ICollection<KconfigMessage> messages)
{
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
        var differs = false;
        foreach (var symbol in configuration.Tree.HashOrder)
            differs |= Differs(symbol);
        if (!configuration.Tree.Dialect.HasModernChoices)
            differs = configuration.DropUnusable(differs);
        configuration.IsChanged |= differs || _warned;
    }

    /// <summary>Replaces all user values by those of a text; of two lines for a symbol the last counts.</summary>
    internal void ReadValues(string text)
    {
        configuration.ForgetUserValues();
        configuration.Invalidate();
        foreach (var line in ConfigLine.Read(
            text, configuration.Tree.Dialect.Prefix, lenient: !configuration.Tree.Dialect.HasModernChoices))
        {
            _line = line.Number;
            if (line.Name is null)
                Warn("unexpected data: " + line.Text);
            else
                SetValue(line.Name, line);
        }
    }

    private void SetValue(string name, ConfigLine line)
    {
        if (configuration.Tree.Find(name) is not { } symbol)
        {
            if (IsOfLinux2_6)
                Warn("trying to assign nonexistent symbol " + name);
            else if (WarnUnknown)
                Warn("unknown symbol: " + name);
            configuration.IsChanged = true;
            return;
        }

        if (configuration.HasUser(symbol))
        {
            Warn((IsOfLinux2_6 ? "trying to reassign symbol " : "override: reassigning to symbol ") + name);
            if (IsOfLinux2_6)
                return;
        }

        var value = line.Value;
        if (symbol.Type == SymbolType.String)
        {
            // A text without quotes is not a value, and conf says nothing of it.
            if (value is not ['"', ..])
                return;
            if (ConfigLine.Unquoted(value, configuration.Tree.Dialect) is not { } text)
            {
                Warn("invalid string found");
                return;
            }

            value = text;
        }

        if (!configuration.TrySetUserValue(symbol, value))
        {
            if ((line.IsUnset && configuration.Tree.Dialect.IgnoresUnsetNumbers) || (value.Length == 0 && IsOfLinux2_6))
                return;
            Warn($"symbol value '{value}' invalid for {name}");
        }
        else if (symbol.Choice is not null && configuration.Tree.Dialect.HasModernChoices)
        {
            configuration.MoveToFront(symbol);
        }
        else if (symbol.Choice is not null)
        {
            configuration.NoteOldMember(symbol, Warn);
        }
    }

    private bool IsOfLinux2_6 => configuration.Tree.Dialect.IsOfLinux2_6;

    private bool Differs(Symbol symbol)
    {
        configuration.Compute(symbol);
        if (symbol.IsChoice || symbol.IsInternal)
            return false;
        var (given, written) = (configuration.HasUser(symbol), configuration.IsWritten(symbol));
        return given && written ? !configuration.IsAsGiven(symbol) : given || written;
    }

    private void Warn(string text)
    {
        _warned = true;
        messages.Add(new(MessageSeverity.Warning, new(file, _line, 0), text));
    }
}
