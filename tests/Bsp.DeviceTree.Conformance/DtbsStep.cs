using System.Globalization;
using System.Text.RegularExpressions;
using Bsp.Build.Sources;
using Bsp.Build.Steps;

namespace Bsp.DeviceTree.Conformance;

/// <summary>
/// Has a kernel's build make every device tree of an architecture: <c>Output/*.dtb</c>, and beside each the command that made it.
/// </summary>
/// <param name="architecture">The kernel's name of the architecture.</param>
/// <param name="crossCompile">
/// What precedes the names of its compiler; empty for the machine's own, which is enough to preprocess.
/// </param>
/// <param name="source">The kernel's source.</param>
internal sealed partial class DtbsStep(string architecture, string crossCompile, KernelSourceStep source)
    : Step($"device trees {architecture} of {source.Name}")
{
    /// <inheritdoc/>
    public override string Kind => "dtbs";

    /// <inheritdoc/>
    public override long ExpectedBytes => 500_000_000;

    /// <inheritdoc/>
    public override IReadOnlyList<Step> Needs => [source];

    /// <inheritdoc/>
    public override void Describe(InputHasher inputs)
    {
        inputs.Text("architecture", architecture + " " + crossCompile);
        inputs.Text("steps", "2");
        inputs.Tool("gcc", "gcc");
        foreach (var (program, package) in new[] { ("make", "make"), ("bison", "bison"), ("flex", "flex") })
            inputs.Tool(program, package);
    }

    /// <inheritdoc/>
    public override async Task RunAsync(StepContext context, CancellationToken cancel)
    {
        var tree = Path.Combine(context.Work, "linux");
        await context.Tools.RunAsync("cp", ["-a", "--link", context.OutputOf(source), tree], cancel: cancel).ConfigureAwait(false);
        var all = Path.Combine(context.Work, "all.config");
        await File.WriteAllTextAsync(
            all,
            string.Concat(
                Platforms(tree).Append("EXPERT").Append("COMPILE_TEST").Append("OF_ALL_DTBS").Select(symbol => $"CONFIG_{symbol}=y\n")),
            cancel).ConfigureAwait(false);

        context.Report("configuring");
        List<string> make = ["-C", tree, "O=build", "ARCH=" + architecture, "CROSS_COMPILE=" + crossCompile];
        await context.Tools.RunAsync("make", [.. make, "KCONFIG_ALLCONFIG=" + all, "allnoconfig"], cancel: cancel).ConfigureAwait(false);
        var folder = Path.Combine("arch", architecture, "boot", "dts");
        var (sources, build) = (Path.Combine(tree, folder), Path.Combine(tree, "build"));
        var blobs = Path.Combine(build, folder);
        await MakeAsync("dtbs").ConfigureAwait(false);
        // Not every folder is a platform's that can be chosen with the others: mips and powerpc choose one of all, and Canaan's
        // takes a kernel without an MMU.
        if (Sources(sources).Where(blob => !File.Exists(Path.Combine(blobs, blob))).ToArray() is { Length: > 0 } others)
            await MakeAsync(others).ConfigureAwait(false);
        foreach (var command in Directory.EnumerateFiles(
            blobs, ".*.dtb*.cmd", new EnumerationOptions { RecurseSubdirectories = true, AttributesToSkip = 0 }))
            Keep(build, command, context.Output);

        async Task MakeAsync(params string[] targets)
        {
            var made = 0;
            await context.Tools.RunAsync(
                "make",
                [.. make, "-k", "-j" + context.Jobs.ToString(CultureInfo.InvariantCulture), .. targets],
                onLine: line => context.Report($"{line.Trim()} ({++made})"),
                cancel: cancel).ConfigureAwait(false);
        }
    }

    // The blobs of all sources of boards, as the kernel's makefile takes them.
    private static IEnumerable<string> Sources(string folder) =>
        Directory.EnumerateFiles(folder, "*.dts", SearchOption.AllDirectories)
            .Order(StringComparer.Ordinal)
            .Select(source => Path.ChangeExtension(Path.GetRelativePath(folder, source), ".dtb"));

    // A platform is what chooses the folders that are built.
    private IEnumerable<string> Platforms(string tree) =>
        new[] { "Kconfig.platforms", "Kconfig.socs", "Kconfig" }
            .Select(name => Path.Combine(tree, "arch", architecture, name))
            .Where(File.Exists)
            .SelectMany(File.ReadLines)
            .Select(line => Symbol().Match(line))
            .Where(match => match.Success)
            .Select(match => match.Groups[1].Value);

    private static void Keep(string build, string command, string output)
    {
        var name = Path.GetFileName(command)[1..^".cmd".Length];
        var blob = Path.Combine(Path.GetDirectoryName(command)!, name);
        if (!File.Exists(blob))
            return;
        var target = Path.Combine(output, Path.GetRelativePath(build, blob));
        Directory.CreateDirectory(Path.GetDirectoryName(target)!);
        File.Copy(blob, target);
        File.Copy(command, target + ".cmd");
    }

    [GeneratedRegex("^config ((?:ARCH|SOC)_[A-Z0-9_]+)$")]
    private static partial Regex Symbol();
}
