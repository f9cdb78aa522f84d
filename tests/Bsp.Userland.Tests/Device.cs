namespace Bsp.Userland.Tests;

/// <summary>A device made of folders: its scripts run here, and see no other /sys, /proc, /dev, /etc, /cfg and /var than these.</summary>
internal sealed class Device : IDisposable
{
    private readonly string _root = Directory.CreateTempSubdirectory("bsp-device-").FullName;
    private readonly Dictionary<string, string> _environment = new(StringComparer.Ordinal);

    public Device()
    {
        foreach (var (variable, folder) in new[]
        {
            ("SYS", "sys"), ("PROC", "proc"), ("DEV", "dev"), ("RUN", "run"), ("ETC", "etc"), ("CFG", "cfg"), ("VAR", "var"),
            ("HOMES", "home"), ("LIBEXEC", "libexec"),
        })
        {
            Directory.CreateDirectory(On(folder));
            _environment[variable] = On(folder);
        }

        Directory.CreateDirectory(On("run/bsp"));
        _environment["SHARE"] = Path.GetDirectoryName(Userland.Data)!;
        _environment["CONSOLE_OUT"] = On("console");
        _environment["HOSTNAME"] = "board";
        // The steps that would change this machine stay out; a test names the one that it runs.
        foreach (var program in Directory.EnumerateFiles(Userland.Programs))
            File.Copy(program, On("libexec/" + Path.GetFileName(program)));
        Write("proc/uptime", "100.00 100.00\n");
        Write("proc/cmdline", "console=ttyS0\n");
    }

    /// <summary>What was said on the console.</summary>
    public string Console => File.Exists(On("console")) ? File.ReadAllText(On("console")) : "";

    /// <summary>Where a path of the device is on this machine.</summary>
    public string On(string path) => Path.Combine(_root, path);

    public string Read(string path) => File.ReadAllText(On(path));

    public void Write(string path, string text)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(On(path))!);
        File.WriteAllText(On(path), text);
    }

    /// <summary>Puts a program before those of this machine that notes how it was called and reads what it was given.</summary>
    public void Pretend(string tool)
    {
        Write("stubs/" + tool, $"#!/bin/sh\n{{ echo \"{tool} $*\"; [ -t 0 ] || cat; }} >> '{On("calls")}'\n");
        File.SetUnixFileMode(On("stubs/" + tool), UnixFileMode.UserRead | UnixFileMode.UserExecute);
        _environment["PATH"] = On("stubs") + ":/usr/bin:/bin";
    }

    /// <summary>How the pretended programs were called.</summary>
    public string Calls => File.Exists(On("calls")) ? Read("calls") : "";

    /// <summary>Runs one of the device's scripts with its shell.</summary>
    /// <param name="script">The script's path below /usr/libexec/bsp, or below / when it starts with <c>/</c>.</param>
    /// <param name="arguments">Its arguments.</param>
    public Task<ToolResult> RunAsync(string script, params string[] arguments)
    {
        var file = script.StartsWith('/') ? Userland.Root + script : Path.Combine(Userland.Programs, script);
        return HostTool.RunAsync("busybox", ["sh", file, .. arguments], TestContext.Current.CancellationToken, environment: _environment);
    }

    public void Dispose() => Directory.Delete(_root, recursive: true);
}
