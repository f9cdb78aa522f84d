using System.Text;
using Bsp.Build;
using Bsp.Firmware.Userland;

namespace Bsp.Firmware.Tests.Userland;

public sealed class BusyboxAppletsTests : IDisposable
{
    private readonly TempFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void The_table_is_found_after_one_that_starts_alike()
    {
        Assert.Equal(
            ["[", "[[", "ash", "busybox", "sh"],
            BusyboxApplets.Of(Program("junk\0[\0[[\0zz\0]\0\u0001junk\0[\0[[\0ash\0busybox\0sh\0\0more")));
    }

    [Fact]
    public void A_program_without_a_table_is_an_error()
    {
        Assert.Contains(
            "has no table of applets", Assert.Throws<BuildFailedException>(() => BusyboxApplets.Of(Program("nothing"))).Message,
            StringComparison.Ordinal);
    }

    private string Program(string content)
    {
        var path = Path.Combine(_folder, "busybox");
        File.WriteAllBytes(path, Encoding.ASCII.GetBytes(content));
        return path;
    }
}
