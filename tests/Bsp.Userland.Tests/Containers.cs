using System.Text.Json.Nodes;

namespace Bsp.Userland.Tests;

/// <summary>What a container is given, and what is not taken for one.</summary>
public sealed class Containers
{
    // The parts of umoci's runtime configuration that matter here.
    private const string FromImage = """
        {"process":{"terminal":true,"args":["/entry"],"env":["PATH=/bin"],"capabilities":{"bounding":["CAP_SYS_ADMIN"]}},"root":{"path":"rootfs"},"hostname":"umoci",
         "mounts":[{"destination":"/proc"},{"destination":"/etc/resolv.conf"}],"linux":{"namespaces":[{"type":"pid"},{"type":"network"}]}}
        """;

    [Fact]
    public async Task The_image_is_not_written_and_only_the_usual_capabilities_are_given()
    {
        var made = await MakeAsync("""{"name":"shop"}""");

        Assert.True((bool)made["root"]!["readonly"]!);
        Assert.True((bool)made["process"]!["noNewPrivileges"]!);
        Assert.Equal("shop", (string)made["hostname"]!);
        Assert.DoesNotContain("SYS_ADMIN", made.ToJsonString(), StringComparison.Ordinal);
        Assert.Equal("""["/entry"]""", made["process"]!["args"]!.ToJsonString());
        Assert.Contains("network", made["linux"]!["namespaces"]!.ToJsonString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_command_is_split_at_blanks_and_quotes_and_read_by_no_shell()
    {
        var made = await MakeAsync("""{"name":"a","command":"/bin/sh  -c \"echo $(id); ls\" 'x  y' \"\""}""");

        Assert.Equal(["/bin/sh", "-c", "echo $(id); ls", "x  y", ""], made["process"]!["args"]!.AsArray().Select(word => (string)word!));
    }

    [Fact]
    public async Task Volumes_are_written_mounts_are_read_and_the_hosts_network_is_shared_on_request()
    {
        var made = await MakeAsync("""
            {"name":"a","network":{"host":true},"env":[{"key":"A","value":"b c"}],"capabilities":{"add":["net_admin"],"drop":["chown"]},
             "volume":[{"name":"data","target":"/data"}],"mount":[{"name":"m","source":"/var/x","target":"/x"}]}
            """);

        var mounts = made["mounts"]!.AsArray().ToDictionary(mount => (string)mount!["destination"]!, mount => mount!.ToJsonString());
        Assert.Contains("/volumes/data", mounts["/data"], StringComparison.Ordinal);
        Assert.Contains("\"rw\"", mounts["/data"], StringComparison.Ordinal);
        Assert.Contains("\"ro\"", mounts["/x"], StringComparison.Ordinal);
        Assert.Equal("""[{"type":"pid"}]""", made["linux"]!["namespaces"]!.ToJsonString());
        Assert.Contains("A=b c", made["process"]!["env"]!.AsArray().Select(value => (string)value!));
        var capabilities = made["process"]!["capabilities"]!["effective"]!.ToJsonString();
        Assert.Contains("CAP_NET_ADMIN", capabilities, StringComparison.Ordinal);
        Assert.DoesNotContain("CAP_CHOWN", capabilities, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("../x")]
    [InlineData("a;reboot")]
    [InlineData("-f")]
    [InlineData("")]
    [InlineData("A")]
    public async Task A_hostile_name_is_refused_before_anything_is_touched(string name)
    {
        using var device = new Device();

        var outcome = await device.RunAsync("container", "run", name, "oci:/images/x");

        Assert.Equal(1, outcome.Status);
        Assert.Contains("not a container's name", outcome.Errors, StringComparison.Ordinal);
        Assert.Empty(Directory.EnumerateFileSystemEntries(device.On("var")));
    }

    [Fact]
    public async Task An_image_that_is_not_there_is_named()
    {
        using var device = new Device();

        var outcome = await device.RunAsync("container", "run", "shop", "oci:/no/such/layout:v1");

        Assert.Contains("shop: there is no OCI layout at /no/such/layout", outcome.Errors, StringComparison.Ordinal);
    }

    private static async Task<JsonNode> MakeAsync(string wanted)
    {
        using var device = new Device();
        device.Write("config.json", FromImage);
        var outcome = await HostTool.RunAsync("jq", ["--argjson", "wanted", wanted, "--arg", "volumes", "/volumes", "-f", Path.Combine(Userland.Data, "container.jq"), device.On("config.json")], TestContext.Current.CancellationToken);
        Assert.True(outcome.Status == 0, outcome.Errors);
        return JsonNode.Parse(outcome.Output)!;
    }
}
