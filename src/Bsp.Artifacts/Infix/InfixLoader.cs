using Bsp.Model;

namespace Bsp.Artifacts.Infix;

/// <summary>A medium whose bootloader Infix builds.</summary>
/// <param name="Medium">The medium.</param>
/// <param name="Build">How it is built.</param>
internal sealed record InfixLoader(Medium Medium, InfixBootloader Build)
{
    /// <summary>The defconfig's name without its ending.</summary>
    public string Name => Build.Name;

    /// <summary>U-Boot; null where another bootloader starts the medium.</summary>
    public UBoot? UBoot => Medium.Boot as UBoot;

    /// <summary>The bootloaders of a board, one for each medium.</summary>
    public static IReadOnlyList<InfixLoader> Of(
        Board board) => [.. from medium in board.Media where medium.Infix is not null select new InfixLoader(medium, medium.Infix!)];
}
