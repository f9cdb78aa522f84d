namespace Bsp.Build.Storage;

/// <summary>Deletes folders of which some are read-only.</summary>
internal static class Folders
{
    private const UnixFileMode Writable = UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute;

    /// <summary>Deletes a folder with all in it, if it is there.</summary>
    public static void Delete(string folder)
    {
        if (!Directory.Exists(folder))
            return;
        try
        {
            Directory.Delete(folder, recursive: true);
        }
        catch (UnauthorizedAccessException)
        {
            Open(new DirectoryInfo(folder));
            Directory.Delete(folder, recursive: true);
        }
    }

    // An entry of a read-only folder cannot be unlinked, whoever owns it.
    private static void Open(DirectoryInfo folder)
    {
        folder.UnixFileMode |= Writable;
        foreach (var below in folder.EnumerateDirectories().Where(below => below.LinkTarget is null))
            Open(below);
    }
}
