using Bsp.Firmware.Boards;
using Bsp.Generators.Tests.Harness;
using Bsp.Infix.Porting;
using Bsp.Infix.Tests.Porting;
using Bsp.Model;

namespace Bsp.Generators.Tests.Boards;

/// <summary>
/// Adding a board, renaming and removing it each touch one folder of this project, and in an Infix checkout what Port owns.
/// </summary>
public sealed class OneFolderTests : IDisposable
{
    private const string Record = """
        using static Bsp.Model.KernelFragment;

        namespace Bsp.Boards;

        /// <summary>A board that nobody sells.</summary>
        public static class Lamp
        {
            private static readonly DeviceTree s_tree = DeviceTree.From("rockchip/rk3328-nanopi-r2s.dts") with { Name = "rockchip/vendor-lamp" };

            [Board]
            public static readonly Board Board = new()
            {
                Id = "vendor-lamp",
                Identity = new() { Vendor = "Vendor", Model = "Lamp", Compatibles = ["vendor,lamp", "rockchip,rk3328"] },
                Soc = Rk3328.Soc,
                Kernel = Y("REALTEK_PHY"),
                DeviceTrees = [s_tree],
                Console = new("ttyS2", 1_500_000) { Node = "serial2" },
                Disk = Rk3328.Disk,
                Media = [new("sdcard") { Device = "mmc 1", Boot = Rk3328.UBoot("nanopi-r2s-rk3328"), Infix = Families.Infix.Rk3328Bootloader.Create("lamp") }],
                Infix = new()
                {
                    ShortName = "lamp",
                    Help = "A board that nobody sells.",
                    Environment = [new("fdtfile", s_tree.Blob)],
                    Disk = new("lamp-sdcard"),
                    Products = [new() { Ports = [new("wan", "/devices/platform/ff540000.ethernet/net/eth0")] }],
                },
            };
        }

        """;

    private readonly TempFolder _project = new();
    private readonly InfixSkeleton _infix = new();

    public OneFolderTests()
    {
        var boards = Repository.At("boards");
        foreach (var path in Directory.EnumerateFiles(boards, "*", SearchOption.AllDirectories)
            .Select(path => Path.GetRelativePath(boards, path)))
        {
            if (path.Split('/')[0] is not ("bin" or "obj"))
                _project.Write("boards/" + path, File.ReadAllText(Path.Combine(boards, path)));
        }

        // What the bootloader's defconfig names beside the board's own files.
        _infix.Write("board/common/uboot/extras.config", "CONFIG_FIT=y\n");
        _infix.Commit();
    }

    [Fact]
    public async Task A_board_is_added_renamed_and_removed_in_one_folder()
    {
        var before = Files();

        _project.Write("boards/vendor-lamp/Lamp.cs", Record);
        var added = await GenerateAsync();
        Assert.All(Changed(before, Files()), path => Assert.StartsWith("boards/vendor-lamp/", path, StringComparison.Ordinal));
        var plan = await PortAsync(added, "vendor-lamp");
        Assert.All(
            plan.Changes.Where(change => change.Kind == PortChangeKind.Write),
            change => Assert.True(IsOf("lamp", change.Path), change.Path));
        Assert.Contains(
            "source \"$BR2_EXTERNAL_INFIX_PATH/board/aarch64/vendor-lamp/Config.in\"", _infix.Read("board/aarch64/Config.in"),
            StringComparison.Ordinal);
        Assert.Contains("rockchip/vendor-lamp.dtb", _infix.Read("board/aarch64/vendor-lamp/dts/Makefile"), StringComparison.Ordinal);
        _infix.Commit();
        var (files, shared) = (Mentions("lamp"), plan.Regions);

        // A folder moves; in it, the names change.
        before = Files();
        Directory.Move(Path.Combine(_project, "boards/vendor-lamp"), Path.Combine(_project, "boards/vendor-torch"));
        File.Delete(Path.Combine(_project, "boards/vendor-torch/Lamp.cs"));
        _project.Write(
            "boards/vendor-torch/Torch.cs",
            Record.Replace("lamp", "torch", StringComparison.Ordinal).Replace("Lamp", "Torch", StringComparison.Ordinal));
        var renamed = await GenerateAsync();
        Assert.All(Changed(before, Files()), path => Assert.Matches("^boards/vendor-(lamp|torch)/", path));
        plan = await PortAsync(renamed, "vendor-torch");
        Assert.Empty(Mentions("lamp"));
        Assert.Equal(
            files.Select(path => path.Replace("lamp", "torch", StringComparison.Ordinal)).Order(StringComparer.Ordinal), Mentions("torch"));
        Assert.Equal(shared, plan.Regions);
        Assert.False(Directory.Exists(_infix.At("board/aarch64/vendor-lamp")));
        _infix.Commit();

        before = Files();
        Directory.Delete(Path.Combine(_project, "boards/vendor-torch"), recursive: true);
        var removed = await GenerateAsync();
        Assert.All(Changed(before, Files()), path => Assert.StartsWith("boards/vendor-torch/", path, StringComparison.Ordinal));
        await PortAsync(removed);
        Assert.Equal("", _infix.Git("diff", "HEAD~2", "--name-status"));
        Assert.Empty(Mentions("torch"));
    }

    public void Dispose()
    {
        _project.Dispose();
        _infix.Dispose();
    }

    /// <summary>Check and Generate: what the compiler finds, and the artifacts that it makes.</summary>
    private async Task<IReadOnlyList<GeneratedBoard>> GenerateAsync()
    {
        var compilation = RealBoards.Compilation(Path.Combine(_project, "boards"));
        Assert.Empty((await Diagnose.RunAsync(compilation)).Select(diagnostic => diagnostic.ToString()));
        var all = Registry.All(new RunningGenerator(compilation).Compile());
        Assert.NotEmpty(all);
        new GeneratedFolders(_project).Write(all);
        Assert.Empty(new GeneratedFolders(_project).Orphans(all));
        return all;
    }

    private async Task<PortPlan> PortAsync(IReadOnlyList<GeneratedBoard> all, params string[] boards)
    {
        var plan = await PortPlan.MakeAsync(
            new()
            {
                Checkout = _infix.Folder,
                Project = [.. all.Where(pair => pair.Distribution is InfixDistribution)],
                BoardFolders = Path.Combine(_project, "boards"),
                Boards = boards,
            },
            TestContext.Current.CancellationToken);
        plan.Apply();
        return plan;
    }

    private Dictionary<string, string> Files() => Directory.EnumerateFiles(_project, "*", SearchOption.AllDirectories)
        .ToDictionary(path => Path.GetRelativePath(_project, path), File.ReadAllText, StringComparer.Ordinal);

    private static List<string> Changed(Dictionary<string, string> before, Dictionary<string, string> after)
    {
        var changed = before.Keys.Union(after.Keys).Where(path => before.GetValueOrDefault(path) != after.GetValueOrDefault(path)).ToList();
        Assert.NotEmpty(changed);
        return changed;
    }

    /// <summary>The files of the checkout that name the board or bear its name.</summary>
    private List<string> Mentions(string name) =>
    [
        .. Directory.EnumerateFiles(_infix.Folder, "*", SearchOption.AllDirectories)
            .Select(path => Path.GetRelativePath(_infix.Folder, path))
            .Where(
                path => !path.StartsWith(".git/", StringComparison.Ordinal)
                    && (path + _infix.Read(path)).Contains(name, StringComparison.OrdinalIgnoreCase))
            .Order(StringComparer.Ordinal),
    ];

    private static bool IsOf(string name, string path) =>
        path.StartsWith($"board/aarch64/vendor-{name}/", StringComparison.Ordinal) || path == $"configs/{name}_boot_defconfig";
}
