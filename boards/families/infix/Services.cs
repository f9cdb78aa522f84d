namespace Bsp.Boards.Families.Infix;

/// <summary>Services that only some products run.</summary>
public static class Services
{
    /// <summary>Watches whether the port <c>wan</c> has an address, for the lights.</summary>
    public static readonly RootEntry WanMonitor = new TextFile(
        "etc/finit.d/wan-monitor.conf", "service [12345789] log wan-monitor.sh -- WAN Health monitor\n");

    /// <summary>What <see cref="WanMonitor"/> says when it has.</summary>
    public static readonly LedInput WanUp = new("wan-up", "/run/led/wan-up");

    /// <summary>Enables a service in finit that the image has, but does not start by default.</summary>
    /// <param name="service">The service's name.</param>
    public static RootEntry Enabled(string service) =>
        new SymbolicLink($"etc/finit.d/enabled/{service}.conf", $"../available/{service}.conf");

    /// <summary>What a key does on the running system (input-event-daemon).</summary>
    /// <param name="device">The input device.</param>
    /// <param name="action">The key and the command, such as <c>RESTART = reboot</c>.</param>
    public static RootEntry Keys(string device, string action) =>
        new TextFile("etc/input-event-daemon.conf", $"[Global]\nlisten = {device}\n\n[Keys]\n{action}\n");
}
