using System.Diagnostics;

namespace Bsp.Cli.Tests;

/// <summary>
/// <c>bsp fdtget</c>, <c>fdtput</c>, <c>fdtdump</c> and <c>fdtoverlay</c> beside the machine's own: the same output, files and exit status.
/// </summary>
public sealed class FdtTests : IDisposable
{
    private const string Tree = """
        /dts-v1/; /memreserve/ 0x0 0x1000;
        / { model = "a board"; list = "a", "b"; cells = <1 0xffffffff>; odd = [01 02 03]; empty; gap = "a", "", "b";
          aliases { n = "/node@1"; bad = "x"; };
          l: node@1 { reg = <1>; inner { }; other { }; }; };
        """;

    private readonly string _folder = Directory.CreateTempSubdirectory("bsp-test-").FullName;

    public FdtTests()
    {
        Compile("tree", Tree, "-@");
        Compile("bare", Tree);
        Compile("overlay", "/dts-v1/; /plugin/; &l { added = \"yes\"; more { }; };");
        File.WriteAllBytes(
            Path.Combine(_folder, "within"), [.. new byte[64], .. File.ReadAllBytes(Path.Combine(_folder, "tree")), .. new byte[9]]);
        File.WriteAllText(Path.Combine(_folder, "text"), "no blob, but a text that is longer than the header of one");
    }

    public static TheoryData<string, string> CommandLines => new()
    {
        { "fdtget", "tree / model / list / cells / odd" },
        { "fdtget", "-tx tree / cells" },
        { "fdtget", "-t u tree / cells" },
        { "fdtget", "-thx tree / cells" },
        { "fdtget", "-tbi tree / odd" },
        { "fdtget", "-tlx tree / odd" },
        { "fdtget", "-ts tree / gap" },
        { "fdtget", "-ts tree / odd" },
        { "fdtget", "tree / gap / empty" },
        { "fdtget", "tree n reg /node reg /node@1/ reg" },
        { "fdtget", "tree nothing reg" },
        { "fdtget", "tree bad reg" },
        { "fdtget", "tree /nothing reg" },
        { "fdtget", "tree / nothing" },
        { "fdtget", "-d none tree /nothing reg / nothing / model" },
        { "fdtget", "-p tree / /node" },
        { "fdtget", "-l tree / /node" },
        { "fdtget", "-tq tree / model" },
        { "fdtget", "tree /" },
        { "fdtget", "tree" },
        { "fdtget", "" },
        { "fdtget", "nothing / model" },
        { "fdtget", "text / model" },
        { "fdtget", "--nonsense" },
        { "fdtput", "tree / model -ts changed" },
        { "fdtput", "tree / new -tx 10 0xff" },
        { "fdtput", "tree / bytes -tbx 1 2 ff" },
        { "fdtput", "tree /node cells 1 -t i 010 0x10" },
        { "fdtput", "tree -c /node/new /new" },
        { "fdtput", "tree -c /node/inner" },
        { "fdtput", "tree -cp /a/b/c /node@1/inner/d" },
        { "fdtput", "tree -p /a/b/c prop 5" },
        { "fdtput", "tree -r /node/inner /node/other" },
        { "fdtput", "tree -r /nothing" },
        { "fdtput", "tree -d / model list" },
        { "fdtput", "tree -d / nothing" },
        { "fdtput", "tree /nothing prop 1" },
        { "fdtput", "tree /" },
        { "fdtput", "text / model 1" },
        { "fdtdump", "tree" },
        { "fdtdump", "-d tree" },
        { "fdtdump", "-s within" },
        { "fdtdump", "within" },
        { "fdtdump", "-s text" },
        { "fdtdump", "nothing" },
        { "fdtdump", "" },
        { "fdtoverlay", "-i tree -o out overlay" },
        { "fdtoverlay", "-v --input tree --output=out overlay overlay" },
        { "fdtoverlay", "-i bare -o out overlay" },
        { "fdtoverlay", "-i tree -o out text" },
        { "fdtoverlay", "-i tree -o out nothing" },
        { "fdtoverlay", "-i tree -o out" },
        { "fdtoverlay", "-i tree overlay" },
        { "fdtoverlay", "-o out overlay" },
    };

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Theory]
    [MemberData(nameof(CommandLines))]
    public void Output_files_and_exit_status_are_those_of_the_original(string program, string arguments)
    {
        var before = File.ReadAllBytes(Path.Combine(_folder, "tree"));
        var expected = (Theirs(program, arguments), Made());
        File.WriteAllBytes(Path.Combine(_folder, "tree"), before);
        Assert.Equal(expected, (Ours(program, arguments), Made()));
    }

    [Fact]
    public void Bytes_come_out_as_they_are()
    {
        Assert.Equal("\u0001\u0002\u0003\n", Ours("fdtget", "-tr tree / odd").Output);
        Assert.Equal("a\0b\0\n", Ours("fdtget", "-tr tree / list").Output);
    }

    [Fact]
    public void A_fault_says_what_is_wrong()
    {
        Assert.Contains(
            "\nFailed to apply 'overlay': the overlay refers to 'l', but the tree has no labels: it was compiled without -@",
            Error("fdtoverlay", "-i bare -o out overlay"), StringComparison.Ordinal);
        Assert.Equal("Error at '/nothing': FDT_ERR_NOTFOUND\n", Error("fdtget", "tree /nothing reg"));
        Assert.Contains("this is not a device tree blob", Error("fdtget", "text / model"), StringComparison.Ordinal);
    }

    [Fact]
    public void No_damage_is_more_than_an_error()
    {
        var blob = File.ReadAllBytes(Path.Combine(_folder, "tree"));
        var random = new Random(1);
        for (var i = 0; i < 2000; i++)
        {
            var damaged = (byte[])blob.Clone();
            for (var changes = random.Next(1, 4); changes > 0; changes--)
                damaged[random.Next(damaged.Length)] = (byte)(random.Next(2) == 0 ? random.Next(256) : random.Next(2) * 255);
            File.WriteAllBytes(Path.Combine(_folder, "damaged"), damaged);
            foreach (var (program, arguments) in new[]
            {
                ("fdtdump", "-d damaged"), ("fdtdump", "-s damaged"), ("fdtget", "-p damaged /node"), ("fdtput", "damaged / model -ts x"),
            })
                Assert.InRange(Ours(program, arguments).Status, 0, 1);
        }
    }

    private static string[] Words(string arguments) => arguments.Split(' ', StringSplitOptions.RemoveEmptyEntries);

    private void Compile(string name, string source, params string[] options)
    {
        File.WriteAllText(Path.Combine(_folder, "source.dts"), source);
        using var process = Process.Start(
            new ProcessStartInfo("dtc", ["-q", .. options, "-o", name, "-O", "dtb", "source.dts"]) { WorkingDirectory = _folder })!;
        process.WaitForExit();
        Assert.Equal(0, process.ExitCode);
    }

    private (int Status, string Output) Theirs(string program, string arguments)
    {
        var start = new ProcessStartInfo(program, Words(arguments))
        {
            WorkingDirectory = _folder,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        using var process = Process.Start(start)!;
        var error = process.StandardError.ReadToEndAsync();
        var output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        error.GetAwaiter().GetResult();
        return (process.ExitCode, output);
    }

    private (int Status, string Output) Ours(string program, string arguments)
    {
        using var output = new MemoryStream();
        using var text = new StreamWriter(output, leaveOpen: true) { AutoFlush = true };
        var status = Program.Run(
            [program, .. Words(arguments)], new(text, TextWriter.Null, new Dictionary<string, string>(), _folder) { OutBytes = output });
        return (status, System.Text.Encoding.UTF8.GetString(output.ToArray()));
    }

    private string Error(string program, string arguments)
    {
        using var error = new StringWriter();
        Program.Run([program, .. Words(arguments)], new(TextWriter.Null, error, new Dictionary<string, string>(), _folder));
        return error.ToString();
    }

    // What was made or changed, and no trace of what was made.
    private (string Made, string Changed) Made()
    {
        var path = Path.Combine(_folder, "out");
        var made = File.Exists(path) ? Convert.ToHexString(File.ReadAllBytes(path)) : "none";
        File.Delete(path);
        return (made, Convert.ToHexString(File.ReadAllBytes(Path.Combine(_folder, "tree"))));
    }
}
