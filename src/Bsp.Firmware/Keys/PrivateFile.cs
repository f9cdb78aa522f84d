namespace Bsp.Firmware.Keys;

/// <summary>Files that only their owner may read, from the moment they exist.</summary>
internal static class PrivateFile
{
    /// <summary>Writes a new file.</summary>
    public static void Write(string path, string text)
    {
        using var writer = new StreamWriter(path, new FileStreamOptions
        {
            Mode = FileMode.CreateNew,
            Access = FileAccess.Write,
            UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite,
        });
        writer.Write(text);
    }
}
