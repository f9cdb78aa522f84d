using Bsp.Build.Processes;
using Bsp.Build.Storage;

namespace Bsp.Build.Steps;

/// <summary>Words for a step that failed.</summary>
internal static class StepFailure
{
    /// <summary>What went wrong, the last lines of the log where they say it, and where the log is.</summary>
    public static string Describe(Exception exception, StepLog log, string folder)
    {
        var message = NoSpace(exception, log) ? DiskFull(folder) : exception switch
        {
            BuildFailedException => exception.Message,
            _ => exception.GetType().Name + ": " + exception.Message,
        };
        return message + "\n  log: " + log.FilePath;
    }

    /// <summary>The message for a step that would not fit.</summary>
    public static string TooSmall(string folder, long needed) =>
        $"there is too little space in '{folder}': {Megabytes(needed)} MB are needed, {Megabytes(FreeSpace(folder))} MB are free; "
        + "'./build.sh Clean --store' removes what was not used for long";

    public static long FreeSpace(string folder) => new DriveInfo(folder).AvailableFreeSpace;

    private static bool NoSpace(Exception exception, StepLog log) =>
        exception is IOException { HResult: Errno.NoSpace or Errno.QuotaExceeded }
        || log.LastLines.Any(
            line => line.Contains("No space left on device", StringComparison.Ordinal)
                || line.Contains("Disk quota exceeded", StringComparison.Ordinal));

    private static string DiskFull(string folder) =>
        $"there is no space left in '{folder}' ({Megabytes(FreeSpace(folder))} MB are free now that the unfinished output is removed); "
        + "'./build.sh Clean --store' removes what was not used for long";

    private static long Megabytes(long bytes) => (bytes + 999_999) / 1_000_000;
}
