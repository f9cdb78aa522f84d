using System.Text.RegularExpressions;

namespace Bsp.Build.Tests;

public sealed partial class HostPackageTests
{
    [Fact]
    public void Every_package_whose_version_is_in_a_step_key_is_installed_by_the_build_script()
    {
        var listed = File.ReadAllLines(Repository.At("build", "host-packages"))
            .Select(x => x.Split('#')[0].Trim())
            .Where(x => x.Length > 0)
            .ToHashSet();
        var stated = Directory.GetFiles(Repository.At("src"), "*.cs", SearchOption.AllDirectories)
            .SelectMany(x => ToolInput().Matches(File.ReadAllText(x)))
            .Select(x => x.Groups["package"].Value)
            .Distinct()
            .ToList();
        Assert.Contains("squashfs-tools", stated);
        Assert.Empty(stated.Except(listed));
    }

    [GeneratedRegex("""\.Tool\("[^"]+", "(?<package>[^"]+)"\)""")]
    private static partial Regex ToolInput();
}
