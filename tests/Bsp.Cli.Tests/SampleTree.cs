namespace Bsp.Cli.Tests;

/// <summary>A folder with a small tree of Kconfig files, in which the command runs; it is gone after the test.</summary>
internal sealed class SampleTree : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("bsp-cli-tests-").FullName;

    public SampleTree(string kconfig = Sample.Kconfig)
    {
        Write("Kconfig", kconfig);
        Environment = new(StringComparer.Ordinal)
        {
            ["PATH"] = System.Environment.GetEnvironmentVariable("PATH") ?? "",
            ["HOME"] = At("home"),
        };
    }

    public Dictionary<string, string> Environment { get; }

    /// <summary>What is typed.</summary>
    public string Input { get; set; } = "";

    public string At(string name) => Path.Combine(_folder, name);

    public string Read(string name) => File.ReadAllText(At(name));

    public bool Has(string name) => File.Exists(At(name));

    public void Write(string name, string text)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(At(name))!);
        File.WriteAllText(At(name), text);
    }

    public Result Run(params string[] arguments)
    {
        using StringWriter output = new(), error = new();
        var status = Program.Run(arguments, new(output, error, Environment, _folder)
        {
            OpenInput = () => new MemoryStream(System.Text.Encoding.UTF8.GetBytes(Input)),
            IsTerminal = () => false,
        });
        return new(status, output.ToString(), error.ToString());
    }

    public Result Kconf(params string[] arguments) => Run(["kconfig", .. arguments]);

    public void Dispose() => Directory.Delete(_folder, recursive: true);
}
