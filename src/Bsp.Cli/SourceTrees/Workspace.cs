using Bsp.Cli.ConfTool;
using Bsp.Cli.Files;
using Bsp.Cli.Merging;
using Bsp.Cli.Reports;
using Bsp.Kconfig;
using Bsp.Kconfig.Parsing;

namespace Bsp.Cli.SourceTrees;

/// <summary>A tree whose Kconfig files have been read.</summary>
internal sealed class Workspace
{
    private readonly CliHost _host;
    private readonly HashSet<Symbol> _unmet = [];

    private Workspace(CliHost host, SourceTree source, KconfigTree tree, IReadOnlyDictionary<string, string> environment) =>
        (_host, Source, Tree, Environment) = (host, source, tree, environment);

    /// <summary>The folder.</summary>
    public SourceTree Source { get; }

    /// <summary>The symbols.</summary>
    public KconfigTree Tree { get; }

    /// <summary>The variables that its files were read with.</summary>
    public IReadOnlyDictionary<string, string> Environment { get; }

    /// <summary>The help texts of the symbols; null where there are none, as in a snapshot.</summary>
    public HelpTexts? Helps { get; private init; }

    /// <summary>Reads the tree that the command line names; what is wrong with it goes to standard error.</summary>
    public static Workspace Load(CliHost host, SourceTreeRequest request)
    {
        if (request is { Snapshot: not null, ForSourcesOnly: { } option })
        {
            throw new CliException(
                $"{option} says how sources are read, and a snapshot has been read already: make one with this {option}, or leave it out");
        }

        if (request.Snapshot is { } snapshot)
            return new(host, SourceTree.Open(host.Absolute(request.Folder ?? ".")), ReadSnapshot(host, snapshot), host.Environment);
        var (source, read, result) = Parse(host, request);
        host.Error.Write(result.Output);
        foreach (var message in result.Messages)
            host.Error.Write(PrintableText.Lines($"{message}\n"));
        var errors = result.Messages.Count(message => message.Severity == MessageSeverity.Error);
        return result.Tree is { } tree
            ? new(host, source, tree, read.Environment) { Helps = new(SourceTreeReader.FilesOf(read), read.Dialect) }
            : throw new CliException($"the Kconfig files of '{source.Folder}' have {errors} error(s)");
    }

    /// <summary>Reads a .config, a defconfig or a fragment.</summary>
    /// <param name="file">The file.</param>
    /// <param name="what">What it is, for the message when it cannot be read.</param>
    public ConfigInput Read(string file, string what) =>
        ConfigInput.Read(_host, file, what, Tree.Dialect.PreprocessesDefconfigs ? Source.Folder : null);

    /// <summary>The configuration of a .config, new symbols with their defaults.</summary>
    public Configuration OldDefconfig(string file) => OldDefconfig(Read(file, "the configuration"));

    /// <summary>The configuration of a .config, new symbols with their defaults.</summary>
    public Configuration OldDefconfig(ConfigInput input) => Reported(input, conf => conf.OldDefconfig(input.Text, input.File));

    /// <summary>The configuration of a defconfig.</summary>
    public Configuration Defconfig(ConfigInput input) => Reported(input, conf => conf.Defconfig(input.Text, input.File));

    /// <summary>A configuration in which all that the seed does not name is alike.</summary>
    /// <param name="values">What all others get.</param>
    /// <param name="seed">The seed.</param>
    /// <param name="setVariables">Symbols of variables that are <c>y</c>, though they were not set when the files were read.</param>
    public Configuration All(NewValues values, ConfigInput seed, params IReadOnlyCollection<Symbol> setVariables)
    {
        WarnOfLost(seed);
        return Reported(
            messages => Conf(messages, setVariables).All(values, seed.Text, seed.File), position => seed.Locate(position.Line));
    }

    /// <summary>A configuration of merged fragments; messages are of the fragments' lines.</summary>
    public Configuration All(NewValues values, FragmentMerge merge) =>
        Reported(
            messages => Conf(messages).All(values, merge.Text),
            position => position.Line > 0 ? merge.Lines[position.Line - 1].Position : position);

    /// <summary>A text with further lines.</summary>
    public string With(string text, IEnumerable<Assignment> further) =>
        text + (text is "" or [.., '\n'] ? "" : "\n") + string.Concat(further.Select(assignment => assignment.ToLine(Tree.Dialect)));

    /// <summary>The lines of a text that set nothing, though they look as if they did.</summary>
    public IEnumerable<KconfigMessage> LostLines(ConfigInput input) => Lost(input, new LostLines(Tree));

    private static (SourceTree Source, KconfigSource Read, KconfigParseResult Result) Parse(
        CliHost host, SourceTreeRequest request)
    {
        var inBuild = request.Folder is null && BuildEnvironment.IsOf(host);
        var folder = host.Absolute(request.Folder ?? host.Variable("srctree") ?? ".");
        if (!Directory.Exists(folder))
            throw new CliException($"there is no folder '{folder}'; --tree names the sources");
        var source = SourceTree.Open(folder);
        folder = source.Folder;
        var dialect = request.Dialect is not { } name ? source.Dialect
            : SourceTree.Dialects.TryGetValue(name, out var chosen) ? chosen
            : throw new CliException($"there is no dialect '{name}'; there are {string.Join(", ", SourceTree.Dialects.Keys)}");
        // A build runs in its own folder, of which srctree is relative; elsewhere the tree is where its commands expect to be.
        var made = inBuild ? null : new BusyBoxFiles(host, source).Make();
        var current = inBuild ? host.CurrentDirectory : made ?? folder;
        var variables = new BuildEnvironment(host, source, request)
            .Variables(inBuild ? host.Variable("srctree")! : made is null ? "." : folder, current);
        var root = request.RootFile ?? (variables.GetValueOrDefault("KBUILD_KCONFIG") is { Length: > 0 } named ? named : source.RootFile);
        if (!File.Exists(Path.Combine(current, root)) && !File.Exists(Path.Combine(folder, root)))
            throw new CliException($"there is no '{root}' in '{folder}': --tree names the sources, --kconfig the file");
        var read = new KconfigSource { Root = root, Dialect = dialect, Environment = variables, CurrentDirectory = current };
        var reader = new SourceTreeReader(host, request.CachesShellAnswers, request.Progress);
        return (source, read, reader.Read(read, request.NeedsOnlyValues));
    }

    private static KconfigTree ReadSnapshot(CliHost host, string file)
    {
        try
        {
            using var stream = TextFile.Open(host, file, "the snapshot");
            return SnapshotReader.Read(stream);
        }
        catch (FormatException e)
        {
            throw new CliException($"'{file}': {e.Message}");
        }
    }

    private static IEnumerable<KconfigMessage> Lost(ConfigInput input, LostLines lines) =>
        lines.Of(input.Text, input.File).Select(lost => lost with { Position = input.Locate(lost.Position.Line) });

    private Configuration Reported(ConfigInput input, Func<Conf, Configuration> make)
    {
        WarnOfLost(input);
        return Reported(messages => make(Conf(messages)), position => input.Locate(position.Line));
    }

    private void WarnOfLost(ConfigInput input)
    {
        // A .config of another version names many symbols that are gone; KCONFIG_WARN_UNKNOWN_SYMBOLS asks for them.
        foreach (var lost in Lost(input, new LostLines(Tree) { ReportsUnknown = false }))
            _host.Error.Write(PrintableText.Lines($"{lost}\n"));
    }

    private Configuration Reported(Func<List<KconfigMessage>, Configuration> make, Func<SourcePosition, SourcePosition> original)
    {
        var messages = new List<KconfigMessage>();
        var configuration = make(messages);
        foreach (var message in messages)
        {
            var told = message with { Position = original(message.Position) };
            _host.Error.Write(PrintableText.Lines($"{told}\n"));
        }

        var variables = new ConfVariables(_host);
        if (variables.WarningsAreErrors && messages.Count + _unmet.Count > 0)
            throw new CliException($"KCONFIG_WERROR is set, and there are {messages.Count + _unmet.Count} warning(s)", ExitStatus.No);
        if (variables.WarnChangedInput)
            _host.Error.Write(PrintableText.Lines(ChangedInput.Warning(configuration)));
        return configuration;
    }

    private Conf Conf(List<KconfigMessage> messages, IReadOnlyCollection<Symbol>? setVariables = null) => new(Tree, messages)
    {
        SetVariables = setVariables ?? [],
        WarnUnknown = new ConfVariables(_host).WarnUnknown,
        OnUnmetDependency = (configuration, symbol) =>
        {
            // Values are computed several times, and once is enough to say it.
            if (_unmet.Add(symbol))
                _host.Error.Write(UnmetDependency.Warning(configuration, symbol));
        },
    };
}
