using System.Buffers.Binary;
using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using Bsp.Artifacts.Disk;
using Bsp.Boards.Families;
using Bsp.Build.Progress;
using Bsp.Build.Sources;
using Bsp.Build.Steps;
using Bsp.Build.Storage;
using Bsp.Firmware;
using Bsp.Firmware.Boot;
using Bsp.Firmware.Engines;
using Bsp.Firmware.Keys;
using Bsp.Model;
using Bsp.SystemTests.Disks;
using Bsp.SystemTests.Firmware;

namespace Bsp.SystemTests;

/// <summary>
/// What a finished image holds, read as boot ROM, firmware and kernel read it. Nothing is booted; a board without an image is skipped.
/// </summary>
public sealed class ReadBack
{
    private static readonly string[] s_slots = ["primary", "secondary"];

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public static TheoryData<string> Boards => [.. Targets.Select(pair => pair.Board.Id)];

    public static TheoryData<string> UBootBoards =>
        [.. Targets.Where(pair => ((BootableBoard)pair.Board).Boot is UBoot).Select(pair => pair.Board.Id)];

    private static IEnumerable<GeneratedBoard> Targets =>
        Bsp.Boards.BoardRegistry.All().Where(pair => pair.Distribution is DebianDistribution { IsDefault: true });

    [Theory]
    [MemberData(nameof(Boards))]
    public async Task The_partition_table_is_whole_twice_and_says_what_the_record_says(string id)
    {
        var (board, disk) = Image(id);

        await using (var bytes = File.OpenRead(disk.Path))
            Assert.Empty(GuidTable.Faults(bytes));
        await HostTool.CheckAsync("/usr/sbin/sfdisk", ["--verify", disk.Path], Cancel);
        var (disksId, partitions) = await disk.TableAsync(Cancel);
        Assert.Equal(DiskIds.Disk(board), disksId);
        Assert.Equal(
            LayoutOf(board).Place()
                .Select(
                    placed => new DiskPartition(
                        placed.Number, placed.Partition.Name, DiskIds.Partition(board, placed.Partition), placed.Partition.Type,
                        placed.Offset.Bytes, placed.Partition.Size.Bytes)),
            partitions);
    }

    [Theory]
    [MemberData(nameof(Boards))]
    public async Task The_root_of_each_slot_is_what_its_signed_script_says(string id)
    {
        var (board, disk) = Image(id);
        using var scratch = new Scratch();
        foreach (var slot in s_slots)
        {
            var root = scratch.On(slot);
            await disk.ExtractAsync(slot, root, Cancel);
            var script = await ScriptAsync(board, disk, slot, scratch);
            var table = Regex.Match(
                script,
                " verity 1 [^ ]+ [^ ]+ 4096 4096 (?<blocks>[0-9]+) [0-9]+ sha256 (?<root>[0-9a-f]{64}) (?<salt>[0-9a-f]{64}) "
                + "1 restart_on_corruption");
            Assert.True(table.Success, script);
            var blocks = table.Groups["blocks"].Value;
            var offset = (long.Parse(blocks, CultureInfo.InvariantCulture) * 4096).ToString(CultureInfo.InvariantCulture);
            await HostTool.CheckAsync(
                "/usr/sbin/veritysetup",
                ["verify", "--no-superblock", "--hash=sha256", "--data-block-size=4096", "--hash-block-size=4096", "--data-blocks="
                    + blocks, "--hash-offset=" + offset, "--salt=" + table.Groups["salt"].Value, root, root, table.Groups["root"].Value],
                Cancel);
        }
    }

    [Theory]
    [MemberData(nameof(UBootBoards))]
    public async Task The_loader_has_the_key_that_signed_each_slot_and_the_slot_this_boards_device_tree(string id)
    {
        var (board, disk) = Image(id);
        using var scratch = new Scratch();
        var control = scratch.On("control.dtb");
        await File.WriteAllBytesAsync(control, ControlTree(board, disk), Cancel);
        var checker = await SignatureCheckAsync(id, scratch);
        foreach (var slot in s_slots)
        {
            var image = scratch.On(slot + "-boot");
            await disk.ExtractAsync(slot + "-boot", image, Cancel);
            await HostTool.CheckAsync(checker, ["-f", image, "-k", control, "-c", "slot"], Cancel);
            var fit = new Fit(await File.ReadAllBytesAsync(image, Cancel));
            Assert.Equal(["kernel", "fdt", "script"], fit.Images);
            Assert.NotEmpty(fit.Data("kernel"));
            var tree = new Fit(fit.Data("fdt"));
            Assert.Equal(board.Identity.Compatibles.Select(compatible => compatible.Value), tree.Texts("/", "compatible"));
            Assert.Equal(board.Identity.Model, tree.Text("/", "model"));
        }
    }

    [Theory]
    [MemberData(nameof(UBootBoards))]
    public async Task The_counters_are_whole_and_full(string id)
    {
        var (_, disk) = Image(id);
        using var scratch = new Scratch();
        await disk.ExtractAsync("aux", scratch.On("aux"), Cancel);
        await HostTool.CheckAsync("/usr/bin/mcopy", ["-i", scratch.On("aux"), "::/uboot.env", scratch.On("uboot.env")], Cancel);
        var environment = await File.ReadAllBytesAsync(scratch.On("uboot.env"), Cancel);

        Assert.Equal(BinaryPrimitives.ReadUInt32LittleEndian(environment), Crc32.Of(environment.AsSpan(4)));
        Assert.Equal(
            $"BOOT_ORDER=primary secondary BOOT_primary_LEFT={TestVersions.Tries} BOOT_secondary_LEFT={TestVersions.Tries}",
            // Two zeros end it.
            Encoding.ASCII.GetString(environment, 4, environment.AsSpan(4).IndexOf("\0\0"u8)).Replace('\0', ' '));
    }

    [Fact]
    public async Task The_NanoPis_boot_ROM_finds_the_first_stages_and_these_find_TF_A_and_U_Boot()
    {
        var (board, disk) = Image(Bsp.Boards.NanoPiR2S.Board.Id);
        var (first, second) = (Rk3328.Disk.Raw[0], Rk3328.Disk.Raw[1]);
        var idbloader = await RawAsync(disk, first);
        var loader = RockchipLoader.Read(idbloader);
        Assert.Equal("RK32", loader.Chip);
        Assert.True(loader.Start + loader.BootSize <= first.Size.Bytes, $"the first stages end at {loader.Start + loader.BootSize}");
        foreach (var raw in LayoutOf(board).Raw)
        {
            var file = await File.ReadAllBytesAsync(Path.Combine(Path.GetDirectoryName(disk.Path)!, raw.File), Cancel);
            Assert.True((await RawAsync(disk, raw)).AsSpan().StartsWith(file), $"what is at {raw.Offset} is not {raw.File}");
        }

        var itb = new Fit(await RawAsync(disk, second));
        foreach (var image in itb.Images)
            Assert.NotEmpty(itb.Data(image));
        var configuration = "/configurations/" + itb.Text("/configurations", "default");
        // The first part of TF-A is started; the others and U-Boot are loaded beside it.
        Assert.Equal("atf-1", itb.Text(configuration, "firmware"));
        Assert.Contains("u-boot", itb.Texts(configuration, "loadables"));
        Assert.Equal("arm-trusted-firmware", itb.Text("/images/atf-1", "os"));
        var control = new Fit(ControlTree(board, disk));
        Assert.Equal("friendlyarm,nanopi-r2s", control.Texts("/", "compatible")[0]);
        Assert.Equal("run bsp_boot", control.Text("/config/environment", "bootcmd"));
        Assert.Contains("boot: slot", control.Text("/config/environment", "bsp_boot"), StringComparison.Ordinal);
    }

    private static (BootableBoard Board, DiskFile Disk) Image(string id)
    {
        var path = Path.Combine(Repository.Root, "artifacts", "images", id, "disk.img");
        Assert.SkipUnless(File.Exists(path), $"there is no image; make it with: ./build.sh Image --board {id}");
        return ((BootableBoard)Targets.Single(pair => pair.Board.Id == id).Board, new(path));
    }

    private static async Task<string> ScriptAsync(BootableBoard board, DiskFile disk, string slot, Scratch scratch)
    {
        var image = scratch.On(slot + "-boot");
        await disk.ExtractAsync(slot + "-boot", image, Cancel);
        if (board.Boot is GrubEfi)
            return await HostTool.CheckAsync("/usr/bin/unsquashfs", ["-cat", image, "slot.cfg"], Cancel);
        return Encoding.UTF8.GetString(new Fit(await File.ReadAllBytesAsync(image, Cancel)).Data("script"));
    }

    private static DiskLayout LayoutOf(BootableBoard board) => Targets.First(pair => pair.Board == board).Distribution.LayoutOf(board)!;

    // From where U-Boot itself has it: in the image that its first stage loads, or at the end of the file that QEMU starts.
    private static byte[] ControlTree(BootableBoard board, DiskFile disk)
    {
        var file = Path.Combine(Path.GetDirectoryName(disk.Path)!, ((UBoot)board.Boot!).Image);
        var loader = File.ReadAllBytes(file);
        if (LayoutOf(board).Raw.Count > 0)
            return new Fit(loader).Data("fdt-1");
        byte[] magic = [0xd0, 0x0d, 0xfe, 0xed];
        return loader[loader.AsSpan().LastIndexOf(magic)..];
    }

    private static async Task<byte[]> RawAsync(DiskFile disk, RawRegion region)
    {
        await using var bytes = File.OpenRead(disk.Path);
        bytes.Position = region.Offset.Bytes;
        var content = new byte[region.Size.Bytes];
        await bytes.ReadExactlyAsync(content, Cancel);
        return content;
    }

    // Of the U-Boot that checks on the board: Debian's is older and knows another format of signatures.
    private static async Task<string> SignatureCheckAsync(string id, Scratch scratch)
    {
        var settings = await FirmwareSettings.OfMachineAsync(Repository.Root, null, Cancel);
        var engine = new DebianEngine(LockFile.Load(Repository.Root), settings, await KeySet.OpenAsync(settings, Cancel));
        var tools = engine.StepsFor(Targets.Single(pair => pair.Board.Id == id)).All().OfType<UBootToolsStep>().Single();
        await using var log = File.CreateText(scratch.On("tools.log"));
        using var runner = new StepRunner(new Store(settings.CacheFolder), settings, new PlainConsole(TextWriter.Synchronized(log)));
        return Path.Combine((await runner.RunAsync([tools], Cancel))[tools], "fit_check_sign");
    }

    private sealed class Scratch : IDisposable
    {
        private readonly string _folder = Directory.CreateTempSubdirectory("bsp-read-back-").FullName;

        public string On(string name) => Path.Combine(_folder, name);

        public void Dispose() => Directory.Delete(_folder, recursive: true);
    }
}
