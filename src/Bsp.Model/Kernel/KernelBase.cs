namespace Bsp.Model;

/// <summary>What the symbols of a kernel are that nobody asks for.</summary>
public enum KernelBase
{
    /// <summary>Off, save where Kconfig itself insists: <c>make allnoconfig</c>.</summary>
    AllNo,

    /// <summary>Their defaults in the kernel's Kconfig files: <c>make alldefconfig</c>.</summary>
    Defaults,
}
