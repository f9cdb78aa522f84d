using System.Runtime.InteropServices;
using Microsoft.Win32.SafeHandles;

namespace Bsp.Build.Storage;

/// <summary>Makes sure that what was written survives a power loss.</summary>
internal static class Durable
{
    /// <summary>Writes everything of the folder's file system to the disk.</summary>
    /// <remarks>One call: an fsync for each file of a source tree takes minutes.</remarks>
    public static void Sync(string folder)
    {
        // A failure shows again when the entry is read; there is nothing better to do here.
        using var handle = open(folder, 0);
        if (!handle.IsInvalid)
            _ = syncfs(handle);
    }

    [DllImport("libc", SetLastError = true, CharSet = CharSet.Ansi, BestFitMapping = false, ThrowOnUnmappableChar = true)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.System32)]
    private static extern SafeFileHandle open([MarshalAs(UnmanagedType.LPUTF8Str)] string path, int flags);

    [DllImport("libc", SetLastError = true)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.System32)]
    private static extern int syncfs(SafeFileHandle handle);
}
