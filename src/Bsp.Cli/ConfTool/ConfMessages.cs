using Bsp.Kconfig;

namespace Bsp.Cli.ConfTool;

/// <summary>Says what conf says.</summary>
/// <param name="host">The process.</param>
/// <param name="tree">The tree.</param>
internal sealed class ConfMessages(CliHost host, ConfTree tree)
{
    /// <summary>Whether nothing is said about what is written.</summary>
    public bool IsSilent { get; init; }

    /// <summary>How many lines of the file that was read last are wrong.</summary>
    public int LineWarnings { get; private set; }

    /// <summary>How many symbols are selected though their dependencies are not met; one counts each time it is found.</summary>
    public int Unmet { get; private set; }

    /// <summary>Says what has been written.</summary>
    public void Announce(string text)
    {
        if (!IsSilent)
            host.Out.Write($"#\n# {text}\n#\n");
    }

    /// <summary>Reads a configuration, and tells of its lines.</summary>
    public Configuration Read(Func<Conf, Configuration> read, bool warnUnknown)
    {
        var messages = new Lines(this);
        LineWarnings = 0;
        return read(new(tree.Tree, messages)
        {
            WarnUnknown = warnUnknown,
            OnUnmetDependency = (configuration, symbol) =>
            {
                Unmet++;
                host.Error.Write(UnmetDependency.Warning(configuration, symbol));
            },
        });
    }

    /// <summary>Tells of each line when it is read, so that what follows from it comes after.</summary>
    private sealed class Lines(ConfMessages owner) : System.Collections.ObjectModel.Collection<KconfigMessage>
    {
        protected override void InsertItem(int index, KconfigMessage item)
        {
            owner.LineWarnings++;
            owner.WriteMessage(item);
            base.InsertItem(index, item);
        }
    }

    private void WriteMessage(KconfigMessage message) => host.Error.Write(ConfMessage.Text(message, tree.Tree.Dialect));
}
