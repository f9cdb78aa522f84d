namespace Bsp.Userland.Tests;

/// <summary>Which configuration a boot runs on.</summary>
public sealed class ChoiceOfConfiguration
{
    [Fact]
    public async Task Without_a_startup_configuration_the_factory_default_is_used()
    {
        using var device = new Device();

        await device.RunAsync("configure");

        Assert.Equal("factory\n", device.Read("run/bsp/config-source"));
        Assert.Contains("hostname %h-%m\n", device.Read("run/bsp/plan"), StringComparison.Ordinal);
        Assert.True(File.Exists(device.On("run/bsp/configured")));
    }

    [Fact]
    public async Task A_sound_startup_configuration_is_used()
    {
        using var device = new Device();
        device.Write("cfg/startup-config.cfg", """{"ietf-system:system":{"hostname":"gate-7"}}""");

        await device.RunAsync("configure");

        Assert.Equal("startup\n", device.Read("run/bsp/config-source"));
        Assert.Equal("hostname gate-7\nuser admin $factory$\n", device.Read("run/bsp/plan"));
        Assert.Equal("", device.Console);
    }

    [Fact]
    public async Task One_fault_leads_to_the_safe_default_and_every_fault_is_reported()
    {
        using var device = new Device();
        const string text =
            """{"ietf-system:system":{"hostname":"two words"},"ietf-interfaces:interfaces":{"interface":[{"name":"a b"}]}}""";
        device.Write("cfg/startup-config.cfg", text);

        await device.RunAsync("configure");

        Assert.Equal("failure\n", device.Read("run/bsp/config-source"));
        Assert.Contains("hostname %h-failsafe\n", device.Read("run/bsp/plan"), StringComparison.Ordinal);
        Assert.Contains("error: ietf-system:system/hostname", device.Console, StringComparison.Ordinal);
        Assert.Contains("error: interface", device.Console, StringComparison.Ordinal);
        Assert.Contains("startup-config.cfg IS NOT USED", device.Console, StringComparison.Ordinal);
        Assert.Equal(text, device.Read("cfg/startup-config.cfg"));
    }

    [Fact]
    public async Task A_file_of_megabytes_does_not_stall_the_boot()
    {
        using var device = new Device();
        device.Write("cfg/startup-config.cfg", "{" + new string(' ', 2 << 20) + "}");

        await device.RunAsync("configure");

        Assert.Equal("failure\n", device.Read("run/bsp/config-source"));
        Assert.Contains("is larger than 1 MiB", device.Console, StringComparison.Ordinal);
    }
}
