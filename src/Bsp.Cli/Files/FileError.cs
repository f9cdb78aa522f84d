using System.Runtime.InteropServices;

namespace Bsp.Cli.Files;

/// <summary>Why a file cannot be read or written, in the system's words: those of the runtime are not part of the native program.</summary>
internal static class FileError
{
    private const int NoSuchFile = 2;
    private const int NotPermitted = 13;
    // Larger numbers are the runtime's own.
    private const int LargestErrno = 4095;

    /// <summary>The reason.</summary>
    public static string Reason(Exception exception) => exception switch
    {
        FileNotFoundException or DirectoryNotFoundException => Marshal.GetPInvokeErrorMessage(NoSuchFile),
        UnauthorizedAccessException => Marshal.GetPInvokeErrorMessage(NotPermitted),
        IOException { HResult: > 0 and <= LargestErrno } => Marshal.GetPInvokeErrorMessage(exception.HResult),
        _ => exception.Message,
    };
}
