using CliWrap;
using CliWrap.Buffered;

namespace Bsp.SystemTests.Firmware;

/// <summary>Programs of this computer that a test makes its material with.</summary>
public static class HostTool
{
    /// <summary>Runs a program and returns its exit status and its standard output; the test is skipped when the program is not installed.</summary>
    public static async Task<(int ExitCode, string Output)> TryAsync(string program, IEnumerable<string> arguments, CancellationToken cancel)
    {
        Assert.SkipUnless(File.Exists(program), $"{program} is not installed");
        var result = await Cli.Wrap(program).WithArguments(arguments).WithValidation(CommandResultValidation.None).ExecuteBufferedAsync(cancel);
        return (result.ExitCode, result.StandardOutput + result.StandardError);
    }

    /// <summary>Runs a program that must succeed.</summary>
    public static async Task<string> RunAsync(string program, IEnumerable<string> arguments, CancellationToken cancel)
    {
        var (exitCode, output) = await TryAsync(program, arguments, cancel);
        Assert.True(exitCode == 0, $"{program} {string.Join(' ', arguments)} failed with status {exitCode}:\n{output}");
        return output;
    }
}
