using Bsp.Artifacts.DeviceTrees;
using Bsp.Artifacts.Rendering;
using Bsp.Model;

namespace Bsp.Artifacts.Infix;

/// <summary>
/// A bootloader's defconfig for Buildroot, and what U-Boot is built with: fragments of its configuration and its environment.
/// </summary>
internal sealed class BootloaderFiles : InfixRenderer
{
    private static readonly ArtifactTemplate Environment = ArtifactTemplate.Load("Infix/env.dtsi.scriban");
    private static readonly ArtifactTemplate FirmwareConfig = ArtifactTemplate.Load("Infix/config.txt.scriban");

    protected override IEnumerable<GeneratedFile> Render(Board board, InfixBoard infix, InfixDistribution distribution)
    {
        var loaders = InfixLoader.Of(board);
        var common = new UBootInputs(board, infix, distribution).CommonConfig;
        if (loaders.Any(loader => loader.UBoot is not null) && common.Requests.Count > 0)
            yield return InfixPaths.InFolder(board, InfixPaths.UBootConfig, Fragment(common));
        foreach (var loader in loaders)
        {
            if (loader.UBoot is { } uboot)
            {
                foreach (var file in UBoot(board, infix, loader, uboot, distribution))
                    yield return file;
            }

            yield return new(
                InfixPaths.Tree + InfixPaths.BootDefconfig(loader.Name),
                string.Concat(BootloaderLines.Of(board, infix, loader, distribution).Select(line => line + "\n")));
        }
    }

    private static IEnumerable<GeneratedFile> UBoot(
        Board board, InfixBoard infix, InfixLoader loader, UBoot uboot, InfixDistribution distribution)
    {
        var inputs = new UBootInputs(board, infix, distribution);
        if (inputs.Config(loader, uboot) is { Requests.Count: > 0 } config)
            yield return InfixPaths.InFolder(board, InfixPaths.UBootConfigOf(loader), Fragment(config));
        if (inputs.HasEnvironment(loader))
        {
            yield return InfixPaths.InFolder(board, UBootInputs.EnvironmentFile(loader), Environment.Render(new
            {
                Overlay = loader.Build.RaspberryPi is not null,
                Variables = inputs.Environment(loader),
                Nodes = ControlNodes(board, infix, loader).Select(DtsWriter.TopNode).ToList(),
            }));
        }

        if (loader.Build.RaspberryPi is { } firmware)
        {
            yield return InfixPaths.InFolder(
                board, InfixPaths.FirmwareConfig,
                FirmwareConfig.Render(new { Overlays = UBootInputs.Overlays(loader), Sections = firmware.Config }));
            // The kernel never sees it: U-Boot starts it with arguments of its own.
            yield return InfixPaths.InFolder(board, InfixPaths.FirmwareArguments, board.Console.KernelArgument + "\n");
        }
    }

    private static Seq<DtNode> ControlNodes(Board board, InfixBoard infix, InfixLoader loader) =>
        loader.Build.RaspberryPi is null || infix.ControlNodes.Count == 0
            ? infix.ControlNodes
            : throw new ModelException(
                $"board '{board.Id}' has ControlNodes, but U-Boot gets its device tree from the firmware of '{loader.Name}'; "
                + "leave them out");

    private static string Fragment(KernelFragment fragment) => string.Concat(fragment.Requests.Select(request =>
        (request.Reason is { } reason ? "# " + reason + "\n" : "") + request + "\n"));
}
