using Bsp.Kconfig.Parsing.Shells;

namespace Bsp.Cli.SourceTrees;

/// <summary>The variables that Kconfig files read: those of the build that started this process, or what its makefiles would set.</summary>
/// <param name="host">Has the process's own variables.</param>
/// <param name="tree">The tree.</param>
/// <param name="request">What the command line says.</param>
internal sealed class BuildEnvironment(CliHost host, SourceTree tree, SourceTreeRequest request)
{
    private readonly Dictionary<string, string> _variables = new(host.Environment, StringComparer.Ordinal);

    /// <summary>Whether a kernel's build, or its like, has started this process.</summary>
    public static bool IsOf(CliHost host) => host.Variable("srctree") is { Length: > 0 };

    /// <summary>All variables.</summary>
    /// <param name="sourceTree">The value of srctree.</param>
    /// <param name="currentDirectory">Where commands run.</param>
    public IReadOnlyDictionary<string, string> Variables(string sourceTree, string currentDirectory)
    {
        var given = Assigned().ToList();
        _variables["srctree"] = sourceTree;
        // Makefiles ask these only of a user; CC in a user's own environment says nothing of a kernel's.
        if (!IsOf(host) || request.Folder is not null || request.Arch is not null || request.CrossCompile is not null)
        {
            Unset(
                "CC", "LD", "AR", "NM", "OBJCOPY", "OBJDUMP", "READELF", "STRIP", "HOSTCC", "CC_VERSION_TEXT", "CLANG_FLAGS", "SRCARCH",
                "KERNELVERSION", "PAHOLE_VERSION", "RUSTC_VERSION_TEXT");
        }

        foreach (var (name, value) in given)
            _variables[name] = value;
        SetArchitecture();
        if (HasCompiler)
            Tools.Set(_variables, host, request.CrossCompile);
        SetVersions(currentDirectory);
        if (tree.Kind == SourceTreeKind.Buildroot)
            new BuildrootEnvironment(host, tree).Set(_variables, request.Defconfig);
        else if (tree.Kind == SourceTreeKind.NuttX)
            SetNuttX();
        else if (tree.Kind == SourceTreeKind.Zephyr)
            SetZephyr();
        return _variables;
    }

    private bool HasCompiler => tree.Kind is SourceTreeKind.Linux or SourceTreeKind.UBoot or SourceTreeKind.Barebox;

    private IEnumerable<(string Name, string Value)> Assigned()
    {
        foreach (var entry in request.VariableFile is { } file ? EnvironmentFile.Read(host, file) : [])
            yield return entry;
        foreach (var entry in request.Variables)
            yield return EnvironmentFile.Parse(entry, "--env");
    }

    private void SetArchitecture()
    {
        if (request.Arch is { } arch)
            _variables["ARCH"] = arch;
        if (tree.Kind is SourceTreeKind.Linux)
            _variables.TryAdd("ARCH", Architectures.OfMachine);
        if (tree.Kind is SourceTreeKind.Barebox)
            _variables.TryAdd("ARCH", "sandbox");
        if (_variables.TryGetValue("ARCH", out var known))
        {
            _variables.TryAdd(
                "SRCARCH", tree.Kind is SourceTreeKind.Barebox ? Architectures.BareboxFolder(known) : Architectures.Folder(known));
        }

        if (tree.Kind is SourceTreeKind.Linux or SourceTreeKind.Barebox
            && !Directory.Exists(Path.Combine(tree.Folder, "arch", _variables["SRCARCH"])))
        {
            throw new CliException(
                $"'{tree.Folder}' has no architecture '{_variables["SRCARCH"]}': give --arch the name of a folder in arch/");
        }
    }

    private void SetVersions(string currentDirectory)
    {
        if (tree.Version is { Text: var version })
        {
            _variables.TryAdd("KERNELVERSION", version);
            if (tree.Kind == SourceTreeKind.UBoot)
                _variables.TryAdd("UBOOTVERSION", version);
        }

        // A build that has asked the compiler has asked the others, too, where its version of the kernel does.
        if (!HasCompiler
            || (IsOf(host) && request.Folder is null && _variables.ContainsKey("CC_VERSION_TEXT")))
            return;
        var shell = new ProcessShell(currentDirectory, _variables);
        // As in their Makefiles.
        Ask("CC_VERSION_TEXT", "LC_ALL=C $CC --version 2>/dev/null | head -n 1");
        if (tree.Kind != SourceTreeKind.Linux)
            return;
        Ask("RUSTC_VERSION_TEXT", "$RUSTC --version 2>/dev/null");
        Ask("PAHOLE_VERSION", "\"$srctree/scripts/pahole-version.sh\" $PAHOLE 2>/dev/null");

        void Ask(string name, string command)
        {
            if (!_variables.ContainsKey(name))
                _variables[name] = shell.Run(command).Replace("#", "", StringComparison.Ordinal);
        }
    }

    // As its tools/Unix.mk does, which also makes two of the files.
    private void SetNuttX()
    {
        if (!File.Exists(Path.Combine(tree.Folder, "arch/dummy/Kconfig")))
        {
            throw new CliException(
                $"'{tree.Folder}' has no 'arch/dummy/Kconfig', which its makefile writes: run its tools/configure.sh once");
        }

        _variables.TryAdd("APPSDIR", "../apps");
        _variables.TryAdd("APPSBINDIR", _variables["APPSDIR"]);
        _variables.TryAdd("EXTERNALDIR", File.Exists(Path.Combine(tree.Folder, "external/Kconfig")) ? "external" : "dummy");
        _variables.TryAdd("BINDIR", tree.Folder);
    }

    // Most come from its CMake files: of the board, the toolchain, the modules.
    private void SetZephyr()
    {
        if (!_variables.ContainsKey("KCONFIG_BINARY_DIR"))
        {
            throw new CliException(
                "Zephyr's Kconfig files name others by variables that its build sets, KCONFIG_BINARY_DIR, ARCH, BOARD_DIR and more: "
                + "--env and --env-file take them");
        }

        _variables.TryAdd("ZEPHYR_BASE", tree.Folder);
    }

    private void Unset(params ReadOnlySpan<string> names)
    {
        foreach (var name in names)
            _variables.Remove(name);
    }
}
