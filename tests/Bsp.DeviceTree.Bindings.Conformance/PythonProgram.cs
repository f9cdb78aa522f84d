using System.Diagnostics;
using Bsp.Build;

namespace Bsp.DeviceTree.Bindings.Conformance;

/// <summary>A Python with dt-schema.</summary>
/// <param name="Program">The program, with what comes before a script's name.</param>
/// <param name="Environment">What it needs in its environment.</param>
/// <param name="Modules">The folder with dt-schema's modules.</param>
internal sealed record PythonProgram(IReadOnlyList<string> Program, IReadOnlyDictionary<string, string> Environment, string Modules)
{
    /// <summary>dt-schema's own schemas.</summary>
    public string Core => Path.Combine(Modules, "dtschema", "schemas");

    /// <summary>That of the host, with Debian 12's dt-schema.</summary>
    public static PythonProgram OfHost()
    {
        var program = new PythonProgram(
            ["/usr/bin/python3"], new Dictionary<string, string>(StringComparer.Ordinal), "/usr/lib/python3/dist-packages");
        return Directory.Exists(program.Core)
            ? program
            : throw new BuildFailedException($"there is no '{program.Core}'; install Debian's package dt-schema");
    }

    /// <summary>One in a tree of its own (<see cref="PythonStep"/>), started by that tree's loader with that tree's libraries.</summary>
    public static PythonProgram In(string root)
    {
        var modules = Path.Combine(root, "usr/lib/python3/dist-packages");
        return new(
            [Path.Combine(
                root, "usr/lib64/ld-linux-x86-64.so.2"), "--library-path", Path.Combine(root, "usr/lib/x86_64-linux-gnu"),
                Path.Combine(root, "usr/bin/python3.13")],
            new Dictionary<string, string>(StringComparer.Ordinal)
            {
                ["PYTHONHOME"] = Path.Combine(root, "usr"),
                ["PYTHONPATH"] = modules,
                // The tree is the store's: nothing is written into it.
                ["PYTHONDONTWRITEBYTECODE"] = "1",
            },
            modules);
    }

    /// <summary>Runs a script, at the lowest priority.</summary>
    /// <param name="arguments">The script and its arguments.</param>
    /// <param name="onLine">Receives each line that it prints.</param>
    public void Run(string[] arguments, Action<string> onLine)
    {
        var start = new ProcessStartInfo("nice", ["-n", "15", .. Program, .. arguments]) { RedirectStandardOutput = true };
        foreach (var (name, value) in Environment)
            start.Environment[name] = value;
        // Python's sets have the order of their hashes, and dt-schema goes through some.
        start.Environment["PYTHONHASHSEED"] = "0";
        using var process = Process.Start(start)!;
        while (process.StandardOutput.ReadLine() is { } line)
            onLine(line);
        process.WaitForExit();
        if (process.ExitCode != 0)
            throw new BuildFailedException($"dt-schema ended with status {process.ExitCode}: {arguments[1]}");
    }
}
