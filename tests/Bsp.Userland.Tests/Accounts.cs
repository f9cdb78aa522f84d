namespace Bsp.Userland.Tests;

/// <summary>Who may log in, and how.</summary>
public sealed class Accounts
{
    private const string Own = "$6$salt$hash";

    [Fact]
    public async Task The_factory_password_opens_the_console_and_not_the_network()
    {
        using var device = await WithAsync($"user admin $factory$\nuser ann {Own}\n");

        Assert.StartsWith("admin:$6$", Line(device, "etc/shadow", "admin"), StringComparison.Ordinal);
        Assert.False(File.Exists(device.On("run/bsp/ssh-passwords")));
    }

    [Fact]
    public async Task Passwords_of_the_owner_count_over_the_network()
    {
        using var device = await WithAsync($"user admin {Own}\n");

        Assert.StartsWith($"admin:{Own}:", Line(device, "etc/shadow", "admin"), StringComparison.Ordinal);
        Assert.True(File.Exists(device.On("run/bsp/ssh-passwords")));
    }

    [Fact]
    public async Task A_user_who_is_not_listed_cannot_log_in()
    {
        using var device = await WithAsync($"user ann {Own}\n");

        Assert.StartsWith("root:*:", Line(device, "etc/shadow", "root"), StringComparison.Ordinal);
        Assert.StartsWith("admin:*:", Line(device, "etc/shadow", "admin"), StringComparison.Ordinal);
        Assert.StartsWith("ann:x:1000:1000:", Line(device, "etc/passwd", "ann"), StringComparison.Ordinal);
    }

    private static string Line(Device device, string file, string user) =>
        device.Read(file).Split('\n').Single(line => line.StartsWith(user + ":", StringComparison.Ordinal));

    private static async Task<Device> WithAsync(string plan)
    {
        var device = new Device();
        foreach (var file in new[] { "etc/passwd", "etc/shadow" })
            device.Write(file, File.ReadAllText(Path.Combine(Userland.Root, file)));
        device.Write("run/bsp/plan", plan);
        await device.RunAsync("config.d/20-users");
        return device;
    }
}
