namespace Bsp.Artifacts.Tests.Tools;

/// <summary>Runs genimage on a configuration.</summary>
internal static class Genimage
{
    /// <summary>The disk image that it makes.</summary>
    /// <param name="inputs">Names of files that the configuration takes; each gets a few bytes.</param>
    public static string Run(TempFolder scratch, string configuration, params IEnumerable<string> inputs)
    {
        foreach (var folder in new[] { "in", "out", "root" })
            Directory.CreateDirectory(scratch[folder]);
        foreach (var input in inputs)
            scratch.Write("in/" + input, "content of " + input);
        HostTool.Check("genimage",
        [
            "--config", scratch.Write("genimage.cfg", configuration), "--rootpath", scratch["root"],
            "--inputpath", scratch["in"], "--outputpath", scratch["out"], "--tmppath", scratch["tmp"],
        ]);
        return scratch["out/disk.img"];
    }
}
