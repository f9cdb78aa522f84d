using Bsp.Kconfig.Conformance.Contract;

namespace Bsp.Kconfig.Conformance.SourceTrees;

/// <summary>How a project lays out its tree and calls conf.</summary>
public abstract class SourceTreeKind
{
    /// <summary>The kernel.</summary>
    public static SourceTreeKind Linux { get; } = new LinuxKind();

    /// <summary>U-Boot.</summary>
    public static SourceTreeKind UBoot { get; } = new UBootKind();

    /// <summary>Buildroot.</summary>
    public static SourceTreeKind Buildroot { get; } = new BuildrootKind();

    /// <summary>BusyBox.</summary>
    public static SourceTreeKind BusyBox { get; } = new BusyBoxKind();

    /// <summary>barebox.</summary>
    public static SourceTreeKind Barebox { get; } = new BareboxKind();

    /// <summary>NuttX.</summary>
    public static SourceTreeKind NuttX { get; } = new NuttXKind();

    /// <summary>Zephyr.</summary>
    public static SourceTreeKind Zephyr { get; } = new ZephyrKind();

    /// <summary>The first file.</summary>
    public virtual string RootFile => "Kconfig";

    /// <summary>conf, below the folder that make builds in.</summary>
    public virtual string ConfPath => "scripts/kconfig/conf";

    /// <summary>The program of the machine that is its conf; null where the tree's make builds one.</summary>
    public virtual string? Program => null;

    /// <summary>The variables of conf, where it is a program of the machine.</summary>
    /// <param name="root">The tree.</param>
    /// <param name="architecture">The architecture.</param>
    public virtual IReadOnlyDictionary<string, string> VariablesOf(string root, string architecture) => new Dictionary<string, string>();

    /// <summary>The variables that conf had, for runs in other folders.</summary>
    /// <param name="variables">The variables.</param>
    /// <param name="buildFolder">The folder that make has built conf in.</param>
    public virtual IReadOnlyDictionary<string, string> Adapt(IReadOnlyDictionary<string, string> variables, string buildFolder) =>
        variables;

    /// <summary>The variables for make's command line.</summary>
    public abstract IReadOnlyList<string> MakeVariables(string architecture);

    /// <summary>The architectures of a tree.</summary>
    public abstract IReadOnlyList<string> Architectures(string root);

    /// <summary>The defconfigs of an architecture: names and files.</summary>
    public abstract IReadOnlyList<(string Name, string Path)> Defconfigs(string root, string architecture);

    /// <summary>Variables that a run needs besides those that make gives.</summary>
    public virtual IReadOnlyDictionary<string, string> Variables { get; } = new Dictionary<string, string>();

    /// <summary>The command line for a case; null when this conf cannot do it.</summary>
    public virtual IReadOnlyList<string>? ConfArguments(KconfigCase @case) =>
    [
        @case.Operation switch
        {
            KconfigOperation.Defconfig => "--defconfig=" + @case.InputName,
            KconfigOperation.SaveDefconfig => "--savedefconfig=defconfig",
            _ => "--" + @case.Operation.ToString().ToLowerInvariant(),
        },
        RootFile,
    ];

    /// <summary>Whether the engine says to <c>?</c> what this conf does: what older ones say has another form.</summary>
    public virtual bool HasKnownHelp => true;

    /// <summary>Whether conf asks, so that keys have to be typed.</summary>
    public virtual bool Asks(KconfigCase @case) => @case.IsInteractive;

    /// <summary>What conf gets for a defconfig.</summary>
    public virtual byte[] Read(string root, string path) => File.ReadAllBytes(path);

    /// <summary>The folders with a file <c>Kconfig</c>, by name.</summary>
    protected static IReadOnlyList<string> FoldersWithKconfig(string folder) =>
    [
        .. Directory.EnumerateDirectories(folder)
            .Where(below => File.Exists(Path.Combine(below, "Kconfig")))
            .Select(below => Path.GetFileName(below)!)
            .Order(StringComparer.Ordinal),
    ];

    /// <summary>Files whose names end with <c>defconfig</c>, by their paths below a folder.</summary>
    protected static IReadOnlyList<(string Name, string Path)> FilesBelow(string folder) => Directory.Exists(folder)
        ?
        [
            .. Directory.EnumerateFiles(folder, "*defconfig", SearchOption.AllDirectories)
                .Select(path => (Name: Path.GetRelativePath(folder, path), Path: path))
                .OrderBy(file => file.Name, StringComparer.Ordinal),
        ]
        : [];
}
