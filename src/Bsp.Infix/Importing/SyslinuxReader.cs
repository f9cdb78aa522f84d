using Bsp.Model;

namespace Bsp.Infix.Importing;

/// <summary>
/// Reads <c>boot/syslinux/…-syslinux.conf</c>: the overlays that U-Boot applies to a device tree, and which of them are the
/// board's own.
/// </summary>
/// <param name="source">The board's files.</param>
/// <param name="architecture">The board's architecture.</param>
internal sealed class SyslinuxReader(ImportSource source, Architecture architecture)
{
    private const string Member = "Infix.SyslinuxEntries";
    private const string Folder = "boot/syslinux/";
    private const string Ending = "-syslinux.conf";
    private const string Overlays = "fdtoverlays ";

    private readonly Dictionary<string, DeviceTreeOverlay> _overlays = new(StringComparer.Ordinal);

    /// <summary>The entry that a file says; null where it is no such file, or says more.</summary>
    /// <param name="file">The file, relative to the checkout.</param>
    /// <param name="path">Where it is in the root filesystem.</param>
    public SyslinuxEntry? Read(string file, string path)
    {
        if (!path.StartsWith(Folder, StringComparison.Ordinal) || !path.EndsWith(Ending, StringComparison.Ordinal))
            return null;
        // But for the overlays it is what the architecture has.
        var (lines, usual) = (Lines(file), Lines($"board/{architecture.Name}/rootfs/{Folder}syslinux.conf"));
        var own = lines.FindAll(x => x.StartsWith(Overlays, StringComparison.Ordinal));
        return own.Count == 1 && lines.FindAll(x => x != own[0]).SequenceEqual(usual)
            && own[0].Split(' ', StringSplitOptions.RemoveEmptyEntries)[1..] is { Length: > 0 } blobs && Array.TrueForAll(blobs, IsBlob)
            ? new(
                path[Folder.Length..^Ending.Length],
                Seq<DeviceTreeOverlay>.Of(blobs.Select(x => Overlay(x["/boot/".Length..^".dtbo".Length]))))
            : null;
    }

    private static bool IsBlob(string path) =>
        path.StartsWith("/boot/", StringComparison.Ordinal) && path.EndsWith(".dtbo", StringComparison.Ordinal)
            && path.Length > "/boot/.dtbo".Length;

    private List<string> Lines(string file) => [.. (source.Lines(file) ?? []).Select(x => x.Text.Trim()).Where(x => x.Length > 0)];

    private DeviceTreeOverlay Overlay(string name) =>
        _overlays.TryGetValue(name, out var known) ? known : _overlays[name] = ReadOverlay(name);

    // One of which the board has no source comes from the kernel.
    private DeviceTreeOverlay ReadOverlay(string name)
    {
        var path = $"{source.Folder}/dts/{name}.dtso";
        if (new DtsReader(source, Member).Read(path) is not { } document)
            return DeviceTreeOverlay.From(name + ".dtso");
        var trunk = document.Includes.Find(x => x.StartsWith(architecture.KernelArch + "/", StringComparison.Ordinal));
        var headers = document.Includes.Where(x => x.StartsWith("dt-bindings/", StringComparison.Ordinal)).Distinct().ToList();
        foreach (var other in document.Includes.Where(x => x != trunk && !headers.Contains(x)))
            source.Todo(Member, path, $"it includes '{other}' too");
        var overlay = new DeviceTreeOverlay(name)
        {
            Path = trunk?[(architecture.KernelArch.Value.Length + 1)..],
            Headers = [.. headers],
            Edits = Seq<DtNode>.Of(document.Nodes),
        };
        return source.License(path) is { } license ? overlay with { License = license } : overlay;
    }
}
