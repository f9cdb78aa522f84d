namespace Bsp.Userland.Tests;

/// <summary>What a startup configuration may say, and what becomes of it: data, never a command.</summary>
public sealed class ConfigurationChecks
{
    [Theory]
    [InlineData("", "configuration: is empty")]
    [InlineData("{", "is not valid JSON")]
    [InlineData("{}{}", "holds 2 JSON values, not one")]
    [InlineData("[]", "must be an object, not []")]
    [InlineData("\"hostname gate\"", "must be an object")]
    [InlineData("""{"ietf-system:system":7}""", "ietf-system:system: must be an object, not 7")]
    [InlineData("""{"ietf-system:system":{"hostname":"$(reboot)"}}""", "\"$(reboot)\" is no host name")]
    [InlineData("""{"ietf-system:system":{"hostname":"a\nb"}}""", "is no host name")]
    [InlineData("""{"ietf-system:system":{"authentication":{"user":[{"name":"x:0:0"}]}}}""",
        "authentication/user: has no name, or one that cannot be used")]
    [InlineData("""{"ietf-system:system":{"authentication":{"user":[{"name":"ann","password":"secret"}]}}}""",
        "user ann/password: must be a SHA-256 or SHA-512 crypt hash")]
    [InlineData("""{"ietf-system:system":{"authentication":{"user":[{"name":"messagebus"}]}}}""", "is a name of the system")]
    [InlineData(
        """{"ietf-system:system":{"authentication":{"user":[{"name":"ann","authorized-key":"""
        + """[{"name":"k","algorithm":"ssh-rsa","key-data":"AAAA\ncommand"}]}]}}}""",
        "is no SSH public key")]
    [InlineData("""{"ietf-interfaces:interfaces":{"interface":[{"name":"eth0;reboot"}]}}""", "cannot be used: \"eth0;reboot\"")]
    [InlineData("""{"ietf-interfaces:interfaces":{"interface":[{"name":"../../eth0"}]}}""", "cannot be used")]
    [InlineData("""{"ietf-interfaces:interfaces":{"interface":[{"name":"all"}]}}""", "reserved name")]
    [InlineData("""{"ietf-interfaces:interfaces":{"interface":[{"name":"eth0"},{"name":"eth0"}]}}""", "\"eth0\" is listed twice")]
    [InlineData(
        """{"ietf-interfaces:interfaces":{"interface":[{"name":"eth0","ietf-ip:ipv4":{"address":"""
        + """[{"ip":"10.0.0.300","prefix-length":24}]}}]}}""",
        "interface eth0/ipv4/address")]
    [InlineData("""{"ietf-interfaces:interfaces":{"interface":[{"name":"v","type":"infix-if-type:vlan"}]}}""",
        "needs lower-layer-if and an id from 1 to 4094")]
    [InlineData("""{"ietf-interfaces:interfaces":{"interface":[{"name":"w","type":"infix-if-type:wifi"}]}}""",
        "\"infix-if-type:wifi\" is not supported")]
    [InlineData("""{"infix-containers:containers":{"container":[{"name":"../etc","image":"oci:/x"}]}}""", "cannot be used: \"../etc\"")]
    [InlineData("""{"infix-containers:containers":{"container":[{"name":"a","image":"oci:/var/../etc"}]}}""", "container a/image")]
    [InlineData("""{"infix-containers:containers":{"container":[{"name":"a","image":"docker://busybox"}]}}""", "must be oci:/path[:tag]")]
    [InlineData(
        """{"infix-containers:containers":{"container":[{"name":"a","image":"oci:/x","mount":"""
        + """[{"name":"m","source":"/../etc","target":"/x"}]}]}}""",
        "absolute paths without '..'")]
    public async Task A_fault_is_an_error_that_names_its_place(string text, string message)
    {
        var outcome = await CheckAsync(text);

        Assert.Equal(1, outcome.Status);
        Assert.Contains(
            outcome.Lines, line => line.StartsWith("error ", StringComparison.Ordinal) && line.Contains(message, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("/usr/share/factory-config.cfg")]
    [InlineData("/usr/share/failure-config.cfg")]
    public async Task The_shipped_defaults_hold_no_fault_and_nothing_unknown(string file)
    {
        var outcome = await CheckAsync(File.ReadAllText(Userland.Root + file));

        Assert.Equal(0, outcome.Status);
        Assert.DoesNotContain("warning ", outcome.Output, StringComparison.Ordinal);
        Assert.Contains("user admin $factory$", outcome.Lines);
        Assert.Contains("dhcp eth0", outcome.Lines);
    }

    [Fact]
    public async Task What_is_not_supported_is_named_and_the_rest_holds()
    {
        var outcome = await CheckAsync("""{"ietf-system:system":{"hostname":"gate","ntp":{}},"infix-firewall:firewall":{}}""");

        Assert.Equal(0, outcome.Status);
        Assert.Equal(
            ["hostname gate", "user admin $factory$", "warning ietf-system:system/ntp: not supported, "
                + "ignored", "warning infix-firewall:firewall: not supported, ignored"],
            outcome.Lines.Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task Links_come_before_what_stands_on_them()
    {
        var outcome = await CheckAsync("""
            {"ietf-interfaces:interfaces":{"interface":[
              {"name":"br0.10","type":"infix-if-type:vlan","infix-interfaces:vlan":{"lower-layer-if":"br0","id":10},
               "ietf-ip:ipv4":{"address":[{"ip":"10.10.0.1","prefix-length":24}]}},
              {"name":"eth0","infix-interfaces:bridge-port":{"bridge":"br0"}},
              {"name":"br0","type":"infix-if-type:bridge","ietf-ip:ipv4":{"infix-dhcp-client:dhcp":{}},"ietf-ip:ipv6":{}}]}}
            """);

        Assert.Equal(
            [
                "link br0 bridge", "vlan br0.10 br0 10", "port eth0 br0", "ipv6 br0.10 off", "ipv6 eth0 off", "ipv6 br0 on", "up br0.10",
                "up eth0", "up br0", "address br0.10 10.10.0.1/24", "dhcp br0",
            ],
            outcome.Lines.Skip(2));
    }

    [Fact]
    public async Task A_message_shows_no_control_characters()
    {
        var outcome = await CheckAsync("{\"ietf-system:system\":{\"hostname\":\"\u001b[2J\u009b\"},\"\u001b]0;x\u0007\":1}");

        Assert.DoesNotContain(outcome.Output, character => character is not '\n' and (< ' ' or > '~'));
    }

    private static async Task<ToolResult> CheckAsync(string text)
    {
        using var device = new Device();
        device.Write("cfg/startup-config.cfg", text);
        return await device.RunAsync("check-config", device.On("cfg/startup-config.cfg"));
    }
}
