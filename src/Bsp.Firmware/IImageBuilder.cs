using Bsp.Model;

namespace Bsp.Firmware;

/// <summary>Makes the images of boards on one kind of distribution: from Debian's archive, or with the distribution's own build.</summary>
public interface IImageBuilder : IDisposable
{
    /// <summary>Makes images with all that is delivered with them, in <c>artifacts/images/</c>.</summary>
    /// <returns>The folder of each board.</returns>
    /// <exception cref="BuildFailedException">A build failed, or something that it needs is not there.</exception>
    Task<IReadOnlyList<string>> ImageAsync(IReadOnlyList<GeneratedBoard> boards, CancellationToken cancel);
}
