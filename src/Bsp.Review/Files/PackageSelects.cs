using Bsp.Review.Changes;

namespace Bsp.Review.Files;

/// <summary>The packages that a board's <c>Config.in</c> selects, which every image with the board has.</summary>
internal static class PackageSelects
{
    private const string Select = "select BR2_PACKAGE_";

    /// <summary>Packages that are selected on one side only.</summary>
    public static IEnumerable<Change> Between(string before, string after)
    {
        var (old, now) = (In(before), In(after));
        return old.Except(now).Select(package => Of(package) with { Before = "selected" })
            .Concat(now.Except(old).Select(package => Of(package) with { After = "selected" }));
    }

    /// <summary>The text without what it selects.</summary>
    public static string Without(string text) => string.Join('\n', text.Split('\n').Where(line => PackageOf(line) is null));

    private static Change Of(string package) => new(ChangeRules.UserlandSetting, "package " + package);

    private static IEnumerable<string> In(string text) => text.Split('\n').Select(PackageOf).OfType<string>();

    private static string? PackageOf(string line) =>
        line.Trim() is var words && words.StartsWith(Select, StringComparison.Ordinal) ? words[Select.Length..].Split(' ')[0] : null;
}
