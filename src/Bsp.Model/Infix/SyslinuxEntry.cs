namespace Bsp.Model;

/// <summary>The overlays that are applied where U-Boot's variable <c>board</c> has a certain value.</summary>
/// <remarks>
/// Infix's script (board/common/uboot/scripts/ixbootslot.sh) passes to <c>sysboot</c> the file <c>/boot/syslinux/${board}-syslinux.conf</c>
/// of the root filesystem. Where there is none, it uses the architecture's <c>syslinux.conf</c>, which has no overlays.
/// </remarks>
/// <param name="Board">The value of U-Boot's variable <c>board</c>, such as <c>bananapi,bpi-r4-emmc</c>.</param>
/// <param name="Overlays">The overlays, in the order of application.</param>
public sealed record SyslinuxEntry(string Board, params Seq<DeviceTreeOverlay> Overlays)
{
    /// <summary>The value of U-Boot's variable <c>board</c>, such as <c>bananapi,bpi-r4-emmc</c>.</summary>
    public string Board { get; init => field = CheckedBoard(value); } = CheckedBoard(Board);

    /// <summary>The overlays, in the order of application.</summary>
    /// <exception cref="ModelException">There is none.</exception>
    public Seq<DeviceTreeOverlay> Overlays { get; init => field = Checked(value); } = Checked(Overlays);

    private static string CheckedBoard(string board) => TextRules.Word(board, "a value of U-Boot's variable 'board'", ",.-_+");

    private static Seq<DeviceTreeOverlay> Checked(Seq<DeviceTreeOverlay> overlays) => overlays.Count > 0
        ? overlays
        : throw new ModelException(
            "a syslinux entry without overlays is what the architecture has anyway; add an overlay, or remove the entry");
}
