using System.Diagnostics;
using Bsp.Build.Sources;
using Bsp.Build.Steps;
using Bsp.Firmware.Kernel;
using Bsp.Model;

namespace Bsp.Firmware.Tests.Kernel;

/// <summary>A kernel whose Makefile does what the real one does, in a line each.</summary>
public sealed class KernelStepTests : IDisposable
{
    private const string Makefile =
        """
        allnoconfig: ; mkdir -p $(O) && cd $(O) && srctree=$(CURDIR) env -0 > bsp-environment
        olddefconfig: ; sed -i s/CONFIG_CHANGED=y/CONFIG_CHANGED=n/ $(O)/.config
        bzImage: ; @mkdir -p $(O)/arch/$(ARCH)/boot; echo "  CC      init/main.o"; echo "$$KBUILD_BUILD_USER $$KBUILD_BUILD_TIMESTAMP $(CURDIR)" | sed 's|/.*/||' > $(O)/arch/$(ARCH)/boot/$@

        """;

    private const string Kconfig =
        """
        mainmenu "Test"

        config MODULES
        	def_bool y
        	modules

        config A
        	tristate "a"

        config NEEDED
        	bool "needed"

        config ONE
        	bool "one"
        	depends on NEEDED

        config TWO
        	int "two"
        	depends on NEEDED

        config CHANGED
        	bool "changed by the kernel's own conf"

        """;

    private static readonly Architecture Pc = new()
    {
        Name = "x86_64",
        KernelArch = "x86_64",
        DebianArch = "amd64",
        Triplet = "x86_64-linux-gnu",
        KernelImage = "bzImage",
    };
    private readonly TestBuild _build = new();
    private readonly KernelSourceStep _source;

    public KernelStepTests() => _source = new(new FetchStep(Package(_build.Cache), new DebianArchive("http://127.0.0.1:9/none")));

    public void Dispose() => _build.Dispose();

    [Fact]
    public async Task The_kernel_and_its_configuration_come_out_and_its_date_is_the_sources()
    {
        var kernel = Kernel("CONFIG_A=y\n");

        var folder = (await _build.RunAsync(kernel))[kernel];

        Assert.Contains(
            "\nCONFIG_A=y\n# CONFIG_NEEDED is not set\n", File.ReadAllText(Path.Combine(folder, "config")), StringComparison.Ordinal);
        Assert.Equal("bsp 2024-05-06 07:08:09 UTC linux\n", File.ReadAllText(Path.Combine(folder, "bzImage")));
        Assert.Contains("report kernel test CC init/main.o (1)", _build.Console.Lines);
    }

    [Fact]
    public async Task A_request_that_is_not_in_the_final_configuration_stops_the_build_with_the_reason_and_the_way_out()
    {
        var failure = await _build.FailAsync(Kernel("CONFIG_A=y\nCONFIG_ONE=y\nCONFIG_TWO=7\nCONFIG_NEDED=y\n"));

        Assert.Contains("does not have 3 of the requested values", failure.Message, StringComparison.Ordinal);
        Assert.Contains(
            "CONFIG_ONE was assigned 'y' but got 'n'. Unmet: NEEDED (=n)\n    defined at Kconfig:13", failure.Message,
            StringComparison.Ordinal);
        Assert.Contains(
            "CONFIG_TWO was assigned '7' but has no value. Unmet: NEEDED (=n)\n    defined at Kconfig:17", failure.Message,
            StringComparison.Ordinal);
        Assert.Contains("\n    it holds with NEEDED=y", failure.Message, StringComparison.Ordinal);
        Assert.Contains(
            "CONFIG_NEDED was assigned 'y' but got 'n'. No such symbol; did you mean NEEDED?", failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_optional_request_may_go_unmet() => await _build.RunAsync(Kernel("CONFIG_ONE=y\n", "ONE"));

    [Fact]
    public async Task A_configuration_that_the_kernels_own_conf_changes_stops_the_build()
    {
        var failure = await _build.FailAsync(Kernel("CONFIG_CHANGED=y\n"));

        Assert.Contains("the conf of the kernel makes another configuration", failure.Message, StringComparison.Ordinal);
        Assert.Contains("CONFIG_CHANGED=n", failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Another_comment_compiles_nothing_and_another_value_does()
    {
        await _build.RunAsync(Kernel("# why\nCONFIG_A=y\n"));
        _build.Console.Lines.Clear();

        await _build.RunAsync(Kernel("# because\nCONFIG_A=y\n"));
        Assert.Equal(["stored kernel test"], _build.Console.Lines);

        await _build.RunAsync(Kernel("CONFIG_A=m\n"));
        Assert.Contains("made kernel test", _build.Console.Lines);
    }

    private KernelStep Kernel(string defconfig, params string[] optional) => new("test", Pc, defconfig, optional.ToHashSet(), _source);

    // A real package in the download cache: nothing is asked of the network.
    private static LockedSource Package(string cache)
    {
        using var folder = new TempFolder();
        var makefile = folder.Write("linux-source-0/Makefile", Makefile);
        folder.Write("linux-source-0/Kconfig", Kconfig);
        File.SetLastWriteTimeUtc(makefile, new(2024, 5, 6, 7, 8, 9, DateTimeKind.Utc));
        folder.Write(
            "deb/DEBIAN/control",
            "Package: linux-source-0\nVersion: 1\nArchitecture: all\nMaintainer: Test <test@example.org>\nDescription: test\n");
        Directory.CreateDirectory(Path.Combine(folder, "deb/usr/src"));
        Run(folder, "tar", "--create", "--xz", "--file", "deb/usr/src/linux-source-0.tar.xz", "linux-source-0");
        Run(folder, "dpkg-deb", "--build", "--root-owner-group", "deb", "kernel.deb");

        var package = Path.Combine(folder, "kernel.deb");
        var file = new LockedFile
        {
            Name = "kernel.deb",
            Path = "pool/kernel.deb",
            Size = new FileInfo(package).Length,
            Sha256 = FileHashes.Compute(package),
        };
        File.Copy(package, new Downloads(cache).PathOf(file));
        return new()
        {
            Name = "linux-test",
            Packages =
            [
                new()
                {
                    Package = "linux-source-0",
                    Kind = PackageKind.Deb,
                    Version = "6.12.95-1~bpo12+1",
                    Architecture = "all",
                    Files = [file],
                },
            ],
        };
    }

    private static void Run(string folder, string program, params string[] arguments)
    {
        using var process = Process.Start(
            new ProcessStartInfo(program, arguments) { WorkingDirectory = folder, RedirectStandardOutput = true })!;
        process.WaitForExit();
        Assert.Equal(0, process.ExitCode);
    }
}
