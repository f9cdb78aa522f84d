using Bsp.DeviceTrees;
using Bsp.DeviceTrees.Differences;
using Bsp.Infix.Tests.Comparing;
using Bsp.Infix.Tests.Support;

namespace Bsp.Infix.Tests;

/// <summary>
/// The boards in a real checkout: Buildroot reads their defconfigs, and their device trees are those that Infix's own sources make.
/// </summary>
/// <remarks>
/// BSP_INFIX names the checkout, at the revision of the reference data; BSP_BUILDROOT a Buildroot of its age; BSP_KERNEL a kernel's source
/// of its age, of which only
/// <c>include</c>, <c>arch/*/boot/dts</c> and <c>scripts/dtc/include-prefixes</c> are read.
/// </remarks>
public sealed class CheckoutTests(PortedCheckout checkout) : IClassFixture<PortedCheckout>
{
    public static TheoryData<string> BootDefconfigs => [.. Names("tree/configs/")];

    public static TheoryData<string> SystemDefconfigs => [.. Names("regions/configs/")];

    public static TheoryData<string> Packages =>
        [.. PortedCheckout.Boards.Where(x => x.Files.Any(file => file.Path.EndsWith("/dts/Makefile", StringComparison.Ordinal)))
            .Select(x => x.Board.Id)];

    [Fact]
    public async Task A_second_port_changes_nothing()
    {
        _ = PortedCheckout.Original;
        Assert.Empty((await checkout.PlanAsync()).Changes);
    }

    [Theory]
    [MemberData(nameof(BootDefconfigs))]
    public void Buildroot_saves_a_bootloaders_defconfig_as_it_was_written(string name) => Assert.Equal("", Loss(checkout.Folder, name));

    [Theory]
    [MemberData(nameof(SystemDefconfigs))]
    public void Buildroot_loses_no_more_of_a_systems_defconfig_than_without_the_port(string name)
    {
        // What Infix's own file loses, or has in another order, is not the port's doing.
        using var original = new TempFolder();
        PortedCheckout.CopyOriginal(original.Path);
        Assert.Equal(Loss(original.Path, name), Loss(checkout.Folder, name));
    }

    [Theory]
    [MemberData(nameof(Packages))]
    public void The_kernels_tools_make_the_trees_that_they_make_of_Infixs_sources(string board)
    {
        _ = PortedCheckout.Original;
        var package = Path.GetDirectoryName(
            PortedCheckout.Boards.Single(x => x.Board.Id == board).Files
                .Single(file => file.Path.EndsWith("/dts/Makefile", StringComparison.Ordinal)).Path)![
                "tree/".Length..];
        var listed = DifferenceTable.Read(File.ReadAllText(TestPaths.Differences))
            .Select(line => line.Difference)
            .Where(x => x.Board == board)
            .Select(x => x.Field)
            .ToList();
        var blobs = File.ReadAllLines(Path.Combine(checkout.Folder, package, "Makefile"))
            .Where(x => x.EndsWith(".dtb", StringComparison.Ordinal))
            .Select(x => x.Split(' ')[^1])
            .ToList();
        Assert.NotEmpty(blobs);
        foreach (var blob in blobs)
        {
            var source = Path.Combine(package, Path.ChangeExtension(blob, ".dts"));
            var made = Compile(Path.Combine(checkout.Folder, source));
            var original = Path.Combine(PortedCheckout.Original, source);
            if (!File.Exists(original))
                continue;
            var unlisted = TreeComparison.Of(Compile(original), made).Changes
                // Labels are names for authors; nothing of Infix refers to them at run time.
                .Where(change => change.Path != "/__symbols__" && !listed.Contains("dt_overrides." + blob + "." + change.Path));
            Assert.Empty(unlisted.Select(change => blob + ": " + change.Path));
        }
    }

    private static IEnumerable<string> Names(string folder) => PortedCheckout.Boards
        .SelectMany(x => x.Files)
        .Where(file => file.Path.StartsWith(folder, StringComparison.Ordinal)).Select(file => file.Path[folder.Length..])
        .Distinct().Order(StringComparer.Ordinal);

    /// <summary>The lines in which a defconfig and what Buildroot's <c>savedefconfig</c> makes of it differ.</summary>
    private static string Loss(string infix, string defconfig)
    {
        _ = PortedCheckout.Original;
        var buildroot = PortedCheckout.Named("BSP_BUILDROOT", "a Buildroot tree");
        using var output = new TempFolder();
        string[] make = ["-s", "-C", buildroot, "BR2_EXTERNAL=" + infix, "O=" + output.Path];
        HostTool.Check("make", [.. make, defconfig]);
        Assert.DoesNotContain("BR2_LEGACY=y", File.ReadAllLines(output[".config"]));
        HostTool.Check("make", [.. make, "savedefconfig", "DEFCONFIG=" + output["saved"]]);
        return HostTool.Check(
            "sh", ["-c", "diff \"$1\" \"$2\" | grep '^[<>]'; true", "sh", Path.Combine(infix, "configs", defconfig), output["saved"]]);
    }

    /// <summary>Compiles a tree as the kernel does (scripts/Makefile.dtbs, cmd_dtc).</summary>
    private static DeviceTrees.DeviceTree Compile(string source)
    {
        var kernel = PortedCheckout.Named("BSP_KERNEL", "a kernel's source");
        var prefixes = Path.Combine(kernel, "scripts/dtc/include-prefixes");
        using var output = new TempFolder();
        HostTool.Check(
            "cpp",
            ["-nostdinc", "-I", prefixes, "-I", Path.Combine(
                kernel, "include"), "-undef", "-D__DTS__", "-x", "assembler-with-cpp", source, output[
                "source"]]);
        HostTool.Check(
            "dtc",
            ["-@", "-q", "-b", "0", "-i", Path.GetDirectoryName(source)!, "-i", prefixes, "-O", "dtb", "-o", output[
                "blob"], output["source"]]);
        return BlobReader.Read(File.ReadAllBytes(output["blob"]));
    }
}
