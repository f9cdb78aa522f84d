using Bsp.Review.Changes;

namespace Bsp.Review.Records;

/// <summary>What the members of <c>board.json</c> mean to devices in the field.</summary>
internal static class RecordRules
{
    // The first that matches counts. A member that none matches is shown as not judged.
    private static readonly (string Member, ChangeRule Rule, FieldImpact? Impact, string? Meaning)[] Rules =
    [
        ("id", ChangeRules.BoardRenamed, null, null),
        ("schema", ChangeRules.BuildSetting, null, null),
        ("update.compatible", ChangeRules.UpdateTrust, null, "devices in the field refuse bundles with another compatible"),
        ("update.fitKey", ChangeRules.UpdateTrust, null, "the bootloaders of devices in the field know the other key"),
        ("update.slots", ChangeRules.UpdateTrust, null, "devices in the field have the other slots"),
        ("update.tries", ChangeRules.UpdateSetting, FieldImpact.Bootloader, "the bootloader counts, and no bundle carries it"),
        ("update.retrySeconds", ChangeRules.UpdateSetting, FieldImpact.Bootloader, "the bootloader waits, and no bundle carries it"),
        ("update.environmentSize", ChangeRules.UpdateSetting, FieldImpact.Bootloader, "bootloader and system must agree on it"),
        ("update", ChangeRules.UpdateSetting, null, null),
        ("boot.load", ChangeRules.BootSetting, null, "the bootloader of devices in the field loads to the old addresses"),
        ("boot", ChangeRules.BootSetting, null, null),
        ("kernel", ChangeRules.KernelSetting, null, null),
        ("architecture", ChangeRules.KernelVersion, FieldImpact.Trust, "devices in the field cannot run it"),
        ("soc", ChangeRules.BuildSetting, null, null),
        ("console", ChangeRules.KernelSetting, null, "the bootloader of devices in the field keeps its own console"),
        ("watchdog.timeoutSeconds", ChangeRules.UserlandSetting, null, null),
        ("watchdog", ChangeRules.KernelSetting, null, null),
        ("deviceTree", ChangeRules.TreeFile, null, null),
        ("identity.compatibles", ChangeRules.TreeFile, null, "what the bootloader or the system looks for by compatible is not found"),
        ("identity", ChangeRules.BuildSetting, null, null),
        ("emulator", ChangeRules.BuildSetting, null, null),
        ("distribution.sources.u-boot", ChangeRules.Source, FieldImpact.Bootloader, null),
        ("distribution.sources.trusted-firmware", ChangeRules.Source, FieldImpact.Bootloader, null),
        ("distribution.sources.grub", ChangeRules.Source, FieldImpact.Bootloader, null),
        ("distribution.sources.schemas", ChangeRules.BuildSetting, null, null),
        ("distribution.sources", ChangeRules.Source, null, null),
        ("distribution.userland", ChangeRules.UserlandSetting, null, null),
        ("distribution.features", ChangeRules.UserlandSetting, null, null),
        ("distribution.overlay", ChangeRules.UserlandSetting, null, null),
        ("distribution.folder", ChangeRules.UserlandSetting, null, null),
        ("distribution", ChangeRules.BuildSetting, null, null),
    ];

    // Compared as what they become: the map of the disk, configurations of kernel and U-Boot, the driver that is asked for. What follows
    // from another member is told by that one.
    private static readonly string[] Elsewhere =
    [
        "disk", "kernel.requests", "kernel.source", "boot.config", "boot.source", "watchdog.driver", "console.kernelArgument",
        "deviceTree.edits", "distribution.sources.kernel.name",
    ];

    // What may be less than it seems.
    private static readonly string[] Watched = ["console.device", "console.baud", "identity.compatibles", "boot.load", "boot.bootDevice"];

    /// <summary>Whether a member is a value of Kconfig, which is nothing to look for in other files.</summary>
    public static bool IsSymbol(string member) => IsIn(member, "kernel.requests") || IsIn(member, "boot.config");

    /// <summary>Whether another part of the review compares a member.</summary>
    public static bool IsElsewhere(string member) => Elsewhere.Any(other => IsIn(member, other));

    /// <summary>The change of a member.</summary>
    public static Change Judge(string member, string? before, string? after)
    {
        foreach (var (path, rule, impact, meaning) in Rules)
        {
            if (IsIn(member, path))
            {
                return new(rule, member)
                {
                    Before = before,
                    After = after,
                    Impact = impact ?? rule.Impact,
                    Attention = rule.Attention == Attention.Note && Watched.Any(watched => IsIn(member, watched))
                        ? Attention.Warning
                        : rule.Attention,
                    Meaning = meaning,
                };
            }
        }

        return new(ChangeRules.UserlandSetting, member)
        {
            Before = before, After = after, Attention = Attention.Warning, Meaning = "what it means to devices in the field is not known",
        };
    }

    /// <summary>Whether the meaning of a member is known.</summary>
    public static bool Knows(string member) => IsElsewhere(member) || Rules.Any(rule => IsIn(member, rule.Member));

    private static bool IsIn(string member, string path) =>
        member == path || (member.StartsWith(path, StringComparison.Ordinal) && member[path.Length] is '.' or '[');
}
