using System.Globalization;
using Bsp.Build;
using Bsp.Build.Sources;
using Bsp.Build.Steps;
using Bsp.Firmware.Boards;
using Bsp.Firmware.Userland;
using Bsp.Model;

namespace Bsp.Firmware.Images;

/// <summary>
/// The root filesystem, read-only and compressed: <c>root.squashfs</c>, and <c>files</c> with a line a file and the package that
/// it is from.
/// </summary>
/// <remarks>
/// It is the files that the distribution asks for with all they need, its overlay, the board's overlay, and what is generated, in
/// this order.
/// </remarks>
/// <param name="target">The board and its distribution.</param>
/// <param name="userland">The unpacked packages.</param>
/// <param name="generated">What is generated.</param>
/// <param name="files">What the distribution keeps beside its record.</param>
public sealed class RootfsStep(ImageTarget target, PackagesStep userland, GeneratedRootFiles generated, DistributionFiles files)
    : Step("rootfs " + target.Board.Id)
{
    /// <summary>The image's name in the output.</summary>
    public const string FileName = "root.squashfs";

    private const string Busybox = "/bin/busybox";
    private static readonly string[] Compression = ["zstd", "-Xcompression-level", "15"];

    /// <inheritdoc/>
    public override string Kind => "rootfs";

    /// <inheritdoc/>
    public override IReadOnlyList<Step> Needs => [userland];

    private List<string> RequiredFiles => [.. target.Distribution.FeaturesOf(target.Board).SelectMany(feature => feature.Files)];

    /// <inheritdoc/>
    public override void Describe(InputHasher inputs)
    {
        Squashfs.Describe(inputs);
        inputs.Text("compression", string.Join(' ', Compression));
        inputs.Text("architecture", target.Board.Soc.Architecture.Name + " " + target.Board.Soc.Architecture.Triplet);
        inputs.Text("wanted", string.Join('\n', RequiredFiles));
        inputs.Number("date", generated.Date);
        foreach (var (path, text) in generated.Files)
            inputs.Text(path, text);
        files.Describe(inputs);
    }

    /// <inheritdoc/>
    public override async Task RunAsync(StepContext context, CancellationToken cancel)
    {
        var closure = Closure.Of(new PackagedFiles(context.OutputOf(userland)), RequiredFiles, target.Board.Soc.Architecture);
        context.Report(string.Create(CultureInfo.InvariantCulture, $"{closure.Files.Count} files of {closure.Packages.Count} packages"));
        var tree = new RootTree(Path.Combine(context.Work, "root"));
        foreach (var (path, mode) in files.Folders())
            tree.AddFolder(path, mode);
        AddClosure(tree, closure);
        foreach (var overlay in files.Overlays)
            tree.AddOverlay(overlay);
        foreach (var (path, text) in generated.Files)
            tree.AddText(path, text);
        AddApplets(tree);
        AddRootLinks(tree);
        await File.WriteAllLinesAsync(
            Path.Combine(context.Output, "files"), closure.Files.Select(file => file.Path + "\t" + file.Package),
            cancel).ConfigureAwait(false);
        await Squashfs.PackAsync(
            context, tree.HostPath("/"), Path.Combine(context.Output, FileName), Compression, generated.Date, cancel).ConfigureAwait(false);
    }

    private static void AddClosure(RootTree tree, Closure closure)
    {
        foreach (var file in closure.Files)
        {
            if (file.LinkTarget is { } linked)
                tree.AddLink(file.Path, RootLayout.LinkText(file.Path, linked));
            else
                tree.AddFile(file.Path, file.Source);
        }
    }

    // The real programs and the overlay's come first: busybox plays what is left.
    private void AddApplets(RootTree tree)
    {
        var wanted = files.Applets().ToList();
        if (wanted.Count == 0)
            return;
        if (!tree.Has(Busybox))
        {
            throw new BuildFailedException(
                $"{DistributionFiles.AppletsFile} has commands, but no feature of '{target.Distribution.Id}' asks for {Busybox}");
        }

        var missing = wanted.Except(BusyboxApplets.Of(tree.HostPath(Busybox))).ToList();
        if (missing.Count > 0)
        {
            throw new BuildFailedException(
                $"the busybox of the userland has no {string.Join(", ", missing)}, "
                + $"which {DistributionFiles.AppletsFile} of '{target.Distribution.Id}' asks for");
        }

        foreach (var applet in wanted.Where(applet => !tree.Has("/bin/" + applet)))
            tree.AddLink("/bin/" + applet, "busybox");
    }

    private static void AddRootLinks(RootTree tree)
    {
        foreach (var (path, text) in RootLayout.Links)
        {
            // On ARM64 there is no /lib64: its dynamic linker is in /lib.
            if (Directory.Exists(tree.HostPath(path)))
                File.CreateSymbolicLink(tree.HostPath("/") + path.TrimStart('/'), text);
        }
    }
}
