namespace Bsp.Userland.Tests;

/// <summary>What holds for every script, and for the small ones that others build on.</summary>
public sealed class Scripts
{
    [Fact]
    public async Task Every_script_passes_shellcheck()
    {
        var outcome = await HostTool.RunAsync(
            "shellcheck", ["--shell=dash", "--external-sources", "--source-path=" + Userland.Programs, .. Userland.Scripts],
            TestContext.Current.CancellationToken);

        Assert.True(outcome.Status == 0, outcome.Output);
    }

    [Fact]
    public async Task Every_script_is_understood_by_the_devices_shell()
    {
        foreach (var script in Userland.Scripts)
        {
            var outcome = await HostTool.RunAsync("busybox", ["sh", "-n", script], TestContext.Current.CancellationToken);
            Assert.True(outcome.Status == 0, outcome.Errors);
        }
    }

    [Fact]
    public void What_is_started_is_executable_and_what_is_read_is_not()
    {
        foreach (var script in Userland.Scripts)
        {
            var started = File.ReadLines(script).First() == "#!/bin/sh";
            Assert.True(started == File.GetUnixFileMode(script).HasFlag(UnixFileMode.UserExecute), script);
        }
    }

    [Fact]
    public async Task The_root_hash_is_that_of_the_table_the_kernel_started_with()
    {
        using var device = new Device();
        var (root, salt) = (new string('a', 64), new string('b', 64));
        device.Write(
            "proc/cmdline",
            $"ro rauc.slot=primary dm-mod.create=\"vroot,,,ro,0 35896 verity 1 PARTUUID=1 PARTUUID=1 4096 4096 4487 4487 sha256 {root} "
            + $"{salt} 1 restart_on_corruption\" quiet\n");

        Assert.Equal(root + "\n", (await device.RunAsync("/usr/bin/bsp", "root-hash")).Output);
        device.Write("proc/cmdline", "root=/dev/vda2\n");
        Assert.Equal(1, (await device.RunAsync("/usr/bin/bsp", "root-hash")).Status);
    }

    [Fact]
    public async Task A_supervised_program_is_started_again_until_it_is_stopped()
    {
        using var device = new Device();
        device.Write("program", $"echo ran >> '{device.On("ran")}'\nexit 3\n");

        await device.RunAsync("supervise", "start", "demo", "always", "/bin/sh", device.On("program"));
        for (var i = 0; i < 100 && (!File.Exists(device.On("ran")) || device.Read("ran").Length < 8); i++)
            await Task.Delay(100, TestContext.Current.CancellationToken);
        await device.RunAsync("supervise", "stop", "demo");

        Assert.StartsWith("ran\nran\n", device.Read("ran"), StringComparison.Ordinal);
        Assert.Contains("demo: ended with status 3; starting it again in 1 s", device.Console, StringComparison.Ordinal);
        Assert.Equal("stopped\n", (await device.RunAsync("supervise", "state", "demo")).Output);
    }
}
