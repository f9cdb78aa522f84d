namespace Bsp.Model;

/// <summary>The values of kernel symbols that no layer requests.</summary>
public enum KernelBase
{
    /// <summary>Off, unless Kconfig forces them on: <c>make allnoconfig</c>.</summary>
    AllNo,

    /// <summary>Their defaults in the kernel's Kconfig files: <c>make alldefconfig</c>.</summary>
    Defaults,
}
