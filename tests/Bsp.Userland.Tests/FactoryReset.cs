namespace Bsp.Userland.Tests;

/// <summary>A reset empties /cfg and /var, and is carried out to its end.</summary>
public sealed class FactoryReset
{
    private const string Step = "boot.d/50-factory-reset";

    [Fact]
    public async Task Without_the_flag_nothing_is_removed()
    {
        using var device = Used();

        await device.RunAsync(Step);

        Assert.True(File.Exists(device.On("cfg/startup-config.cfg")));
        Assert.Equal("", device.Console);
    }

    [Fact]
    public async Task With_the_flag_everything_goes_and_the_flag_last()
    {
        using var device = Used();
        device.Write("cfg/.factory-reset", "");

        await device.RunAsync(Step);

        Assert.Equal(["lost+found"], Directory.EnumerateFileSystemEntries(device.On("cfg")).Select(Path.GetFileName));
        Assert.Empty(Directory.EnumerateFileSystemEntries(device.On("var")));
        Assert.True(File.Exists(device.On("etc/hosts")));
        Assert.Contains("FACTORY RESET: done", device.Console, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_link_out_of_var_is_removed_and_not_followed()
    {
        using var device = Used();
        Directory.CreateSymbolicLink(device.On("var/out"), device.On("etc"));
        device.Write("cfg/.factory-reset", "");

        await device.RunAsync(Step);

        Assert.True(File.Exists(device.On("etc/hosts")));
        Assert.False(Path.Exists(device.On("var/out")));
    }

    private static Device Used()
    {
        var device = new Device();
        device.Write("cfg/startup-config.cfg", "{}");
        device.Write("cfg/ssh/key", "secret");
        device.Write("cfg/lost+found/x", "");
        device.Write("var/lib/.hidden/deep", "");
        device.Write("etc/hosts", "");
        return device;
    }
}
