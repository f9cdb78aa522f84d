namespace Bsp.Infix.Porting;

/// <summary>What is at a path of a checkout: a file, or a symbolic link.</summary>
/// <param name="Text">The file's text, or what the link points to.</param>
/// <param name="IsLink">Whether it is a link.</param>
internal sealed record PortContent(string Text, bool IsLink = false)
{
    /// <summary>A hash of it, which no file and link have in common.</summary>
    public string Hash => Checkout.HashOf(IsLink ? "link\0" + Text : Text);
}
