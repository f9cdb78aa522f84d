using Bsp.Kconfig;

namespace Bsp.Cli.SourceTrees;

/// <summary>A folder with Kconfig files.</summary>
/// <param name="Folder">The folder, absolute.</param>
/// <param name="Kind">Whose files they are.</param>
/// <param name="Version">The version that its Makefile states.</param>
internal sealed record SourceTree(string Folder, SourceTreeKind Kind, MakefileVersion? Version)
{
    /// <summary>Buildroot's external tree that was named, and that Buildroot is in; null for none.</summary>
    public string? External { get; private init; }

    /// <summary>The dialects by the names that <c>--dialect</c> takes.</summary>
    public static IReadOnlyDictionary<string, KconfigDialect> Dialects { get; } =
        new Dictionary<string, KconfigDialect>(StringComparer.Ordinal)
        {
            ["linux"] = KconfigDialect.LinuxNewest,
            ["linux-6.9"] = KconfigDialect.Linux6_9,
            ["linux-6.1"] = KconfigDialect.Linux6_1,
            ["u-boot"] = KconfigDialect.UBoot,
            ["buildroot"] = KconfigDialect.Buildroot,
            ["busybox"] = KconfigDialect.BusyBox,
            ["barebox"] = KconfigDialect.Barebox,
            ["nuttx"] = KconfigDialect.NuttX,
            ["zephyr"] = KconfigDialect.Zephyr,
        };

    /// <summary>The file that a configuration begins with.</summary>
    public string RootFile => Kind is SourceTreeKind.Buildroot or SourceTreeKind.BusyBox ? "Config.in" : "Kconfig";

    /// <summary>The dialect of its files.</summary>
    /// <exception cref="CliException">The Makefile of a kernel states a version that is none.</exception>
    public KconfigDialect Dialect => Kind switch
    {
        SourceTreeKind.UBoot => KconfigDialect.UBoot,
        SourceTreeKind.Buildroot => KconfigDialect.Buildroot,
        SourceTreeKind.BusyBox => KconfigDialect.BusyBox,
        SourceTreeKind.Barebox => KconfigDialect.Barebox,
        SourceTreeKind.NuttX => KconfigDialect.NuttX,
        SourceTreeKind.Zephyr => KconfigDialect.Zephyr,
        SourceTreeKind.Linux => OfLinux(Version!.Text),
        _ => KconfigDialect.LinuxNewest,
    };

    /// <summary>Looks at a folder.</summary>
    /// <exception cref="CliException">It is an external tree of Buildroot, and Buildroot is not in it.</exception>
    public static SourceTree Open(string folder)
    {
        if (File.Exists(Path.Combine(folder, "external.desc")))
        {
            var inside = Path.Combine(folder, "buildroot");
            return File.Exists(Path.Combine(inside, "Config.in"))
                ? Open(inside) with { External = folder }
                : throw new CliException(
                    $"'{folder}' is an external tree of Buildroot, and there is no Buildroot in its folder 'buildroot': "
                    + $"name one, with --env BR2_EXTERNAL={folder} --tree BUILDROOT");
        }

        var makefile = Path.Combine(folder, "Makefile");
        var version = MakefileVersion.Read(makefile);
        return new(folder, KindOf(folder, makefile, version), version);
    }

    private KconfigDialect OfLinux(string version)
    {
        try
        {
            return KconfigDialect.ForLinux(version);
        }
        catch (FormatException e)
        {
            throw new CliException($"the Makefile of '{Folder}': {e.Message}; --dialect says what its Kconfig files may contain");
        }
    }

    private static SourceTreeKind KindOf(string folder, string makefile, MakefileVersion? version)
    {
        if (File.Exists(Path.Combine(folder, "Kconfig.zephyr")))
            return SourceTreeKind.Zephyr;
        if (File.Exists(Path.Combine(folder, "sched", "Kconfig")) && File.Exists(Path.Combine(folder, "boards", "Kconfig")))
            return SourceTreeKind.NuttX;
        if (version is not null && File.Exists(Path.Combine(folder, "Kconfig")))
        {
            if (Directory.Exists(Path.Combine(folder, "init")) && Directory.Exists(Path.Combine(folder, "kernel")))
                return SourceTreeKind.Linux;
            if (Directory.Exists(Path.Combine(folder, "dts")) && Directory.Exists(Path.Combine(folder, "board")))
                return SourceTreeKind.UBoot;
            if (Directory.Exists(Path.Combine(folder, "defaultenv")) && Directory.Exists(Path.Combine(folder, "commands")))
                return SourceTreeKind.Barebox;
        }

        if (!File.Exists(makefile) || !File.Exists(Path.Combine(folder, "Config.in")))
            return SourceTreeKind.Other;
        return Directory.Exists(Path.Combine(folder, "package")) ? SourceTreeKind.Buildroot
            : Directory.Exists(Path.Combine(folder, "applets")) ? SourceTreeKind.BusyBox : SourceTreeKind.Other;
    }
}
