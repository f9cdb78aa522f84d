using System.Diagnostics;

namespace Bsp.Cli.Tests;

/// <summary><c>bsp dtc</c> beside the machine's own dtc: the same files and exit status.</summary>
public sealed class DtcTests : IDisposable
{
    private const string Good = "/dts-v1/;\n/include/ \"part.dtsi\"\n/ { a = <1>; r = &l; l: n { }; };\n";

    private readonly string _folder = Directory.CreateTempSubdirectory("bsp-test-").FullName;

    public DtcTests()
    {
        Put("good.dts", Good);
        Put("inc/part.dtsi", "/ { part; };\n");
        Put("syntax.dts", "/dts-v1/; / { a = <1 };\n");
        Put("faulty.dts", "/dts-v1/; / { r = <&nothing>; };\n");
        Put("odd.dts", "/dts-v1/; / { n@1 { }; };\n");
    }

    public static TheoryData<string> CommandLines =>
    [
        "-o out.dtb -i inc good.dts",
        "-o out.dtb -iinc -d deps good.dts",
        "--out=out.dtb --include inc --out-dep deps --symbols -b 0 good.dts",
        "-@ -A -s -H both -R 2 -p 0x10 -a 8 -V 16 -i inc -o out.dtb good.dts",
        "-S 4096 -I dts -O dtb -o out.dtb -i inc good.dts",
        "-o out.dtb good.dts",
        "-o out.dtb nothing.dts",
        "-o out.dtb syntax.dts",
        "-o out.dtb faulty.dts",
        "-q -f -o out.dtb faulty.dts",
        "-o out.dtb odd.dts",
        "-E unit_address_vs_reg -o out.dtb odd.dts",
        "-E unit_address_vs_reg -E no-unit_address_vs_reg -o out.dtb odd.dts",
        "-W no_unit_address_vs_reg -o out.dtb odd.dts",
        "-W nonsense -o out.dtb odd.dts",
        "-H nonsense -o out.dtb odd.dts",
        "-a 3 -o out.dtb odd.dts",
        "-p 1 -S 2 -o out.dtb odd.dts",
        "--nonsense odd.dts",
        "odd.dts good.dts",
    ];

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Theory]
    [MemberData(nameof(CommandLines))]
    public void Files_and_exit_status_are_those_of_dtc(string arguments)
    {
        var expected = (Dtc(arguments), Made());
        Assert.Equal(expected, (Run(arguments).Status, Made()));
    }

    [Fact]
    public void Faults_are_told_with_file_and_line()
    {
        Assert.StartsWith("Error: syntax.dts:1.", Run("-o out.dtb syntax.dts").Error, StringComparison.Ordinal);
        Assert.Contains("faulty.dts:1.20-28: ERROR (phandle_references): /: Reference to non-existent node or label \"nothing\"\n", Run("-o out.dtb faulty.dts").Error, StringComparison.Ordinal);
        Assert.Contains("odd.dts:1.15-", Run("-o out.dtb odd.dts").Error, StringComparison.Ordinal);
        Assert.Equal("", Run("-q -o out.dtb odd.dts").Error);
    }

    [Fact]
    public void What_is_not_there_yet_is_refused()
    {
        Assert.Equal((1, "FATAL ERROR: output of format \"dts\" is not written yet; dtb is\n"), (Run("-O dts good.dts").Status, Run("-O dts good.dts").Error));
        Assert.Contains("is not read yet; dts is", Run("-I dtb good.dts").Error, StringComparison.Ordinal);
    }

    // dtc leaves an empty file then.
    [Theory]
    [InlineData("-V 4 -o out.dtb odd.dts")]
    [InlineData("-O nonsense -o out.dtb odd.dts")]
    public void What_nobody_can_write_leaves_no_file(string arguments)
    {
        Assert.Equal(1, Run(arguments).Status);
        Assert.Equal(("none", "none"), Made());
    }

    // What was made, and no trace of it afterwards.
    private (string Blob, string Dependencies) Made()
    {
        string Take(string name, Func<string, string> read)
        {
            var path = Path.Combine(_folder, name);
            var text = File.Exists(path) ? read(path) : "none";
            File.Delete(path);
            return text;
        }

        return (Take("out.dtb", path => Convert.ToHexString(File.ReadAllBytes(path))), Take("deps", File.ReadAllText));
    }

    private int Dtc(string arguments)
    {
        var start = new ProcessStartInfo("dtc", arguments) { WorkingDirectory = _folder, RedirectStandardError = true };
        using var process = Process.Start(start)!;
        process.StandardError.ReadToEnd();
        process.WaitForExit();
        return process.ExitCode;
    }

    private (int Status, string Error) Run(string arguments)
    {
        using var output = new StringWriter();
        using var error = new StringWriter();
        var status = Program.Run(["dtc", .. arguments.Split(' ')], new(output, error, new Dictionary<string, string>(), _folder));
        return (status, error.ToString());
    }

    private void Put(string name, string text)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(Path.Combine(_folder, name))!);
        File.WriteAllText(Path.Combine(_folder, name), text);
    }
}
