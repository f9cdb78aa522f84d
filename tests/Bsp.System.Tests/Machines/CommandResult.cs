namespace Bsp.SystemTests.Machines;

/// <summary>What a command on the machine came to.</summary>
/// <param name="Command">The command.</param>
/// <param name="ExitCode">Its exit status.</param>
/// <param name="Output">What it printed, on both outputs, without the last line end.</param>
public sealed record CommandResult(string Command, int ExitCode, string Output)
{
    /// <summary>The output, when the command succeeded; otherwise the test fails with it.</summary>
    public string Succeeded()
    {
        Assert.True(ExitCode == 0, $"'{Command}' failed with status {ExitCode}:\n{Output}");
        return Output;
    }

    /// <summary>The output, when the command failed; otherwise the test fails with it.</summary>
    public string Failed()
    {
        Assert.True(ExitCode != 0, $"'{Command}' was expected to fail but succeeded:\n{Output}");
        return Output;
    }
}
