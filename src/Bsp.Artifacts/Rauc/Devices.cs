namespace Bsp.Artifacts.Rauc;

/// <summary>Where the running system has what the bootloader shares with it.</summary>
internal static class Devices
{
    /// <summary>The mount point of the aux filesystem.</summary>
    public const string AuxMountPoint = "/mnt/aux";
}
