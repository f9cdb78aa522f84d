using Bsp.Kconfig.Parsing.Shells;

namespace Bsp.Kconfig.Parsing.Tests;

public sealed class CachedShellTests : IDisposable
{
    private readonly string _directory = Directory.CreateTempSubdirectory("kconfig-").FullName;
    private readonly Dictionary<string, string> _environment;

    public CachedShellTests()
    {
        Directory.CreateDirectory(At("bin"));
        _environment = new() { ["PATH"] = $"{At("bin")}:/usr/bin:/bin", ["CC"] = "gcc" };
        Script("bin/gcc", "echo 1");
    }

    public void Dispose() => Directory.Delete(_directory, recursive: true);

    [Fact]
    public void An_answer_is_kept()
    {
        Assert.Equal(("1", 1), Run("gcc -v"));
        Assert.Equal(("1", 0), Run("gcc -v"));
    }

    [Fact]
    public void Another_compiler_in_its_place_is_noticed()
    {
        Run("gcc -v");
        Script("bin/gcc", "echo 2");
        Assert.Equal("2", Run("gcc -v").Answer);
    }

    [Fact]
    public void A_compiler_that_an_earlier_directory_gets_is_noticed()
    {
        Directory.CreateDirectory(At("first"));
        _environment["PATH"] = $"{At("first")}:{_environment["PATH"]}";
        Run("gcc -v");
        Script("first/gcc", "echo 2");
        Assert.Equal("2", Run("gcc -v").Answer);
    }

    [Fact]
    public void A_tool_that_is_installed_later_is_noticed()
    {
        Assert.Equal("none", Run("command -v rustc >/dev/null || echo none").Answer);
        Script("bin/rustc", "echo 1");
        Assert.Equal("", Run("command -v rustc >/dev/null || echo none").Answer);
    }

    [Fact]
    public void A_tool_that_only_the_environment_names_is_noticed()
    {
        Script("version.sh", "$CC");
        Assert.Equal("1", Run("./version.sh").Answer);
        Script("bin/gcc", "echo 2");
        Assert.Equal("2", Run("./version.sh").Answer);
    }

    [Fact]
    public void A_changed_script_is_noticed_even_with_its_old_time()
    {
        Script("probe.sh", "echo 1");
        var time = File.GetLastWriteTimeUtc(At("probe.sh"));
        Run("./probe.sh");
        Script("probe.sh", "echo 2");
        File.SetLastWriteTimeUtc(At("probe.sh"), time);
        Assert.Equal("2", Run("./probe.sh").Answer);
    }

    [Fact]
    public void A_changed_script_that_a_script_calls_is_noticed()
    {
        Directory.CreateDirectory(At("scripts"));
        Script("scripts/outer.sh", "$(dirname $0)/inner.sh");
        Script("scripts/inner.sh", "echo 1");
        Run("scripts/outer.sh");
        Script("scripts/inner.sh", "echo two");
        Assert.Equal("two", Run("scripts/outer.sh").Answer);
    }

    [Fact]
    public void A_file_that_comes_or_goes_is_noticed()
    {
        Assert.Equal("no", Run("test -e ./plugin.h && echo yes || echo no").Answer);
        File.WriteAllText(At("plugin.h"), "");
        Assert.Equal("yes", Run("test -e ./plugin.h && echo yes || echo no").Answer);
    }

    [Fact]
    public void A_changed_environment_is_noticed()
    {
        Run("echo $X");
        _environment["X"] = "set";
        Assert.Equal("set", Run("echo $X").Answer);
    }

    [Fact]
    public void A_compiler_with_another_time_is_asked_again()
    {
        File.Delete(At("bin/gcc"));
        File.Copy("/bin/sh", At("bin/gcc"));
        var first = Run("gcc -c 'echo 1'");
        Assert.Equal("1", first.Answer);
        File.SetLastWriteTimeUtc(At("bin/gcc"), DateTime.UtcNow.AddHours(-1));
        Assert.Equal(1, Run("gcc -c 'echo 1'").Misses);
    }

    [Fact]
    public void A_damaged_file_is_as_good_as_none()
    {
        Run("gcc -v");
        var bytes = File.ReadAllBytes(At("answers"));
        bytes[^2] ^= 1;
        File.WriteAllBytes(At("answers"), bytes);
        Assert.Equal(("1", 1), Run("gcc -v"));
        File.WriteAllBytes(At("answers"), [0, 255, 10, 32, 32, 32]);
        Assert.Equal(("1", 1), Run("gcc -v"));
    }

    private (string Answer, int Misses) Run(string command)
    {
        var shell = new CachedShell(new ProcessShell(_directory, _environment), At("answers"), _directory, _environment);
        return (shell.Run(command), shell.Misses);
    }

    private string At(string name) => Path.Combine(_directory, name);

    private void Script(string name, string body)
    {
        File.WriteAllText(At(name), $"#!/bin/sh\n{body}\n");
        File.SetUnixFileMode(At(name), UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
    }
}
