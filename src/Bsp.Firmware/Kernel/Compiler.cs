using System.Runtime.InteropServices;
using Bsp.Build;
using Bsp.Build.Processes;
using Bsp.Build.Steps;
using Architecture = Bsp.Model.Architecture;

namespace Bsp.Firmware.Kernel;

/// <summary>Debian's GCC for an architecture: the machine's own, or the cross compiler.</summary>
public sealed record Compiler
{
    private Compiler(string prefix) => Prefix = prefix;

    /// <summary>What precedes the names of the tools, such as <c>aarch64-linux-gnu-</c>; empty for the machine's own.</summary>
    public string Prefix { get; }

    /// <summary>The compiler for an architecture.</summary>
    public static Compiler For(Architecture architecture) =>
        new(architecture.DebianArch == HostArchitecture ? "" : architecture.Triplet + "-");

    /// <summary>Debian's name of the architecture that this program runs on.</summary>
    public static string HostArchitecture => RuntimeInformation.OSArchitecture switch
    {
        System.Runtime.InteropServices.Architecture.X64 => "amd64",
        System.Runtime.InteropServices.Architecture.Arm64 => "arm64",
        var other => throw new BuildFailedException($"boards are built on amd64 and arm64; this machine is {other}"),
    };

    /// <summary>Declares the machine's own compiler as an input of a step that makes programs for it.</summary>
    public static void DescribeHost(InputHasher inputs) => new Compiler("").Describe(inputs);

    /// <summary>Declares the compiler and its binutils as inputs of a step.</summary>
    public void Describe(InputHasher inputs)
    {
        // Debian's "gcc" package is a link to the real one; only the real one's version says which compiler it is.
        var program = ToolPaths.Find(Prefix + "gcc");
        var real = Path.GetFileName(File.ResolveLinkTarget(program, returnFinalTarget: true)?.FullName ?? program);
        var version = real[(real.LastIndexOf('-') + 1)..];
        inputs.Tool(Prefix + "gcc", Prefix.Length == 0 ? "gcc-" + version : "gcc-" + version + "-" + Prefix.TrimEnd('-'));
        inputs.Tool(Prefix + "ld", Prefix.Length == 0 ? "binutils" : "binutils-" + Prefix.TrimEnd('-'));
    }
}
