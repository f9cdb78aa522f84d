using System.Runtime.CompilerServices;
using Xunit;

namespace Bsp.Artifacts.Tests.Snapshots;

/// <summary>
/// Compares text with a committed file, with Verify's conventions: <c>*.verified.*</c> is what was approved, <c>*.received.*</c>
/// what was produced instead.
/// </summary>
internal static class Snapshot
{
    /// <summary>Fails when the text is not what was approved; to approve it, rename the received file.</summary>
    /// <param name="name">The snapshot's name, with the artifact's own extension, such as <c>acme/genimage.cfg</c>.</param>
    public static void Matches(string text, string name, [CallerFilePath] string source = "")
    {
        var stem = Path.Combine(
            Path.GetDirectoryName(source)!, "_snapshots", Path.GetDirectoryName(name)!, Path.GetFileNameWithoutExtension(name));
        var (verified, received) = (stem + ".verified" + Path.GetExtension(name), stem + ".received" + Path.GetExtension(name));
        var approved = File.Exists(verified) ? File.ReadAllText(verified) : null;
        if (approved == text)
        {
            File.Delete(received);
            return;
        }

        Directory.CreateDirectory(Path.GetDirectoryName(received)!);
        File.WriteAllText(received, text);
        Assert.True(approved is not null, $"nothing is approved yet; read {received} and rename it to {Path.GetFileName(verified)}");
        Assert.Equal(approved, text);
    }
}
