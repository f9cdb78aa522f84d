using Bsp.Build;
using Bsp.Build.Processes;

namespace Bsp.BuildMachine.Tests.Processes;

public sealed class ToolsTests : IDisposable
{
    private readonly TempFolder _folder = new();
    private readonly StepLog _log;

    public ToolsTests() => _log = new(Path.Combine(_folder, "log"));

    private Tools Tools => new(_folder, _log);

    public void Dispose()
    {
        _log.Dispose();
        _folder.Dispose();
    }

    [Fact]
    public async Task Nothing_of_the_users_environment_reaches_a_tool()
    {
        Environment.SetEnvironmentVariable("BSP_TEST_LEAK", "1");

        var variables = (await Tools.CaptureAsync("env", [], cancel: TestContext.Current.CancellationToken)).Split(
            '\n', StringSplitOptions.RemoveEmptyEntries)
            .Order(StringComparer.Ordinal);

        Assert.Equal(
            ["HOME="
                + _folder.Path, "LC_ALL=C.UTF-8", "PATH=/usr/sbin:/usr/bin:/sbin:/bin", "SOURCE_DATE_EPOCH=315532800",
                "TMPDIR=" + _folder.Path, "TZ=UTC"],
            variables);
    }

    [Fact]
    public async Task Arguments_and_input_reach_a_tool_as_they_are() =>
        Assert.Equal(
            "a b|$HOME|'\"|in",
            await Tools.CaptureAsync(
                "sh", ["-c", "printf '%s|' \"$@\"; cat", "sh", "a b", "$HOME", "'\""], input: "in",
                cancel: TestContext.Current.CancellationToken));

    [Fact]
    public async Task A_program_that_is_not_there_is_named() =>
        Assert.Contains(
            "'no-such-tool'",
            (await Assert.ThrowsAsync<BuildFailedException>(
                () => Tools.RunAsync("no-such-tool", [], cancel: TestContext.Current.CancellationToken))).Message,
            StringComparison.Ordinal);

    [Fact]
    public async Task The_log_has_the_command_and_what_it_printed()
    {
        await Tools.RunAsync("sh", ["-c", "echo out; echo err >&2"], cancel: TestContext.Current.CancellationToken);

        Assert.Equal("$ sh -c 'echo out; echo err >&2'", _log.LastLines[0]);
        Assert.Equal(["err", "out"], _log.LastLines.Skip(1).Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task A_tools_lines_are_passed_on()
    {
        var lines = new List<string>();

        await Tools.RunAsync("seq", ["3"], onLine: lines.Add, cancel: TestContext.Current.CancellationToken);

        Assert.Equal(["1", "2", "3"], lines);
    }
}
