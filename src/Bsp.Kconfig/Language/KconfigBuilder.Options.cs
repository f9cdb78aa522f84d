namespace Bsp.Kconfig;

/// <summary>What symbols and choices are besides their types, prompts and values.</summary>
public sealed partial class KconfigBuilder
{
    /// <summary><c>modules</c>: the symbol decides whether there are modules.</summary>
    public void SetModules()
    {
        if (_modules is not null)
        {
            Report(
                MessageSeverity.Error, Position,
                $"symbol '{Entry.Symbol}' redefines option 'modules' already defined by symbol '{_modules}'");
        }

        _modules = Entry.Symbol;
    }

    /// <summary><c>optional</c>: none of the choice's members need be on.</summary>
    public void SetOptional() => Entry.IsOptional = true;

    /// <summary><c>option defconfig_list</c>: the symbol's defaults are files to begin with where there is no .config.</summary>
    public void SetDefconfigList()
    {
        if (Entry.Symbol is { } symbol)
            symbol.IsInternal = true;
    }

    /// <summary><c>option allnoconfig_y</c>: the symbol is on even where all else is off; it hides others.</summary>
    public void SetOnInAllNo()
    {
        if (Entry.Symbol is { } symbol)
            symbol.IsOnInAllNo = true;
    }

    /// <summary><c>transitional</c>: the symbol is only read, so that its successor can take over the value.</summary>
    public void SetTransitional()
    {
        if (Entry.Symbol is { } symbol)
            symbol.IsTransitional = true;
    }

    /// <summary><c>option env="VARIABLE"</c>: the symbol has the value of a variable.</summary>
    /// <param name="variable">The variable.</param>
    /// <param name="value">Its value; null where it is not set.</param>
    public void AddEnvironment(string variable, string? value)
    {
        // Its value is in no file.
        if (Entry.Symbol is { } symbol)
            symbol.IsInternal = true;
        if (value is null)
            Warn($"environment variable {variable} undefined");
        else
            AddDefault(Expressions.Of(Constant(value)), null);
    }

    /// <summary>The text that a symbol has by default; null where it has none, or more than a text decides it.</summary>
    public string? ConstantDefault(string name) =>
        _symbols.Find(name)?.PropertyList.Find(property => property is { Kind: PropertyKind.Default, Condition: null })?.Target is
            { IsConstant: true, Name: { } text } ? text : null;
}
