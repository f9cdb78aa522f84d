using Bsp.Build;
using Bsp.Model;

namespace Bsp.Firmware.Boards;

/// <summary>A board whose firmware is made from Debian's archive, with its distribution and artifacts.</summary>
/// <param name="Board">The board.</param>
/// <param name="Distribution">The distribution.</param>
/// <param name="Files">The artifacts.</param>
public sealed record ImageTarget(BootableBoard Board, DebianDistribution Distribution, Seq<GeneratedFile> Files)
{
    /// <summary>The whole disk: the board's part and the distribution's.</summary>
    public DiskLayout Disk => Distribution.Layout.ApplyTo(Board);

    /// <summary>The text of an artifact.</summary>
    /// <param name="name">Its name, one of <see cref="Artifacts.ArtifactNames"/>.</param>
    /// <exception cref="BuildFailedException">The board has none of that name.</exception>
    public string Artifact(string name) => Files.FirstOrDefault(file => file.Path == name)?.Text
        ?? throw new BuildFailedException(
            $"the board '{Board.Id}' has no artifact '{name}'; it has {string.Join(", ", Files.Select(file => file.Path))}");

    /// <summary>Whether a pair's firmware is made from Debian's archive.</summary>
    public static bool Supports(GeneratedBoard pair) => pair is { Board: BootableBoard, Distribution: DebianDistribution };

    /// <summary>The target that a pair describes.</summary>
    /// <exception cref="BuildFailedException">The board or the distribution is not one that images are made for.</exception>
    public static ImageTarget Of(GeneratedBoard pair) =>
        pair is { Board: BootableBoard board, Distribution: DebianDistribution distribution }
            ? new(board, distribution, pair.Files)
            : throw new BuildFailedException(
                $"'{pair.Board.Id}' on '{pair.Distribution.Id}' is not made from Debian's archive, "
                + "as a BootableBoard on a DebianDistribution is; "
                    + $"the distribution's own build makes whole images only: './build.sh Image --board {pair.Board.Id} --distribution "
                    + $"{pair.Distribution.Id}'");
}
