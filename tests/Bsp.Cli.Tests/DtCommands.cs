namespace Bsp.Cli.Tests;

/// <summary>Tests of <c>bsp dt</c>, in a folder of their own.</summary>
public abstract class DtCommands : IDisposable
{
    private protected DtCommands()
    {
    }

    /// <summary>The folder that the commands run in.</summary>
    protected string Folder { get; } = Directory.CreateTempSubdirectory("bsp-test-").FullName;

    /// <inheritdoc/>
    public void Dispose()
    {
        Directory.Delete(Folder, recursive: true);
        GC.SuppressFinalize(this);
    }

    /// <summary>Puts a file into the folder.</summary>
    protected void Put(string name, string text)
    {
        var path = Path.Combine(Folder, name);
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        File.WriteAllText(path, text);
    }

    /// <summary>Runs a command that ends with a status.</summary>
    private protected Result Ran(int status, params string[] arguments)
    {
        var result = Run(arguments);
        Assert.True(status == result.Status, $"{string.Join(' ', arguments)}: {result.Status}\n{result.Out}{result.Error}");
        return result;
    }

    /// <summary>Runs a command.</summary>
    private protected Result Run(params string[] arguments)
    {
        using var output = new StringWriter();
        using var error = new StringWriter();
        var status = Program.Run(["dt", .. arguments], new(output, error, new Dictionary<string, string>(), Folder));
        return new(status, output.ToString(), error.ToString());
    }
}
