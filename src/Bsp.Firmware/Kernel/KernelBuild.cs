using System.Globalization;
using Bsp.Build;
using Bsp.Build.Sources;
using Bsp.Build.Steps;
using Bsp.Firmware.Kconfig;
using Bsp.Kconfig;
using Bsp.Model;

namespace Bsp.Firmware.Kernel;

/// <summary>The calls of the kernel's make.</summary>
internal sealed class KernelBuild
{
    /// <summary>The programs that configuring takes, with their packages.</summary>
    public static readonly (string Program, string Package)[] ConfigurationTools = [("make", "make"), ("bison", "bison"), ("flex", "flex")];

    private const string Folder = "build";
    private readonly StepContext _context;
    private readonly string _tree;
    private readonly Architecture _architecture;
    private readonly KconfigDialect _dialect;
    private readonly List<string> _variables;
    private readonly Dictionary<string, string> _environment;

    private KernelBuild(StepContext context, string tree, KconfigDialect dialect, Architecture architecture, Compiler compiler)
    {
        (_context, _tree, _dialect, _architecture) = (context, tree, dialect, architecture);
        var ccache = CcacheEnvironment.Prefix(context.Settings);
        _variables =
        [
            "O=" + Folder,
            "ARCH=" + architecture.KernelArch,
            "CROSS_COMPILE=" + compiler.Prefix,
            "CC=" + ccache + compiler.Prefix + "gcc",
            "HOSTCC=" + ccache + "gcc",
            // Set, if empty: or a cache folder below a git tree gives the release a "+".
            "LOCALVERSION=",
        ];
        // The source's own date: the kernel stays the same from commit to commit.
        var date = File.GetLastWriteTimeUtc(Path.Combine(tree, "Makefile"));
        _environment = new(CcacheEnvironment.For(context), StringComparer.Ordinal)
        {
            ["KBUILD_BUILD_USER"] = "bsp",
            ["KBUILD_BUILD_HOST"] = "bsp",
            ["KBUILD_BUILD_VERSION"] = "1",
            ["KBUILD_BUILD_TIMESTAMP"] = date.ToString("yyyy-MM-dd HH:mm:ss", CultureInfo.InvariantCulture) + " UTC",
            ["SOURCE_DATE_EPOCH"] = new DateTimeOffset(date).ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture),
        };
    }

    /// <summary>Makes ready to build a source.</summary>
    public static async Task<KernelBuild> PrepareAsync(
        StepContext context, KernelSourceStep source, Architecture architecture, Compiler compiler, CancellationToken cancel)
    {
        // Links to the files of the store, so that the output folder can be below the source: kbuild then uses relative
        // paths only, and neither the kernel nor a hit in ccache depends on where the store is.
        var tree = Path.Combine(context.Work, "linux");
        await context.Tools.RunAsync("cp", ["-a", "--link", context.OutputOf(source), tree], cancel: cancel).ConfigureAwait(false);
        return new(context, tree, DialectOf(source), architecture, compiler);
    }

    public string ConfigPath => Path.Combine(_tree, Folder, ".config");

    // arch/x86_64/boot/bzImage is a link to arch/x86/boot/bzImage; arm64 has its own folder.
    public string ImagePath => Path.Combine(_tree, Folder, "arch", _architecture.KernelArch, "boot", _architecture.KernelImage);

    /// <summary>Adds what the Kconfig files may contain to a step's inputs.</summary>
    public static void DescribeDialect(InputHasher inputs, KernelSourceStep source)
    {
        // Kernels of 6.9 and after were built before the dialect was an input, and are the same as then.
        if (DialectOf(source) is var dialect && dialect != KconfigDialect.Linux6_9)
            inputs.Text("dialect", dialect.Name);
    }

    /// <summary>What the kernel's Kconfig files may contain.</summary>
    /// <exception cref="BuildFailedException">The version of the package is not that of a kernel.</exception>
    public static KconfigDialect DialectOf(KernelSourceStep source)
    {
        try
        {
            return KconfigDialect.ForLinux(source.Version);
        }
        catch (FormatException exception)
        {
            throw new BuildFailedException($"the kernel's {source.Name}: {exception.Message}", exception);
        }
    }

    /// <summary>Reads the Kconfig files.</summary>
    public Task<KbuildKconfig> ReadKconfigAsync(CancellationToken cancel) => KbuildKconfig.ReadAsync(
        _context, new("the kernel", Path.Combine(_tree, Folder), arguments => MakeAsync(arguments, null, cancel)), _dialect, cancel);

    public async Task CompileAsync(CancellationToken cancel)
    {
        var progress = new CompileProgress(_context, "kernel-" + _architecture.Name);
        await MakeAsync(
            ["-j" + _context.Jobs.ToString(CultureInfo.InvariantCulture), _architecture.KernelImage], progress.Line,
            cancel).ConfigureAwait(false);
        progress.SaveCount();
    }

    private Task MakeAsync(IEnumerable<string> arguments, Action<string>? onLine, CancellationToken cancel) =>
        _context.Tools.RunAsync(
            "make", ["-C", _tree, .. _variables, .. arguments], environment: _environment, onLine: onLine, cancel: cancel);
}
