using Bsp.Boards;
using Bsp.Boards.Families.Reference;
using Bsp.Model;
using Xunit;

namespace Bsp.Artifacts.Tests.Boot;

public sealed class UBootScriptTests
{
    private static readonly BootableBoard Board = QemuAarch64.Board;

    [Fact]
    public void Nothing_of_the_environment_file_is_expanded_before_it_is_cleaned()
    {
        var script = Artifact("boot.cmd", Board);

        var firstExpansion = script.IndexOf("${BOOT_", StringComparison.Ordinal);
        Assert.True(script.LastIndexOf(" gsub ", StringComparison.Ordinal) < firstExpansion);
        foreach (var variable in new[] { "BOOT_ORDER", "BOOT_primary_LEFT", "BOOT_secondary_LEFT" })
            Assert.Contains($"  setexpr {variable} gsub ", script);
    }

    [Fact]
    public void A_configuration_is_always_named_so_that_its_signature_is_demanded()
    {
        var commands = Artifact("boot.cmd", Board).Split('\n', ';').Select(line => line.Trim()).ToList();

        Assert.All(
            commands.Where(
                line => line.StartsWith("source ", StringComparison.Ordinal) || line.StartsWith("bootm ", StringComparison.Ordinal)),
            line => Assert.EndsWith("#slot", line));
        Assert.Equal("reset", commands.Last(line => line.Length > 0));
    }

    [Fact]
    public void A_slot_without_a_partition_is_named()
    {
        var layout = ReferenceDistribution.Reference.Layout;
        var distribution = ReferenceDistribution.Reference with
        {
            Layout = layout with { Partitions = [.. layout.Partitions.Where(part => part.Name != "secondary-boot")] },
        };

        var error = Assert.Throws<ModelException>(() => ArtifactPlanner.Plan(Board, distribution));

        Assert.Contains("secondary", error.Message);
    }

    [Fact]
    public void The_compiler_accepts_the_FIT_and_the_environment()
    {
        using var scratch = new TempFolder();
        foreach (var input in new[] { "kernel.gz", "board.dtb" })
            scratch.Write(input, input);
        scratch.Write("slot.cmd", Artifact("slot.cmd", Board));
        scratch.Write("boot.cmd", Artifact("boot.cmd", Board));

        HostTool.Check(
            "dtc", ["-I", "dts", "-O", "dtb", "-o", scratch["fit"], scratch.Write("slot.its", Artifact("slot.its", Board))], scratch.Path);
        HostTool.Check(
            "dtc",
            ["-I", "dts", "-O", "dtb", "-o", scratch["env"], scratch.Write("env.dts", "/dts-v1/;\n" + Artifact("u-boot-env.dtsi", Board))],
            scratch.Path);
        Assert.StartsWith(
            "# U-Boot's boot script.", HostTool.Check("fdtget", ["-t", "s", scratch["env"], "/config/environment", "bsp_boot"]));
    }

    private static string Artifact(string path, BootableBoard board) =>
        ArtifactPlanner.Plan(board, ReferenceDistribution.Reference).Single(file => file.Path == path).Text;
}
