namespace Bsp.Firmware.Images;

/// <summary>Gives everything below a folder the same date.</summary>
internal static class FileDates
{
    public static void Set(string folder, long date)
    {
        var time = DateTimeOffset.FromUnixTimeSeconds(date).UtcDateTime;
        foreach (var entry in new DirectoryInfo(folder).EnumerateFileSystemInfos(
            "*", new EnumerationOptions { RecurseSubdirectories = true, AttributesToSkip = FileAttributes.None }))
        {
            entry.LastWriteTimeUtc = time;
            entry.LastAccessTimeUtc = time;
        }
    }
}
