using Bsp.Model;

namespace Bsp.SystemTests.Machines;

/// <summary>The board that a class of tests runs on; one class of tests serves all boards.</summary>
public interface IBoardUnderTest
{
    /// <summary>The board.</summary>
    static abstract BootableBoard Board { get; }
}

/// <summary>ARM64 with U-Boot and a signed FIT.</summary>
public sealed class Aarch64 : IBoardUnderTest
{
    /// <summary>The collection of its tests: they run one after the other, beside those of the other board.</summary>
    public const string Collection = "qemu-aarch64";

    /// <inheritdoc/>
    public static BootableBoard Board => Boards.QemuAarch64.Board;
}

/// <summary>A PC, whose disk may hang on anything.</summary>
public sealed class Pc : IBoardUnderTest
{
    /// <inheritdoc cref="Aarch64.Collection"/>
    public const string Collection = "pc-x86_64";

    /// <inheritdoc/>
    public static BootableBoard Board => Boards.PcX8664.Board;
}

/// <summary>x86_64 with GRUB under UEFI Secure Boot.</summary>
public sealed class X8664 : IBoardUnderTest
{
    /// <inheritdoc cref="Aarch64.Collection"/>
    public const string Collection = "qemu-x86_64";

    /// <inheritdoc/>
    public static BootableBoard Board => Boards.QemuX8664.Board;
}
