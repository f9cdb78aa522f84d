using System.Globalization;
using Bsp.Artifacts;
using Bsp.Build.Sources;
using Bsp.Build.Steps;
using Bsp.Build;
using Bsp.Firmware.Kconfig;
using Bsp.Firmware.Kernel;
using Bsp.Kconfig;

namespace Bsp.Firmware.Boot;

/// <summary>The calls of U-Boot's make, in a tree of links to the source in the store.</summary>
internal sealed class UBootBuild
{
    private const string Folder = "build";
    private readonly StepContext _context;
    private readonly string _tree;
    private readonly List<string> _variables;
    private readonly Dictionary<string, string> _environment;

    private UBootBuild(StepContext context, string tree, IEnumerable<string> variables)
    {
        (_context, _tree) = (context, tree);
        _variables = ["O=" + Folder, "HOSTCC=" + CcacheEnvironment.Prefix(context.Settings) + "gcc", "LOCALVERSION=", .. variables];
        // The date of the source package. The Makefile has that of the unpacking: a patch of Debian's changes it.
        var date = new DateTimeOffset(File.GetLastWriteTimeUtc(Path.Combine(tree, "debian/changelog")));
        _environment = new(CcacheEnvironment.For(context), StringComparer.Ordinal)
        {
            ["KBUILD_BUILD_USER"] = "bsp",
            ["KBUILD_BUILD_HOST"] = "bsp",
            ["SOURCE_DATE_EPOCH"] = date.ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture),
        };
    }

    /// <summary>Declares the programs that every build of U-Boot uses.</summary>
    public static void Describe(InputHasher inputs)
    {
        foreach (var (program, package) in new[]
        {
            ("make", "make"), ("bison", "bison"), ("flex", "flex"), ("bc", "bc"), ("libssl", "libssl-dev"),
        })
            inputs.Tool(program, package);
    }

    /// <summary>Links the source into the scratch folder, so that the output folder lies below it and all paths are relative.</summary>
    public static async Task<UBootBuild> PrepareAsync(
        StepContext context, SourcePackageStep source, IEnumerable<string> variables, CancellationToken cancel)
    {
        var tree = Path.Combine(context.Work, "u-boot");
        await context.Tools.RunAsync("cp", ["-a", "--link", context.OutputOf(source), tree], cancel: cancel).ConfigureAwait(false);
        return new(context, tree, variables);
    }

    /// <summary>A path below the output folder.</summary>
    public string On(string path) => Path.Combine(_tree, Folder, path);

    /// <summary>Starts from a defconfig and lays a fragment over it.</summary>
    /// <exception cref="BuildFailedException">There is no such defconfig, or a request of the fragment is not met.</exception>
    public async Task ConfigureAsync(string defconfig, string fragment, IReadOnlySet<string> optional, CancellationToken cancel)
    {
        if (!File.Exists(Path.Combine(_tree, "configs", defconfig)))
        {
            throw new BuildFailedException(
                $"this U-Boot has no configs/{defconfig}; name one of those in the board's UBoot, without _defconfig");
        }

        var make = new KbuildMake("U-Boot", On("."), arguments => MakeAsync(arguments, null, cancel));
        var kconfig = await KbuildKconfig.ReadAsync(_context, make, KconfigDialect.UBoot, cancel).ConfigureAwait(false);
        // A defconfig of U-Boot may include others, by the C preprocessor.
        await MakeAsync([defconfig], null, cancel).ConfigureAwait(false);
        var config = await File.ReadAllTextAsync(make.ConfigPath, cancel).ConfigureAwait(false);
        // Of two lines for one symbol Kconfig takes the last.
        var configuration = kconfig.OldDefconfig(config + "\n" + fragment, ArtifactNames.UBootConfig);
        new RequestedConfiguration("U-Boot", configuration, optional).Require(fragment, ArtifactNames.UBootConfig, _context.Tools);
        await kconfig.WriteAsync(configuration, cancel).ConfigureAwait(false);
    }

    /// <summary>Compiles.</summary>
    public async Task CompileAsync(string what, IEnumerable<string> targets, CancellationToken cancel)
    {
        var progress = new CompileProgress(_context, what);
        await MakeAsync(
            ["-j" + _context.Jobs.ToString(CultureInfo.InvariantCulture), .. targets], progress.Line, cancel).ConfigureAwait(false);
        progress.SaveCount();
    }

    private Task MakeAsync(IEnumerable<string> arguments, Action<string>? onLine, CancellationToken cancel) =>
        _context.Tools.RunAsync(
            "make", ["-C", _tree, .. _variables, .. arguments], environment: _environment, onLine: onLine, cancel: cancel);
}
