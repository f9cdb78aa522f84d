using System.Runtime.InteropServices;
using Bsp.Build;
using Bsp.Firmware.Tests.Support;
using Bsp.Firmware.Userland;

namespace Bsp.Firmware.Tests.Userland;

/// <summary>Packages made of this machine's own files, so that programs and libraries are real.</summary>
public sealed class ClosureTests : IDisposable
{
    private const string Libraries = "lib/x86_64-linux-gnu";
    private readonly TempFolder _folder = new();

    public ClosureTests() =>
        Assert.SkipUnless(RuntimeInformation.OSArchitecture == Architecture.X64, "this machine's programs are not for x86_64");

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void A_program_brings_its_libraries_their_links_and_the_dynamic_linker()
    {
        Package("gzip", "bin/gzip");
        PackageLibc();

        var closure = Of("/bin/gzip");

        Assert.Equal(
            [
                "/usr/bin/gzip", "/usr/lib/x86_64-linux-gnu/ld-linux-x86-64.so.2", "/usr/lib/x86_64-linux-gnu/libc.so.6",
                "/usr/lib64/ld-linux-x86-64.so.2",
            ],
            closure.Files.Select(file => file.Path).Where(path => !path.Contains("ld-2", StringComparison.Ordinal)));
        Assert.Equal(["gzip", "libc6"], closure.Packages);
    }

    [Fact]
    public void A_missing_library_is_named_with_who_needs_it_and_a_missing_file_too()
    {
        Package("gzip", "bin/gzip");
        Link("libc6", "lib64/ld-linux-x86-64.so.2", "/lib/x86_64-linux-gnu/ld-linux-x86-64.so.2");

        var failure = Assert.Throws<BuildFailedException>(() => Of("/bin/gzip", "/usr/bin/none"));

        Assert.Contains(
            "the library 'libc.so.6', which '/usr/bin/gzip' of package gzip needs, is in none of the packages", failure.Message,
            StringComparison.Ordinal);
        Assert.Contains(
            "'/usr/bin/none', which the distribution asks for, is in none of its packages", failure.Message, StringComparison.Ordinal);
        Assert.Contains("which '/usr/lib64/ld-linux-x86-64.so.2' of package libc6 leads to", failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_program_for_another_processor_is_refused()
    {
        Package("gzip", "bin/gzip");
        PackageLibc();
        var path = Path.Combine(_folder, "gzip", "bin/gzip");
        var bytes = File.ReadAllBytes(path);
        bytes[18] = 183; // e_machine: EM_AARCH64
        File.WriteAllBytes(path, bytes);

        Assert.Contains(
            "'/usr/bin/gzip' of package gzip is a program for Arm64, not for X64",
            Assert.Throws<BuildFailedException>(() => Of("/bin/gzip")).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_relative_link_is_followed_from_where_the_package_has_it()
    {
        _folder.Write("tools/usr/bin/real", "#!/bin/sh\n");
        Link("tools", "sbin/tool", "../usr/bin/real");

        var file = Of("/usr/sbin/tool").Files.Single(file => file.LinkTarget is not null);

        Assert.Equal(("/usr/bin/tool", "/usr/bin/real"), (file.Path, file.LinkTarget));
        Assert.Equal("real", RootLayout.LinkText(file.Path, file.LinkTarget!));
    }

    [Fact]
    public void Two_packages_with_different_files_at_one_place_are_an_error()
    {
        _folder.Write("a/bin/x", "1");
        _folder.Write("b/usr/sbin/x", "2");

        Assert.Contains(
            "the packages a and b have different files at '/usr/bin/x'", Assert.Throws<BuildFailedException>(() => Of("/bin/x")).Message,
            StringComparison.Ordinal);
    }

    [Fact]
    public void A_folder_is_taken_with_all_that_is_below_it()
    {
        _folder.Write("data/usr/share/zone/a", "1");
        _folder.Write("data/usr/share/zone/b/c", "2");

        Assert.Equal(["/usr/share/zone/a", "/usr/share/zone/b/c"], Of("/usr/share/zone/").Files.Select(file => file.Path));
    }

    private Closure Of(params string[] wanted) =>
        Closure.Of(new PackagedFiles(_folder), wanted, SampleBoards.Make("sample").Board.Soc.Architecture);

    private void PackageLibc()
    {
        Package("libc6", Libraries + "/libc.so.6");
        Package("libc6", Libraries + "/ld-linux-x86-64.so.2");
        Link("libc6", "lib64/ld-linux-x86-64.so.2", "/lib/x86_64-linux-gnu/ld-linux-x86-64.so.2");
    }

    private void Package(string package, string path)
    {
        var target = Path.Combine(_folder, package, path);
        Directory.CreateDirectory(Path.GetDirectoryName(target)!);
        File.Copy("/" + path, target);
    }

    private void Link(string package, string path, string target)
    {
        var link = Path.Combine(_folder, package, path);
        Directory.CreateDirectory(Path.GetDirectoryName(link)!);
        File.CreateSymbolicLink(link, target);
    }
}
