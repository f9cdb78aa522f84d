namespace Bsp.Userland.Tests;

/// <summary>Where the device's scripts are in this repository.</summary>
internal static class Userland
{
    /// <summary>The folder that is laid over the device's root.</summary>
    public static string Root { get; } = Repository.At("boards", "families", "reference", "rootfs");

    /// <summary>The scripts that the device's init and its steps start.</summary>
    public static string Programs => Path.Combine(Root, "usr", "libexec", "bsp");

    /// <summary>What the scripts read.</summary>
    public static string Data => Path.Combine(Root, "usr", "share", "bsp");

    /// <summary>Every file that a shell runs or reads: it starts with a line that says so.</summary>
    public static IEnumerable<string> Scripts =>
        Directory.EnumerateFiles(Path.Combine(Root, "usr"), "*", SearchOption.AllDirectories)
            .Where(file => File.ReadLines(file).FirstOrDefault() is "#!/bin/sh" or "# shellcheck shell=sh")
            .Order(StringComparer.Ordinal);
}
