using System.Diagnostics;
using Bsp.Build;
using Bsp.Infix.Porting;
using Bsp.Model;

namespace Bsp.Infix.Tests.Porting;

/// <summary>A git repository with the files that Port looks at, of the structure that they have in Infix.</summary>
public sealed class InfixSkeleton : IDisposable
{
    public const string ImageScript = """
        #!/bin/sh
        find_image()
        {
            case "$1" in
                *) echo "$1.img" ;;
            esac
        }

        get_bootloader_name()
        {
            name="$1"
            case "$name" in
                vendor-alpha)
                    echo "alpha_boot"
                    ;;
                vendor-omega)
                    case "$2" in
                        emmc) echo "omega_emmc_boot" ;;
                        *) echo "omega_sd_boot" ;;
                    esac
                    ;;
                *)
                    return 1
                    ;;
            esac
        }

        """;

    private static readonly (string Path, string Text)[] Files =
    [
        ("external.desc", "name: INFIX\ndesc: Skeleton\n"),
        ("external.mk", "include $(sort $(wildcard $(BR2_EXTERNAL_INFIX_PATH)/board/*/*/*.mk))\n"),
        ("Config.in",
            "source \"$BR2_EXTERNAL_INFIX_PATH/board/Config.in\"\n\nconfig IX_NAME\n\tstring \"Name\"\n\n"
            + "source \"$BR2_EXTERNAL_INFIX_PATH/package/Config.in\"\n"),
        ("board/Config.in",
            "menu \"Boards\"\nsource \"$BR2_EXTERNAL_INFIX_PATH/board/aarch64/Config.in\"\n"
            + "source \"$BR2_EXTERNAL_INFIX_PATH/board/riscv64/Config.in\"\nendmenu\n"),
        ("board/common/Config.in", ""),
        ("board/aarch64/Config.in", "if BR2_aarch64\n\n" + Source("vendor-alpha") + Source("vendor-omega") + "\nendif\n"),
        ("board/riscv64/Config.in", "if BR2_riscv\n\n# none yet\n\nendif\n"),
        ("board/aarch64/README.md", "Boards\n======\n\n- [Alpha](vendor-alpha/)\n- [Omega](vendor-omega/)\n\nMore to come.\n"),
        ("board/aarch64/vendor-alpha/Config.in", Package("VENDOR_ALPHA")),
        ("board/aarch64/vendor-omega/Config.in", Package("VENDOR_OMEGA")),
        ("package/Config.in", Package("FEATURE_RADIO")),
        ("configs/aarch64_defconfig",
            "BR2_aarch64=y\n# BR2_SHELL is not set\nBR2_PACKAGE_VENDOR_ALPHA=y\nBR2_PACKAGE_VENDOR_OMEGA=y\nIX_NAME=\"skeleton\"\n"
            + "BR2_PACKAGE_FEATURE_RADIO=y\n"),
        ("configs/aarch64_minimal_defconfig", "BR2_aarch64=y\n"),
        ("configs/riscv64_defconfig", "BR2_riscv=y\n"),
        (".github/workflows/build-boot.yml",
            "jobs:\n  build:\n    strategy:\n      matrix:\n        defconfig:\n          - alpha_boot\n          - omega_boot\n"
            + "    steps:\n      - run: make\n"),
        (".github/workflows/build-image.yml", """
            on:
              workflow_dispatch:
                inputs:
                  board:
                    type: choice
                    options:
                      - vendor-alpha
                      - vendor-omega
                    default: 'vendor-alpha'
            jobs:
              image:
                steps:
                  - run: |
                      case "${{ inputs.board }}" in
                        vendor-alpha)
                          arch=aarch64
                          ;;
                        *)
                          exit 1
                          ;;
                      esac

            """),
        ("utils/mkimage.sh", ImageScript),
    ];

    private readonly TempFolder _folder = new();
    private readonly TempFolder _boards = new();

    public InfixSkeleton()
    {
        foreach (var (path, text) in Files)
            Write(path, text);
        File.SetUnixFileMode(At("utils/mkimage.sh"), File.GetUnixFileMode(At("utils/mkimage.sh")) | UnixFileMode.UserExecute);
        Git("init", "-q");
        Commit();
    }

    public string Folder => _folder;

    /// <summary>Where the boards keep files.</summary>
    public string BoardFolders => _boards;

    public string At(string path) => Path.Combine(_folder, path);

    public string Read(string path) => File.ReadAllText(At(path));

    public void Write(string path, string text) => _folder.Write(path, text);

    public void Commit()
    {
        Git("add", "-A");
        Git("-c", "user.name=Test", "-c", "user.email=test@example.org", "commit", "-q", "--allow-empty", "-m", "state");
    }

    /// <summary>What has changed since the last commit: a line a file.</summary>
    public string Status() => Git("status", "--porcelain", "--untracked-files=all");

    public string Git(params string[] arguments)
    {
        var start = new ProcessStartInfo("git") { WorkingDirectory = _folder, RedirectStandardOutput = true };
        foreach (var argument in arguments)
            start.ArgumentList.Add(argument);
        using var process = Process.Start(start)!;
        var output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        Assert.Equal(0, process.ExitCode);
        return output;
    }

    /// <summary>Plans a port of all of the project's boards.</summary>
    public Task<PortPlan> PlanAsync(params GeneratedBoard[] project) => PlanAsync(project, [.. project.Select(x => x.Board.Id)]);

    public Task<PortPlan> PlanAsync(GeneratedBoard[] project, string[] boards, bool force = false) => PortPlan.MakeAsync(
        new() { Checkout = _folder, Project = project, BoardFolders = BoardFolders, Boards = boards, Force = force },
        TestContext.Current.CancellationToken);

    /// <summary>Ports all of the project's boards.</summary>
    public async Task<PortPlan> PortAsync(params GeneratedBoard[] project)
    {
        var plan = await PlanAsync(project);
        plan.Apply();
        return plan;
    }

    /// <summary>Ports all of the project's boards over whatever is in the way.</summary>
    public async Task<PortPlan> ForceAsync(params GeneratedBoard[] project)
    {
        var plan = await PlanAsync(project, [.. project.Select(x => x.Board.Id)], force: true);
        plan.Apply();
        return plan;
    }

    /// <summary>The message of a port that must fail.</summary>
    public async Task<string> FailAsync(params GeneratedBoard[] project) =>
        (await Assert.ThrowsAsync<BuildFailedException>(() => PortAsync(project))).Message;

    public void Keep(string path, string text) => _boards.Write(path, text);

    public void Dispose()
    {
        _folder.Dispose();
        _boards.Dispose();
    }

    public static string Source(string board, string architecture = "aarch64") =>
        $"source \"$BR2_EXTERNAL_INFIX_PATH/board/{architecture}/{board}/Config.in\"\n";

    public static string Package(string symbol) => $"config BR2_PACKAGE_{symbol}\n\tbool \"{symbol}\"\n";
}
