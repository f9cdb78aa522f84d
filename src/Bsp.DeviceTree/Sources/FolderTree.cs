#if NET
namespace Bsp.DeviceTrees;

/// <summary>
/// Reads a tree from folders and files, as a kernel shows its own in <c>/proc/device-tree</c>: a folder is a node, a file a
/// property (fstree.c).
/// </summary>
public sealed class FolderTree
{
    // As in blobs, and more nodes than any machine has: links to folders above would otherwise lead on for ever.
    private const int MaximumDepth = 500;
    private const int MaximumNodes = 1_000_000;

    private readonly Action<string> _cannotOpen;
    private int _nodes;

    private FolderTree(Action<string> cannotOpen) => _cannotOpen = cannotOpen;

    /// <summary>
    /// The tree of a folder, in the order in which the file system lists it: of <c>/proc/device-tree</c> that of the blob.
    /// </summary>
    /// <param name="folder">The folder.</param>
    /// <param name="cannotOpen">Receives each file that may not be read, and is left out.</param>
    /// <exception cref="IOException">A folder or file cannot be read.</exception>
    /// <exception cref="FormatException">Folders are nested too deep, or there are too many.</exception>
    public static DeviceTree Read(string folder, Action<string> cannotOpen)
    {
        try
        {
            var root = new FolderTree(cannotOpen).Read(new DirectoryInfo(folder), "", 0);
            return new(root, false, []) { BootProcessor = DeviceTree.FirstProcessor(root) };
        }
        catch (UnauthorizedAccessException exception)
        {
            throw new IOException(exception.Message, exception);
        }
    }

    private TreeNode Read(DirectoryInfo folder, string name, int depth)
    {
        if (depth == MaximumDepth || ++_nodes > MaximumNodes)
        {
            throw new FormatException(
                $"folders are nested {MaximumDepth} deep, or there are {MaximumNodes}: "
                + $"does a link lead to a folder above? '{folder.FullName}'");
        }

        var node = new TreeNode(name);
        var options = new EnumerationOptions { AttributesToSkip = 0, IgnoreInaccessible = false };
        foreach (var entry in folder.EnumerateFileSystemInfos("*", options))
        {
            if (entry is DirectoryInfo below)
                node.Add(Read(below, entry.Name, depth + 1));
            else if (Contents((FileInfo)entry) is { } bytes)
                node.Add(entry.Name, new(bytes));
            else
                _cannotOpen(entry.FullName);
        }

        return node;
    }

    // What is not an ordinary file has no length, and is not opened: a pipe would wait for a writer.
    private static byte[]? Contents(FileInfo file)
    {
        var length = (file.ResolveLinkTarget(returnFinalTarget: true) as FileInfo ?? file).Length;
        if (length == 0)
            return [];
        try
        {
            using var stream = file.OpenRead();
            var bytes = new byte[length];
            return bytes[..stream.ReadAtLeast(bytes, bytes.Length, throwOnEndOfStream: false)];
        }
        catch (UnauthorizedAccessException)
        {
            return null;
        }
    }
}
#endif
