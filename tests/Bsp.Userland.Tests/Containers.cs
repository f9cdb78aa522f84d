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
        Assert.Equal("""[{"type":"pid"},{"type":"ipc"},{"type":"uts"},{"type":"mount"}]""", made["linux"]!["namespaces"]!.ToJsonString());
        Assert.Contains("A=b c", made["process"]!["env"]!.AsArray().Select(value => (string)value!));
        var capabilities = made["process"]!["capabilities"]!["effective"]!.ToJsonString();
        Assert.Contains("CAP_NET_ADMIN", capabilities, StringComparison.Ordinal);
        Assert.DoesNotContain("CAP_CHOWN", capabilities, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Of_an_image_come_command_environment_user_folder_and_volumes()
    {
        var made = await MakeAsync("""{"name":"a"}""", """
            {"process":{"args":["/entry"],"env":["PATH=/bin","A=b"],"cwd":"/srv","user":{"uid":7,"gid":8,"additionalGids":[9]}},
             "mounts":[{"destination":"/data","type":"tmpfs","source":"none","options":["suid","dev"]}]}
            """);

        var process = made["process"]!;
        Assert.Equal("""["/entry"]""", process["args"]!.ToJsonString());
        Assert.Equal("""["PATH=/bin","A=b"]""", process["env"]!.ToJsonString());
        Assert.Equal("/srv", (string)process["cwd"]!);
        Assert.Equal("""{"uid":7,"gid":8,"additionalGids":[9]}""", process["user"]!.ToJsonString());
        var volume = made["mounts"]!.AsArray().Single(mount => (string)mount!["destination"]! == "/data")!;
        Assert.Equal("""["nosuid","nodev","mode=1777","size=64m"]""", volume["options"]!.ToJsonString());
    }

    [Theory]
    [InlineData("/proc/self/fd/7")]
    [InlineData("//proc/1/root")]
    [InlineData("/./proc/1/cwd")]
    [InlineData("/dev/fd/7")]
    [InlineData("/srv/../proc/self/fd/7")]
    [InlineData("srv")]
    [InlineData("")]
    public async Task A_working_folder_or_volume_that_leads_out_of_the_image_is_not_taken(string path)
    {
        var image = new JsonObject
        {
            ["process"] = new JsonObject { ["cwd"] = path },
            ["mounts"] = new JsonArray(new JsonObject { ["destination"] = path, ["type"] = "tmpfs", ["source"] = "none" }),
        };

        var made = await MakeAsync("""{"name":"a"}""", image.ToJsonString());

        Assert.Equal("/", (string)made["process"]!["cwd"]!);
        Assert.DoesNotContain(path, made["mounts"]!.AsArray().Select(mount => (string)mount!["destination"]!));
    }

    [Fact]
    public async Task What_else_an_image_says_changes_nothing()
    {
        var usual = await MakeAsync("""{"name":"a"}""", ForeignConfiguration.AsUmociMakesIt);
        for (var seed = 0; seed < 50; seed++)
        {
            var foreign = ForeignConfiguration.WithForeignMembers(seed);

            var made = await MakeAsync("""{"name":"a"}""", foreign);

            Assert.True(JsonNode.DeepEquals(usual, made), $"seed {seed}: {foreign}\nbecomes\n{made.ToJsonString()}");
        }
    }

    [Fact]
    public async Task A_member_that_got_through_would_be_seen()
    {
        var usual = await MakeAsync("""{"name":"a"}""", ForeignConfiguration.AsUmociMakesIt, ". + {}");
        var made = await MakeAsync("""{"name":"a"}""", ForeignConfiguration.WithForeignMembers(1), ". + {}");

        Assert.False(JsonNode.DeepEquals(usual, made));
    }

    [Theory]
    [InlineData("[]")]
    [InlineData("null")]
    [InlineData("""{"process":"no object"}""")]
    [InlineData("""{"process":{"args":{},"env":"A=b","cwd":7,"user":[]},"mounts":{}}""")]
    [InlineData(
        """{"process":{"args":[1,null],"env":[{},"=x","none"],"user":{"uid":-1,"gid":1e30,"additionalGids":"""
        + """["0",0,null]}},"mounts":[null,3,{"type":"tmpfs","source":"none","destination":["/x"]}]}""")]
    public async Task A_configuration_of_another_shape_is_none(string image)
    {
        var made = await MakeAsync("""{"name":"a"}""", image);

        Assert.True(JsonNode.DeepEquals(await MakeAsync("""{"name":"a"}""", "{}"), made), made.ToJsonString());
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

    private static async Task<JsonNode> MakeAsync(string wanted, string image = FromImage, string? filter = null)
    {
        using var device = new Device();
        device.Write("config.json", image);
        var outcome = await HostTool.RunAsync(
            "jq",
            [
                "--argjson", "wanted", wanted, "--arg", "volumes", "/volumes",
                .. filter is null ? ["-f", Path.Combine(Userland.Data, "container.jq")] : new[] { filter },
                device.On("config.json"),
            ],
            TestContext.Current.CancellationToken);
        Assert.True(outcome.Status == 0, outcome.Errors);
        return JsonNode.Parse(outcome.Output)!;
    }
}
