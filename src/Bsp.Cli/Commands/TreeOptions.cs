using System.CommandLine;
using Bsp.Cli.SourceTrees;

namespace Bsp.Cli.Commands;

/// <summary>The options of all commands that read a tree.</summary>
internal sealed class TreeOptions
{
    private readonly Option<string?> _tree = new("--tree")
    {
        HelpName = "DIR",
        Description = "The sources [default: $srctree, else the current directory]",
    };
    private readonly Option<string?> _kconfig = new("--kconfig")
    {
        HelpName = "FILE",
        Description = "The file to begin with [default: Kconfig, or Config.in]",
    };
    private readonly Option<string?> _arch = new("--arch")
    {
        HelpName = "ARCH",
        Description = "The architecture, as make takes it [default: $ARCH, else this machine's]",
    };
    private readonly Option<string?> _crossCompile = new("--cross-compile")
    {
        HelpName = "PREFIX",
        Description = "The prefix of 'gcc' [default: $CROSS_COMPILE, else Debian's for the architecture]",
    };
    private readonly Option<string[]> _env = new("--env")
    {
        HelpName = "NAME=VALUE",
        Description = "Sets a variable that Kconfig files read; may be repeated",
        Arity = ArgumentArity.OneOrMore,
    };
    private readonly Option<string?> _envFile = new("--env-file")
    {
        HelpName = "FILE",
        Description = "Sets variables from a file, as 'env -0' or 'env' prints them",
    };
    private readonly Option<string?> _dialect = new("--dialect")
    {
        HelpName = "NAME",
        Description = $"The Kconfig dialect of the files: {string.Join(", ", SourceTree.Dialects.Keys)} [default: detected from the tree]",
    };
    private readonly Option<bool> _noShellCache = new("--no-shell-cache")
    {
        Description = "Run the commands of $(shell,…) again, and do not keep their answers",
    };
    private readonly Option<string?> _snapshot = new("--snapshot")
    {
        HelpName = "FILE",
        Description = "Take a file of 'bsp kconfig snapshot' for the sources: no file of theirs is read, no command runs",
    };

    /// <summary>Adds them to a command.</summary>
    public void AddTo(Command command)
    {
        foreach (var option in new Option[] { _tree, _kconfig, _arch, _crossCompile, _env, _envFile, _dialect, _noShellCache, _snapshot })
            command.Add(option);
    }

    /// <summary>What the command line says, for a command that asks for values only.</summary>
    public SourceTreeRequest ValuesOf(ParseResult result) => Of(result) with { NeedsOnlyValues = true };

    /// <summary>What the command line says.</summary>
    public SourceTreeRequest Of(ParseResult result) => new()
    {
        Folder = result.GetValue(_tree),
        RootFile = result.GetValue(_kconfig),
        Arch = result.GetValue(_arch),
        CrossCompile = result.GetValue(_crossCompile),
        Dialect = result.GetValue(_dialect),
        Variables = result.GetValue(_env) ?? [],
        VariableFile = result.GetValue(_envFile),
        Snapshot = result.GetValue(_snapshot),
        CachesShellAnswers = !result.GetValue(_noShellCache),
    };
}
