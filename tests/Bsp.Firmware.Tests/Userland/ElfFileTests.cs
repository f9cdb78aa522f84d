using System.Diagnostics;
using System.Text.RegularExpressions;
using Bsp.Build;
using Bsp.Firmware.Userland;

namespace Bsp.Firmware.Tests.Userland;

public sealed partial class ElfFileTests : IDisposable
{
    private readonly TempFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData("/usr/bin/dpkg")]
    [InlineData("/usr/bin/apt-get")]
    [InlineData("/usr/bin/tar")]
    public void It_reads_what_readelf_reads(string program)
    {
        Assert.SkipUnless(File.Exists("/usr/bin/readelf"), "readelf is not installed");
        using var readelf = Process.Start(
            new ProcessStartInfo("/usr/bin/readelf", ["--wide", "--dynamic", "--program-headers", program])
            {
                RedirectStandardOutput = true,
            })!;
        var expected = readelf.StandardOutput.ReadToEnd();

        var elf = ElfFile.Read(program)!;

        Assert.Equal(Needed().Matches(expected).Select(match => match.Groups[1].Value), elf.Needed);
        Assert.Equal(Interpreter().Match(expected).Groups[1].Value, elf.Interpreter);
    }

    [Fact]
    public void A_script_is_no_ELF_file() => Assert.Null(ElfFile.Read(_folder.Write("script", "#!/bin/sh\n")));

    [Fact]
    public void An_empty_file_is_no_ELF_file() => Assert.Null(ElfFile.Read(_folder.Write("empty", "")));

    [Theory]
    [InlineData(5)]
    [InlineData(64)]
    [InlineData(2000)]
    public void A_program_that_is_cut_short_is_said_to_be_damaged(int size)
    {
        var path = Path.Combine(_folder, "cut");
        File.WriteAllBytes(path, File.ReadAllBytes("/usr/bin/tar")[..size]);

        Assert.Contains(
            "is a damaged ELF file", Assert.Throws<BuildFailedException>(() => ElfFile.Read(path)).Message, StringComparison.Ordinal);
    }

    [GeneratedRegex(@"\(NEEDED\)\s+Shared library: \[(.+)\]")]
    private static partial Regex Needed();

    [GeneratedRegex(@"Requesting program interpreter: (.+)\]")]
    private static partial Regex Interpreter();
}
