using System.Globalization;
using Bsp.Artifacts.Boot;
using Bsp.Artifacts.Rendering;
using Bsp.Model;

namespace Bsp.Artifacts.Boards;

/// <summary><c>board.json</c>: the record as resolved, with all layers applied; docs/schemas/board-1.json describes it.</summary>
internal sealed class BoardJson : DebianRenderer
{
    /// <summary>The version of the schema; a member that is removed or changes its meaning makes the next one.</summary>
    private const string Schema = "bsp-board/1";

    protected override IEnumerable<GeneratedFile> Render(BootableBoard board, DebianDistribution distribution)
    {
        yield return new(ArtifactNames.BoardJson, JsonText.Of(new JsonMembers
        {
            { "schema", Schema },
            { "id", board.Id },
            { "distribution", DistributionJson.Of(board, distribution) },
            { "identity", Of(board.Identity) },
            { "architecture", Of(board.Soc.Architecture) },
            { "soc", board.Soc.Name },
            { "console", Of(board.Console) },
            { "watchdog", new JsonMembers { { "driver", board.Watchdog.Driver }, { "timeoutSeconds", board.Watchdog.TimeoutSeconds } } },
            { "deviceTree", Of(board.DeviceTree) },
            { "disk", DiskJson.Of(board, distribution.Layout.ApplyTo(board)) },
            { "boot", Of(board, distribution) },
            { "update", Of(distribution.Update, distribution.CompatibleFor(board)) },
            { "emulator", Of(board.Emulator) },
            { "kernel", KernelJson.Of(board, distribution) },
        }));
    }

    private static JsonMembers Of(Identity identity) => new()
    {
        { "vendor", identity.Vendor },
        { "model", identity.Model },
        { "compatibles", identity.Compatibles },
    };

    private static JsonMembers Of(Architecture architecture) => new()
    {
        { "name", architecture.Name },
        { "kernelArch", architecture.KernelArch },
        { "debianArch", architecture.DebianArch },
        { "triplet", architecture.Triplet },
        { "kernelImage", architecture.KernelImage },
    };

    private static JsonMembers Of(Model.Console console) => new JsonMembers
    {
        { "device", console.Device },
        { "baud", console.Baud },
        { "kernelArgument", console.KernelArgument },
    }.With("node", console.Node).With("screen", console.HasScreen);

    private static JsonMembers? Of(DeviceTree? tree) => tree is null ? null : new JsonMembers
    {
        { "source", tree.Source == DeviceTreeSource.Kernel ? "kernel" : "emulator" },
        { "license", tree.License },
        { "edits", tree.Edits.Select(node => node.Name) },
    }.With("path", tree.Path).With("kernelArch", tree.KernelArch).WithAny("headers", tree.Headers);

    private static JsonMembers Of(BootableBoard board, DebianDistribution distribution) => board.Boot switch
    {
        UBoot uboot when VerifiedUBoot.Of(board) is { } verified => new JsonMembers
        {
            { "kind", "u-boot" },
            { "medium", board.Medium?.Name },
            { "source", distribution.UBoot.Name },
            { "defconfig", uboot.DefconfigFile },
            { "bootDevice", verified.Device },
            { "image", uboot.Image },
            { "load", verified.Load.Select(Of) },
            { "config", UBootConfig.Of(board, uboot, distribution).Requests.Select(KernelJson.Of) },
        }.With("trustedFirmware", uboot.TrustedFirmware?.Platform),
        GrubEfi grub => new()
        {
            { "kind", "grub-efi" },
            { "medium", board.Medium?.Name },
            { "platform", grub.Platform },
            { "removableName", grub.RemovableName },
        },
        null => throw new ModelException(
            $"nothing starts '{board.Id}', because it has no medium with a boot chain; state Media, and Boot of the first"),
        var other => throw new ModelException($"board.json cannot describe {other}"),
    };

    private static JsonMembers Of(LoadRegion region) => new()
    {
        { "name", region.Name },
        { "address", "0x" + region.Address.ToString("x", CultureInfo.InvariantCulture) },
        { "size", region.Size.Bytes },
    };

    private static JsonMembers Of(UpdateScheme update, string compatible) => new()
    {
        { "compatible", compatible },
        { "slots", update.Slots },
        { "tries", update.Tries },
        { "retrySeconds", update.RetrySeconds },
        { "fitKey", update.FitKey },
        { "environmentSize", update.EnvironmentSize.Bytes },
    };

    private static JsonMembers? Of(Emulator? emulator) => emulator is null ? null : new JsonMembers
    {
        { "program", emulator.Program },
        { "machine", emulator.Machine },
        { "cpu", emulator.Cpu },
        { "cpus", emulator.Cpus },
        { "memory", emulator.Memory.Bytes },
        { "disk", emulator.Disk.ToString().ToLowerInvariant() },
        { "networkDevice", emulator.NetworkDevice },
    }.With("watchdogDevice", emulator.WatchdogDevice);
}
