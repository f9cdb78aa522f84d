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
        Put("data", "some bytes");
        Put(
            "binary.dts",
            "/dts-v1/;\n/include/ \"part.dtsi\"\n/ { a = /incbin/(\"data\"), /incbin/(\"data\", 1, 2); };\n/include/ \"part.dtsi\"\n");
        Put("reserve.dts", "/dts-v1/;\nm1: m2: m1: /memreserve/ 0x10 0x20;\n/ { };\n");
        Put("folder/model", "a model\0");
        Put("folder/node/reg", "\0\0\0\u0001");
        Put("folder/node/empty", "");
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
        "-I dtb -O dtb -o out.dtb odd.dts",
        "-I fs -O dtb -o out.dtb nothing",
        "-I fs -O dtb -b 7 -o out.dtb folder",
        "-O dtb -s -d deps -o out.dtb folder",
        "-O dts -o out.dtb odd.dts",
        "-q -O null -o out.dtb faulty.dts",
        "-S 8 -o out.dtb odd.dts",
        "-d deps -o out.dtb -i inc binary.dts",
        "-O dts -o out.dtb reserve.dts",
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
    public void Errors_are_reported_with_file_and_line()
    {
        Assert.StartsWith("Error: syntax.dts:1.", Run("-o out.dtb syntax.dts").Error, StringComparison.Ordinal);
        Assert.Contains(
            "faulty.dts:1.20-28: ERROR (phandle_references): /: Reference to non-existent node or label \"nothing\"\n",
            Run("-o out.dtb faulty.dts").Error, StringComparison.Ordinal);
        Assert.Contains("odd.dts:1.19-", Run("-o out.dtb odd.dts").Error, StringComparison.Ordinal);
        Assert.Equal("", Run("-q -o out.dtb odd.dts").Error);
    }

    [Theory]
    [InlineData("-O yaml in.dtb", "FATAL ERROR: YAML output format requires dts input format\n")]
    [InlineData("-T in.dtb", "FATAL ERROR: --annotate requires -I dts -O dts\n")]
    [InlineData("-I nonsense odd.dts", "FATAL ERROR: Unknown input format \"nonsense\"\n")]
    [InlineData("-O nonsense odd.dts", "FATAL ERROR: Unknown output format \"nonsense\"\n")]
    [InlineData("-I dtb odd.dts",
        "FATAL ERROR: this is not a device tree blob: it begins with other bytes than d0 0d fe ed (at offset 0x0)\n")]
    public void What_does_not_go_together_is_a_fatal_error(string arguments, string message)
    {
        Run("-o in.dtb odd.dts");
        var (status, error) = Run(arguments);
        Assert.Equal((1, message), (status, error));
    }

    [Fact]
    public void Messages_of_what_nobody_wrote_name_the_output() =>
        Assert.Equal(
            "out.dtb: Warning (unit_address_vs_reg): /n@1: node has a unit name, but no reg or ranges property\n",
            Run("-I dtb -O dtb -o out.dtb " + Blob("odd.dts")).Error);

    // Other directives differ between the versions of dtc.
    [Fact]
    public void Labels_of_reserved_memory_are_symbols_in_their_order()
    {
        Run("-O asm -o out.s reserve.dts");
        Assert.Contains(
            "\t.globl\tm2\nm2:\n\t.globl\tm1\nm1:\n", File.ReadAllText(Path.Combine(_folder, "out.s")), StringComparison.Ordinal);
    }

    [Fact]
    public void The_program_is_chosen_by_the_name_that_it_is_called_by()
    {
        Assert.Equal(["dtc", "-v"], Program.WithProgramName("/usr/bin/dtc", ["-v"]));
        Assert.Equal(["fdtget", "a"], Program.WithProgramName("fdtget", ["a"]));
        Assert.Equal(["dtc", "-v"], Program.WithProgramName("/opt/bsp", ["dtc", "-v"]));
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

    private string Blob(string source)
    {
        Run("-q -o in.dtb " + source);
        return "in.dtb";
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
