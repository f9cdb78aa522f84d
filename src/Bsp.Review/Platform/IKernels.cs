using Bsp.Kconfig;

namespace Bsp.Review.Platform;

/// <summary>What is known about the kernels of a revision.</summary>
public interface IKernels
{
    /// <summary>The Kconfig files of a kernel.</summary>
    /// <param name="source">The kernel, such as <c>linux-6.12</c>.</param>
    /// <param name="architecture">The kernel's name of the architecture, such as <c>arm64</c>.</param>
    /// <returns>Null where they are not at hand.</returns>
    KconfigTree? Kconfig(string source, string architecture);
}

/// <summary>Nothing is known.</summary>
public sealed class NoKernels : IKernels
{
    /// <inheritdoc/>
    public KconfigTree? Kconfig(string source, string architecture) => null;
}
