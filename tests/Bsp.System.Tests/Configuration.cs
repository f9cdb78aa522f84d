using Bsp.SystemTests.Firmware;
using Bsp.SystemTests.Machines;

namespace Bsp.SystemTests;

/// <summary>What a device makes of /cfg/startup-config.cfg, and how it forgets. Each test starts from what it writes itself.</summary>
public abstract class Configuration<TBoard>(SharedMachine<TBoard> machine)
    where TBoard : IBoardUnderTest
{
    private const string Startup = "/cfg/startup-config.cfg";

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Name_address_and_containers_come_from_the_startup_configuration()
    {
        var shell = await machine.ShellAsync(this);
        (await shell.RunAsync($"mkdir -p /var/lib/images && cp -r {TestPayload.Container} /var/lib/images/shop", Cancel)).Succeeded();
        await WriteAsync(shell, """
            {
              "ietf-system:system": { "hostname": "gate-7" },
              "ietf-interfaces:interfaces": {
                "interface": [
                  { "name": "eth0", "type": "infix-if-type:ethernet",
                    "ietf-ip:ipv4": { "address": [ { "ip": "10.0.2.77", "prefix-length": 24 } ] } }
                ]
              },
              "infix-containers:containers": {
                "container": [ { "name": "shop", "image": "oci:/var/lib/images/shop:latest", "command": "/bin/sh -c \"sleep 1000\"" } ]
              }
            }
            """);

        shell = await machine.RebootAsync();

        Assert.Equal("gate-7", (await shell.RunAsync("hostname", Cancel)).Succeeded());
        Assert.Contains(
            "inet 10.0.2.77/24 ", (await shell.RunAsync("ip addr show dev eth0", Cancel)).Succeeded(), StringComparison.Ordinal);
        await Eventually.TrueAsync(
            async () => (await shell.RunAsync("crun state shop | jq -r .status", Cancel)).Output == "running",
            "the container 'shop' runs", Cancel);
    }

    [Fact]
    public async Task An_images_labels_run_no_code_on_the_host()
    {
        var shell = await machine.ShellAsync(this);
        // Unpacked again each time: the library's path below the bundle is in the label.
        const string run = $"rm -rf /var/lib/containers/{HostileImage.Name} && {HostileImage.Run}";

        Assert.Contains(
            "inside", (await shell.RunAsync($"{run} oci:{TestPayload.HostileContainer} /bin/sh -c 'echo inside'", Cancel)).Succeeded(),
            StringComparison.Ordinal);
        Assert.NotEqual(0, (await shell.RunAsync($"test -e {HostileImage.Proof}", Cancel)).ExitCode);

        // The same image with all that umoci makes of it: the trap is a live one.
        const string filter = "/usr/share/bsp/container.jq";
        (await shell.RunAsync(
            $"echo '.process.terminal = false | .process.args = [\"/bin/sh\", \"-c\", "
            + $"\"echo inside\"]' > /run/passes.jq && mount -o bind /run/passes.jq {filter}",
            Cancel)).Succeeded();
        var passed = await shell.RunAsync($"{run} oci:{TestPayload.HostileContainer}", Cancel);
        (await shell.RunAsync($"umount {filter}", Cancel)).Succeeded();
        Assert.True(
            (await shell.RunAsync($"cat {HostileImage.Proof}", Cancel)).Output == "on the host",
            "the image cannot do what it is meant to try: " + passed.Output);
        (await shell.RunAsync($"rm {HostileImage.Proof}", Cancel)).Succeeded();
    }

    [Fact]
    public async Task The_owners_key_opens_the_way_in_over_the_network_and_the_factory_password_does_not()
    {
        var shell = await machine.ShellAsync(this);
        var key = Path.Combine(machine.Machine.Folder.Path, "key");
        await HostTool.CheckAsync("/usr/bin/ssh-keygen", ["-q", "-t", "ed25519", "-N", "", "-f", key], Cancel);
        var (algorithm, data) = (await File.ReadAllTextAsync(key + ".pub", Cancel)).Split(' ') is [var first, var second, ..]
            ? (first, second)
            : ("", "");
        await WriteAsync(shell, $$"""
            {
              "ietf-system:system": { "authentication": { "user": [
                { "name": "admin", "password": "$factory$", "authorized-key": [ { "name": "owner", "algorithm": "{{algorithm}}", "key-data": "{{data}}" } ] } ] } },
              "ietf-interfaces:interfaces": { "interface": [ { "name": "eth0", "ietf-ip:ipv4": { "address": [ { "ip": "10.0.2.15", "prefix-length": 24 } ] } } ] }
            }
            """);

        shell = await machine.RebootAsync();

        await Eventually.TrueAsync(
            async () => (await shell.RunAsync("pidof dropbear", Cancel)).ExitCode == 0, "the SSH server runs", Cancel);
        Assert.Contains("Linux", await SshAsync(["-i", key, "-o", "PasswordAuthentication=no"], 0), StringComparison.Ordinal);
        // The server lists in brackets what it would accept.
        Assert.Matches(@"Permission denied \(publickey\)", await SshAsync(["-o", "PubkeyAuthentication=no"], 255));
    }

    [Theory]
    [InlineData("{ \"ietf-system:system\": { \"hostname\": \"half", "JSON")]
    [InlineData("{ \"ietf-system:system\": { \"hostname\": \"two words\" } }", "hostname")]
    public async Task A_broken_startup_configuration_leads_to_a_safe_default_and_a_message(string text, string message)
    {
        var shell = await machine.ShellAsync(this);
        await WriteAsync(shell, text);
        machine.Machine.Console.Note("the broken configuration is in place");
        var said = machine.Machine.Console.Text.Length;

        shell = await machine.RebootAsync();

        var boot = machine.Machine.Console.Text[said..];
        Assert.Matches($"configuration: error: .*{message}", boot);
        Assert.Contains($"{Startup} IS NOT USED", boot, StringComparison.Ordinal);
        Assert.EndsWith("-failsafe", (await shell.RunAsync("hostname", Cancel)).Succeeded(), StringComparison.Ordinal);
        Assert.Contains("inet 10.0.2.", await AddressOnceThereAsync(shell), StringComparison.Ordinal);
        Assert.Equal(text, (await shell.RunAsync("cat " + Startup, Cancel)).Succeeded());
    }

    [Fact]
    public async Task A_factory_reset_empties_cfg_and_var_and_nothing_else()
    {
        var shell = await machine.ShellAsync(this);
        await WriteAsync(shell, """{ "ietf-system:system": { "hostname": "to-be-forgotten" } }""");
        (await shell.RunAsync(
            "mkdir -p /var/lib/shop/.deep && echo mine > /var/lib/shop/.deep/file && echo mine > /cfg/.hidden && sync",
            Cancel)).Succeeded();
        var before = await SlotsAsync();

        machine.Machine.Console.Note("factory reset");
        shell = await machine.RebootAsync("bsp factory-reset --yes");

        Assert.Equal(before, await SlotsAsync());
        Assert.Equal(
            "",
            (await shell.RunAsync(
                "find /cfg /var -name .hidden -o -name .deep -o -name shop -o -name 'startup-config*' -o -name .factory-reset",
                Cancel)).Succeeded());
        Assert.DoesNotContain("forgotten", (await shell.RunAsync("hostname", Cancel)).Succeeded(), StringComparison.Ordinal);
        await shell.HasBeenMarkedGoodAsync(Cancel);
    }

    private static async Task WriteAsync(Shell shell, string text) =>
        (await shell.RunAsync($"cat > {Startup} <<'END'\n{text}\nEND\nsync", Cancel)).Succeeded();

    private static async Task<string> AddressOnceThereAsync(Shell shell)
    {
        const string show = "ip -4 addr show dev eth0";
        await Eventually.TrueAsync(
            async () => (await shell.RunAsync(show, Cancel)).Output.Contains("inet ", StringComparison.Ordinal),
            "eth0 has an address", Cancel);
        return (await shell.RunAsync(show, Cancel)).Succeeded();
    }

    private async Task<string> SshAsync(string[] options, int expected)
    {
        var port = machine.Machine.Qemu.SshPort.ToString(System.Globalization.CultureInfo.InvariantCulture);
        var (status, output, errors) = await HostTool.RunAsync(
            "/usr/bin/ssh",
            [
                "-p", port, "-o", "StrictHostKeyChecking=no", "-o", "UserKnownHostsFile=/dev/null", "-o", "BatchMode=yes", "-o",
                "ConnectTimeout=30", "-F", "none", .. options, "admin@127.0.0.1", "uname",
            ],
            Cancel);
        Assert.True(status == expected, $"ssh ended with status {status}: {output}{errors}");
        return output + errors;
    }

    private async Task<string> SlotsAsync()
    {
        var hashes = new List<string>();
        foreach (var name in new[] { "primary", "primary-boot", "secondary", "secondary-boot" })
            hashes.Add(name + " " + await machine.Machine.Disk.HashAsync(name, Cancel));
        return string.Join('\n', hashes);
    }
}

[Collection(Aarch64.Collection)]
public sealed class ConfigurationOnAarch64(SharedMachine<Aarch64> machine)
    : Configuration<Aarch64>(machine), IClassFixture<SharedMachine<Aarch64>>;

[Collection(X8664.Collection)]
public sealed class ConfigurationOnX8664(SharedMachine<X8664> machine) : Configuration<X8664>(machine), IClassFixture<SharedMachine<X8664>>;
