using System.Runtime.InteropServices;

namespace Bsp.Build.Processes;

/// <summary>The system calls about processes that .NET has no API for.</summary>
internal static class ProcessGroups
{
    private const int KillSignal = 9;

    /// <summary>Ends a process and all in its group; nothing happens when it has ended already.</summary>
    public static void Kill(int group)
    {
        if (group > 1)
            _ = kill(-group, KillSignal);
    }

    /// <summary>Sets which permission bits new files of this process and its children do not get.</summary>
    public static void SetUmask(int mask) => _ = umask((uint)mask);

    [DllImport("libc", SetLastError = true)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.System32)]
    private static extern int kill(int pid, int signal);

    [DllImport("libc")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.System32)]
    private static extern uint umask(uint mask);
}
