namespace Bsp.Model;

/// <summary>A symbolic link in the root filesystem: a second name, such as the one by which a vendor's bootloader asks for a device tree.</summary>
/// <param name="Path">The link, from the root, such as <c>boot/acme/acme.dtb</c>.</param>
/// <param name="Target">What it leads to, from the link's folder.</param>
public sealed record InfixLink(string Path, string Target)
{
    /// <summary>The link, from the root.</summary>
    public string Path { get; init => field = Text.RelativePath(value, "a link"); } = Text.RelativePath(Path, "a link");

    /// <summary>What it leads to, from the link's folder.</summary>
    public string Target { get; init => field = Text.RelativePath(value, "a link's target"); } = Text.RelativePath(Target, "a link's target");
}
