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

    /// <summary>A device tree of a kernel, flattened into one source.</summary>
    /// <param name="source">The kernel, such as <c>linux-6.12</c>.</param>
    /// <param name="architecture">The kernel's name of the architecture, such as <c>arm64</c>.</param>
    /// <param name="path">The tree's path below the architecture's folder.</param>
    /// <returns>Null where it is not at hand.</returns>
    string? Tree(string source, string architecture, string path);
}

/// <summary>Nothing is known.</summary>
public sealed class NoKernels : IKernels
{
    /// <inheritdoc/>
    public KconfigTree? Kconfig(string source, string architecture) => null;

    /// <inheritdoc/>
    public string? Tree(string source, string architecture, string path) => null;
}
