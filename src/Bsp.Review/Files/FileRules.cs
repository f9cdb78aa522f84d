using Bsp.Artifacts;
using Bsp.Review.Changes;
using Bsp.Review.Revisions;

namespace Bsp.Review.Files;

/// <summary>Where the artifacts end up on devices, by their paths.</summary>
internal static class FileRules
{
    private const string ArchitectureBuilds = "regions/configs/";

    // The first that matches counts. What ends in a slash stands for all in a folder, what begins with a star for an ending.
    private static readonly (string Pattern, ChangeRule Rule, FieldImpact? Impact, string? Meaning)[] Rules =
    [
        (ArtifactNames.BootScript, ChangeRules.BootFile, null, null),
        (ArtifactNames.UBootEnvironment, ChangeRules.BootFile, null, null),
        (ArtifactNames.GrubConfig, ChangeRules.BootFile, null, null),
        (ArtifactNames.GrubEnvironment, ChangeRules.BootFile, FieldImpact.None, "only fresh devices get it"),
        (ArtifactNames.SlotScript, ChangeRules.UserlandFile, null, "the signed script of a slot"),
        (ArtifactNames.SlotTree, ChangeRules.UserlandFile, null, "what is signed in a slot"),
        (ArtifactNames.GrubSlotConfig, ChangeRules.UserlandFile, null, "the signed script of a slot"),
        (ArtifactNames.SystemConf, ChangeRules.UpdateSetting, null, null),
        (ArtifactNames.BundleManifest, ChangeRules.UpdateSetting, null, null),
        (ArtifactNames.FwEnvConfig, ChangeRules.UpdateSetting, null, "where the system finds the bootloader's counters"),
        (ArchitectureBuilds, ChangeRules.BuildSetting, FieldImpact.Update, null),
        ("regions/", ChangeRules.BuildSetting, null, null),
        ("kept/patches/", ChangeRules.KernelSetting, null, "a patch of the kernel"),
        ("kept/", ChangeRules.UserlandFile, null, null),
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
        ("*/Config.in", ChangeRules.BuildSetting, null, "the board's line in the menu"),
        ("*.mk", ChangeRules.KernelSetting, null, "how Buildroot builds what the board brings"),
        ("*/LICENSE", ChangeRules.BuildSetting, null, null),
        ("*.hash", ChangeRules.BuildSetting, null, null),
    ];

    // A folder of the root filesystem may have files of any name.
    private const string RootFilesystem = "/rootfs/";
    private const string Products = "/usr/share/product/";

    /// <summary>The change of a file.</summary>
    /// <param name="path">Its path among the artifacts.</param>
    /// <param name="isNew">Whether the base does not have it.</param>
    /// <param name="isGone">Whether the head does not have it.</param>
    public static Change Judge(string path, bool isNew, bool isGone)
    {
        if (path.IndexOf(RootFilesystem, StringComparison.Ordinal) is >= 0 and var root)
            return Installed(path[(root + RootFilesystem.Length - 1)..], isGone);
        if (Find(path) is not { } rule)
        {
            return new(ChangeRules.UserlandFile, path)
            {
                Attention = Attention.Warning, Meaning = "what it means to devices in the field is not known",
            };
        }

        var change = new Change(rule.Rule, path) { Impact = rule.Impact ?? rule.Rule.Impact, Meaning = rule.Meaning };
        return path.StartsWith(ArchitectureBuilds, StringComparison.Ordinal) && (isNew || isGone) ? change with
        {
            Attention = isGone ? Attention.Warning : Attention.Note,
            Meaning = isGone ? "the board is not in the build of its architecture any more: updates leave its devices without drivers"
                : "the board is in the build of its architecture from now on",
        }
        : change;
    }

    private static Change Installed(string path, bool isGone)
    {
        var change = new Change(ChangeRules.UserlandFile, path);
        return isGone && path.StartsWith(Products, StringComparison.Ordinal) ? change with
        {
            Attention = Attention.Warning, Meaning = $"devices that are '{path[Products.Length..].Split('/')[0]}' do not find it any more",
        }
        : change;
    }

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
