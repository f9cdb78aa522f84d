using System.Text;

namespace Bsp.Kconfig;

/// <summary>What all new symbols get.</summary>
public enum NewValues
{
    /// <summary>Their defaults.</summary>
    Default,

    /// <summary><c>n</c>, where they can be.</summary>
    No,

    /// <summary><c>m</c>, where they can be.</summary>
    Module,

    /// <summary><c>y</c>, where they can be.</summary>
    Yes,
}

/// <summary>The operations of the kernel's <c>conf</c> (scripts/kconfig/conf.c), on texts.</summary>
/// <param name="tree">The symbols.</param>
/// <param name="messages">Receives what is wrong with lines of the texts.</param>
public sealed class Conf(KconfigTree tree, ICollection<KconfigMessage> messages)
{
    /// <summary>Receives symbols that are selected although their dependencies are not met.</summary>
    public Action<Configuration, Symbol>? OnUnmetDependency { get; init; }

    /// <summary>Whether lines that name no known symbol are reported.</summary>
    public bool WarnUnknown { get; init; }

    /// <summary>Symbols of variables that were not set when the files were read, and are <c>y</c> here.</summary>
    public IReadOnlyCollection<Symbol> SetVariables { get; init; } = [];

    /// <summary>The configuration of a .config: <c>make olddefconfig</c>. New symbols get their defaults.</summary>
    /// <param name="text">The text of the .config; null where there is none.</param>
    /// <param name="file">Its name, for messages.</param>
    public Configuration OldDefconfig(string? text, string file = ".config")
    {
        // There, what is new is asked for in turn, as with a defconfig, and each answer is the default.
        if (tree.Dialect.IsOfLinux2_6)
            return Defconfig(text ?? "", file);
        if (text is not null)
            return Read(text, file);
        var configuration = New();
        configuration.Compute(tree.Modules);
        return configuration;
    }

    /// <summary>The configuration of a defconfig: <c>make X_defconfig</c>.</summary>
    /// <param name="text">The text of the defconfig.</param>
    /// <param name="file">Its name, for messages.</param>
    public Configuration Defconfig(string text, string file = "defconfig")
    {
        var configuration = Read(text, file);
        SetNew(configuration, NewValues.Default);
        return configuration;
    }

    /// <summary>
    /// A configuration in which all that the seed does not name is alike: <c>make allnoconfig</c> and its like, with KCONFIG_ALLCONFIG.
    /// </summary>
    /// <param name="values">What all others get.</param>
    /// <param name="seed">The text of the seed; empty for none.</param>
    /// <param name="file">Its name, for messages.</param>
    public Configuration All(NewValues values, string seed = "", string file = "all.config")
    {
        var configuration = New();
        if (seed.Length > 0)
            new DotConfigReader(configuration, file, messages) { WarnUnknown = WarnUnknown }.ReadValues(seed);
        SetNew(configuration, values);
        return configuration;
    }

    /// <summary>The symbols that a .config does not name, as <c>make listnewconfig</c> prints them.</summary>
    public static string NewSymbols(Configuration configuration)
    {
        var text = new StringBuilder();
        // Here texts are escaped where they are not in the files of the same project, too.
        var dialect = configuration.Tree.Dialect with { EscapesTexts = true };
        List(configuration.Tree.Root);
        return text.ToString();

        void List(MenuNode node)
        {
            if (!configuration.IsVisible(node))
                return;
            if (node.Symbol is { Name: not null } symbol && configuration.IsNew(symbol))
            {
                if (Configuration.IsTristate(symbol.Type))
                    text.Append(configuration.Tree.Dialect.Prefix)
                        .Append(symbol.Name)
                        .Append('=')
                        .Append(configuration.ValueOf(symbol))
                        .Append('\n');
                else
                    ConfigText.AppendLine(text, dialect, symbol, configuration.ValueOf(symbol));
            }

            for (var child = node.FirstChild; child is not null; child = child.Next)
                List(child);
        }
    }

    private static void SetNew(Configuration configuration, NewValues values)
    {
        if (configuration.Tree.Dialect.IsOfLinux2_6)
        {
            new MenuWalk(configuration, values).Run();
            return;
        }

        if (!configuration.Tree.Dialect.HasModernChoices)
        {
            configuration.SetNewOld(values);
            return;
        }

        foreach (var node in configuration.Tree.Nodes())
        {
            if (values == NewValues.Default)
                break;
            if (node is { Symbol: { IsChoice: false, IsChoiceMember: false } symbol, Prompt: not null }
                && Configuration.IsTristate(symbol.Type) && !configuration.HasUser(symbol))
                configuration.SetUserValue(symbol, Configuration.Wanted(values));
        }

        configuration.Recompute();
    }

    private Configuration Read(string text, string file)
    {
        var configuration = New();
        new DotConfigReader(configuration, file, messages) { WarnUnknown = WarnUnknown }.Read(text);
        return configuration;
    }

    private Configuration New()
    {
        var configuration = new Configuration(tree) { SetVariables = SetVariables };
        if (OnUnmetDependency is { } take)
            configuration.OnUnmetDependency = symbol => take(configuration, symbol);
        return configuration;
    }
}
