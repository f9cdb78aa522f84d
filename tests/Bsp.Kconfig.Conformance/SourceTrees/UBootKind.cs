using System.Diagnostics;
using Bsp.Build;
using Bsp.Build.Processes;

namespace Bsp.Kconfig.Conformance.SourceTrees;

internal sealed class UBootKind : SourceTreeKind
{
    public override IReadOnlyList<string> MakeVariables(string architecture) => ["CROSS_COMPILE=aarch64-linux-gnu-"];

    public override bool HasKnownHelp => false;

    public override IReadOnlyList<string> Architectures(string root) => ["all"];

    public override IReadOnlyList<(string Name, string Path)> Defconfigs(string root, string architecture) =>
        FilesBelow(Path.Combine(root, "configs"));

    // scripts/kconfig/Makefile of U-Boot: a defconfig may include others.
    public override byte[] Read(string root, string path)
    {
        var content = File.ReadAllBytes(path);
        if (content.AsSpan().IndexOf("#include"u8) < 0)
            return content;
        var start = new ProcessStartInfo(ToolPaths.Find("cpp")) { RedirectStandardOutput = true, WorkingDirectory = root };
        foreach (var argument in new[] { "-nostdinc", "-P", "-I", root, "-undef", "-x", "assembler-with-cpp", path })
            start.ArgumentList.Add(argument);
        using var process = Process.Start(start)!;
        using var output = new MemoryStream();
        process.StandardOutput.BaseStream.CopyTo(output);
        process.WaitForExit();
        return process.ExitCode == 0
            ? output.ToArray()
            : throw new BuildFailedException($"cpp failed with status {process.ExitCode} on '{path}'");
    }
}
