namespace Bsp.Boards.Families;

/// <summary>Instruction sets.</summary>
public static class Architectures
{
    public static readonly Architecture Aarch64 = new()
    {
        Name = "aarch64",
        KernelArch = "arm64",
        DebianArch = "arm64",
        Triplet = "aarch64-linux-gnu",
        KernelImage = "Image",
    };

    public static readonly Architecture Arm = new()
    {
        Name = "arm",
        KernelArch = "arm",
        DebianArch = "armhf",
        Triplet = "arm-linux-gnueabihf",
        KernelImage = "zImage",
    };

    public static readonly Architecture Riscv64 = new()
    {
        Name = "riscv64",
        KernelArch = "riscv",
        DebianArch = "riscv64",
        BuildrootArch = "riscv",
        Triplet = "riscv64-linux-gnu",
        KernelImage = "Image",
    };

    public static readonly Architecture X86_64 = new()
    {
        Name = "x86_64",
        KernelArch = "x86_64",
        DebianArch = "amd64",
        Triplet = "x86_64-linux-gnu",
        KernelImage = "bzImage",
    };
}
