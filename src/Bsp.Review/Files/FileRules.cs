using Bsp.Review.Changes;

namespace Bsp.Review.Files;

/// <summary>Where the artifacts end up on devices, by their paths.</summary>
internal static class FileRules
{
    // The first that matches counts. What ends in a slash stands for all in a folder, what begins with a star for an ending.
    private static readonly (string Pattern, ChangeRule Rule, FieldImpact? Impact, string? Meaning)[] Rules =
    [
        ("boot.cmd", ChangeRules.BootFile, null, null),
        ("u-boot-env.dtsi", ChangeRules.BootFile, null, null),
        ("grub.cfg", ChangeRules.BootFile, null, null),
        ("grubenv", ChangeRules.BootFile, FieldImpact.None, "only fresh devices get it"),
        ("slot.cmd", ChangeRules.UserlandFile, null, "the signed script of a slot"),
        ("slot.its", ChangeRules.UserlandFile, null, "what is signed in a slot"),
        ("slot.cfg", ChangeRules.UserlandFile, null, "the signed script of a slot"),
        ("system.conf", ChangeRules.UpdateSetting, null, null),
        ("manifest.raucm", ChangeRules.UpdateSetting, null, null),
        ("fw_env.config", ChangeRules.UpdateSetting, null, "where the system finds the bootloader's counters"),
        ("regions/configs/", ChangeRules.BuildSetting, FieldImpact.Update, "whether the board is in the build of its architecture"),
        ("regions/", ChangeRules.BuildSetting, null, null),
        ("kept/", ChangeRules.KernelSetting, null, "a patch of the kernel"),
        ("links/", ChangeRules.UserlandFile, null, null),
        ("tree/configs/", ChangeRules.BootFile, null, "how the bootloader is built"),
        ("*/config.txt", ChangeRules.BootFile, null, null),
        ("*/cmdline.txt", ChangeRules.BootFile, null, null),
        ("*-env.dtsi", ChangeRules.BootFile, null, null),
        ("*-env.dtso", ChangeRules.BootFile, null, null),
        ("*.config", ChangeRules.BootFile, null, null),
        ("*.dts", ChangeRules.TreeFile, null, null),
        ("*.dtso", ChangeRules.TreeFile, null, null),
        ("*/dts/Makefile", ChangeRules.TreeFile, null, "which trees and overlays are built"),
        ("*.md", ChangeRules.BuildSetting, null, null),
        ("*/Config.in", ChangeRules.BuildSetting, null, "the board's packages and its line in the menu"),
        ("*/LICENSE", ChangeRules.BuildSetting, null, null),
        ("*.hash", ChangeRules.BuildSetting, null, null),
    ];

    // A folder of the root filesystem may have files of any name.
    private const string RootFilesystem = "/rootfs/";

    /// <summary>The change of a file.</summary>
    /// <param name="path">Its path among the artifacts.</param>
    public static Change Judge(string path) => path.Contains(RootFilesystem, StringComparison.Ordinal)
        ? new(ChangeRules.UserlandFile, path[(path.IndexOf(RootFilesystem, StringComparison.Ordinal) + RootFilesystem.Length - 1)..])
        : Find(path) is { } rule
        ? new(rule.Rule, path) { Impact = rule.Impact ?? rule.Rule.Impact, Meaning = rule.Meaning }
        : new(ChangeRules.UserlandFile, path)
        {
            Attention = Attention.Warning, Meaning = "what it means to devices in the field is not known",
        };

    /// <summary>Whether it is known where a file ends up.</summary>
    public static bool Knows(string path) => path.Contains(RootFilesystem, StringComparison.Ordinal) || Find(path) is not null;

    private static (ChangeRule Rule, FieldImpact? Impact, string? Meaning)? Find(string path)
    {
        foreach (var (pattern, rule, impact, meaning) in Rules)
        {
            var matches = pattern[^1] == '/' ? path.StartsWith(pattern, StringComparison.Ordinal)
                : pattern[0] == '*' ? path.EndsWith(pattern[1..], StringComparison.Ordinal)
                : path == pattern;
            if (matches)
                return (rule, impact, meaning);
        }

        return null;
    }
}
