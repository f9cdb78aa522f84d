using System.Text;
using Bsp.Build.Sources;

namespace Bsp.Firmware.Results;

/// <summary>What editors know about the kernels that boards are built with: <c>artifacts/platform/&lt;source&gt;/</c>.</summary>
/// <param name="root">The repository.</param>
public sealed class PlatformFolder(string root)
{
    // Says which version of the source the folder was made from.
    private const string SourceFile = "source";
    private readonly string _folder = Path.Combine(root, "artifacts", "platform");

    /// <summary>Deletes what was made from other sources than those that the lock file pins: wrong knowledge is worse than none.</summary>
    /// <remarks>Of a kernel that is not pinned, such as Infix's, what a person has put there stays.</remarks>
    /// <exception cref="BuildFailedException">There is something, and no lock file to compare it with.</exception>
    public void DeleteStale()
    {
        if (!Directory.Exists(_folder))
            return;
        var lockFile = LockFile.Load(root);
        foreach (var folder in Directory.EnumerateDirectories(_folder))
        {
            var file = Path.Combine(folder, SourceFile);
            var pinned = lockFile.Sources.FirstOrDefault(source => source.Name == Path.GetFileName(folder));
            var isCurrent = pinned is null ? !File.Exists(file) : File.Exists(file) && File.ReadAllText(file) == Identity(pinned);
            if (!isCurrent)
                Directory.Delete(folder, recursive: true);
        }
    }

    /// <summary>The name of the snapshot of a kernel's Kconfig files.</summary>
    /// <param name="architecture">The kernel's name of the architecture.</param>
    public static string Kconfig(string architecture) => $"kconfig-{architecture}.snapshot";

    /// <summary>The name of the snapshot of a kernel's device tree.</summary>
    /// <param name="architecture">The kernel's name of the architecture.</param>
    /// <param name="path">The tree's path below the architecture's folder.</param>
    public static string Tree(string architecture, string path) => $"dt-{architecture}/{path}.snapshot";

    /// <summary>Adds a snapshot of something in a kernel.</summary>
    /// <param name="source">The kernel's source.</param>
    /// <param name="name">The snapshot's name.</param>
    /// <param name="snapshot">The snapshot's file; it is copied when it is another than the one that is there.</param>
    public void Put(LockedSource source, string name, string snapshot)
    {
        var folder = Path.Combine(_folder, source.Name);
        var file = Path.Combine(folder, name);
        Directory.CreateDirectory(Path.GetDirectoryName(file)!);
        Replace(file, File.ReadAllBytes(snapshot));
        Replace(Path.Combine(folder, SourceFile), Encoding.UTF8.GetBytes(Identity(source)));
    }

    /// <summary>The file of a snapshot.</summary>
    /// <param name="pinned">The pinned source that it is to be of; null for one that nothing pins.</param>
    /// <param name="source">The source's name.</param>
    /// <param name="name">The snapshot's name.</param>
    /// <returns>Null where there is none, or one of another version of the source.</returns>
    public string? Find(LockedSource? pinned, string source, string name)
    {
        // A name comes from an artifact that somebody may have written by hand.
        if (Path.GetFileName(source) != source || source is "" or "." or "..")
            return null;
        var (file, marker) = (Path.Combine(_folder, source, name), Path.Combine(_folder, source, SourceFile));
        var isOfIt = pinned is null ? !File.Exists(marker) : File.Exists(marker) && File.ReadAllText(marker) == Identity(pinned);
        return isOfIt && File.Exists(file) ? file : null;
    }

    private static string Identity(LockedSource source) => string.Concat(source.Files().Select(file => $"{file.Sha256}  {file.Name}\n"));

    // An editor that reads meanwhile has the old file or the new one, and one that has not changed is not read again.
    private static void Replace(string path, byte[] content)
    {
        if (File.Exists(path) && File.ReadAllBytes(path).AsSpan().SequenceEqual(content))
            return;
        var draft = $"{path}.{Environment.ProcessId}";
        File.WriteAllBytes(draft, content);
        File.Move(draft, path, overwrite: true);
    }
}
