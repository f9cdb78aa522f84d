using Bsp.Kconfig.Parsing.Shells;

namespace Bsp.Kconfig.Parsing.Tests;

public sealed class ShellTests
{
    private static readonly ProcessShell Shell = new("/", new Dictionary<string, string> { ["PATH"] = "/usr/bin:/bin", ["X"] = "set" });

    [Theory]
    [InlineData("echo a", "a")]
    [InlineData("printf 'a\\n\\nb\\n\\n'", "a  b")]
    [InlineData("echo a; exit 3", "a")]
    [InlineData("echo a >&2", "")]
    [InlineData("echo $X; pwd", "set /")]
    [InlineData("printf 'a\\000b'", "a")]
    [InlineData("", "")]
    public void An_answer_is_what_a_command_prints_on_one_line(string command, string answer) => Assert.Equal(answer, Shell.Run(command));

    [Fact]
    public void An_answer_has_at_most_4095_bytes() => Assert.Equal(4095, Shell.Run("yes | tr -d '\\n' | head -c 100000").Length);

    [Fact]
    public void A_command_runs_once()
    {
        var shell = new ProcessShell("/", new Dictionary<string, string> { ["PATH"] = "/usr/bin:/bin" });
        Assert.Equal(shell.Run("echo $$"), shell.Run("echo $$"));
        Assert.Equal(1, shell.Started);
    }
}
