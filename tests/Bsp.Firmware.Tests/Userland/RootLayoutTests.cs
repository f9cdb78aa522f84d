using Bsp.Firmware.Userland;

namespace Bsp.Firmware.Tests.Userland;

public sealed class RootLayoutTests
{
    [Theory]
    [InlineData("/bin/sh", "/usr/bin/sh")]
    [InlineData("/sbin", "/usr/bin")]
    [InlineData("/usr/sbin/dropbear", "/usr/bin/dropbear")]
    [InlineData("/lib/x86_64-linux-gnu/libc.so.6", "/usr/lib/x86_64-linux-gnu/libc.so.6")]
    [InlineData("/lib64/ld-linux-x86-64.so.2", "/usr/lib64/ld-linux-x86-64.so.2")]
    [InlineData("/usr/bin/../sbin/./x", "/usr/bin/x")]
    [InlineData("/../../etc/passwd", "/etc/passwd")]
    [InlineData("/binary/x", "/binary/x")]
    public void A_path_leads_to_the_one_place_of_its_file(string path, string canonical) =>
        Assert.Equal(canonical, RootLayout.Canonical(path));

    [Fact]
    public void Links_at_the_root_are_relative() =>
        Assert.Equal(
            ["/bin usr/bin", "/lib usr/lib", "/lib64 usr/lib64", "/sbin usr/bin", "/usr/sbin bin"],
            RootLayout.Links.Select(link => link.Path + " " + link.Text));
}
