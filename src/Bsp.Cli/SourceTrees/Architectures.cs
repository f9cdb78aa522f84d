using System.Runtime.InteropServices;

namespace Bsp.Cli.SourceTrees;

/// <summary>
/// The names of architectures in the kernel's build (Makefile, scripts/subarch.include), and Debian's compilers for them.
/// </summary>
internal static class Architectures
{
    private static readonly Dictionary<string, string> Triples = new(StringComparer.Ordinal)
    {
        ["alpha"] = "alpha-linux-gnu",
        ["arc"] = "arc-linux-gnu",
        ["arm"] = "arm-linux-gnueabihf",
        ["arm64"] = "aarch64-linux-gnu",
        ["i386"] = "i686-linux-gnu",
        ["loongarch"] = "loongarch64-linux-gnu",
        ["m68k"] = "m68k-linux-gnu",
        ["mips"] = "mips-linux-gnu",
        ["parisc"] = "hppa-linux-gnu",
        ["powerpc"] = "powerpc64le-linux-gnu",
        ["riscv"] = "riscv64-linux-gnu",
        ["s390"] = "s390x-linux-gnu",
        ["sh"] = "sh4-linux-gnu",
        ["sparc"] = "sparc64-linux-gnu",
        ["sparc64"] = "sparc64-linux-gnu",
        ["x86"] = "x86_64-linux-gnu",
        ["x86_64"] = "x86_64-linux-gnu",
    };

    /// <summary>The value of ARCH for this machine.</summary>
    public static string OfMachine => RuntimeInformation.OSArchitecture switch
    {
        Architecture.Arm64 => "arm64",
        Architecture.Arm => "arm",
        Architecture.LoongArch64 => "loongarch",
        Architecture.Ppc64le => "powerpc",
        Architecture.RiscV64 => "riscv",
        Architecture.S390x => "s390",
        _ => "x86",
    };

    /// <summary>The folder below arch/ for a value of ARCH.</summary>
    public static string Folder(string arch) => arch switch
    {
        "i386" or "x86_64" => "x86",
        "sparc32" or "sparc64" => "sparc",
        "parisc64" => "parisc",
        _ => arch,
    };

    /// <summary>The folder below arch/ of barebox.</summary>
    public static string BareboxFolder(string arch) => arch switch
    {
        "arm64" => "arm",
        "ppc" => "powerpc",
        "um" => "sandbox",
        _ => Folder(arch),
    };

    /// <summary>What precedes the names of Debian's compiler and its tools.</summary>
    /// <returns>Null for an architecture without one, and for the machine's own.</returns>
    public static string? CrossCompile(string arch) =>
        Folder(arch) != Folder(OfMachine) && Triples.TryGetValue(arch, out var triple) ? triple + "-" : null;

    /// <summary>The target that clang is given.</summary>
    public static string? ClangTarget(string arch) => arch switch
    {
        "arm" => "arm-linux-gnueabi",
        _ => Triples.GetValueOrDefault(arch),
    };
}
