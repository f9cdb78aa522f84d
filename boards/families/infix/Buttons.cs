namespace Bsp.Boards.Families.Infix;

/// <summary>What U-Boot's scripts do with a board's buttons. Developer mode is never on by default.</summary>
public static class Buttons
{
    private const string Reset = "factory-reset";

    /// <summary>There is no button for a factory reset.</summary>
    public static readonly UBootVariable None = new("ixbtn-factory", "echo \"No button available, use bootmenu\"");

    /// <summary>The button of <see cref="FactoryReset"/> in U-Boot's own device tree.</summary>
    /// <param name="code">What it sends.</param>
    /// <param name="line">The line.</param>
    public static DtNode ControlNode(uint code, Gpio line) =>
        new GpioKeys(new GpioKey(Reset, code, line) { NodeName = Reset }) { NodeName = "keys" };

    /// <summary>A button named <c>factory-reset</c>, to be held for ten seconds while lights blink.</summary>
    /// <param name="on">Commands that switch the lights on, each followed by <c>;</c>.</param>
    /// <param name="off">Commands that switch them off again.</param>
    public static UBootVariable FactoryReset(string on, string off) => new("ixbtn-factory", $"""
        if button {Reset}; then
            echo "Keep the button pressed for 10 seconds to reset to factory defaults"
            for tick in 1 2 3 4 5 6 7 8 9 10; do
                {on}
                sleep 0.5
                {off}
                sleep 0.5
                button {Reset} || exit
            done
            setenv factory_reset yes
            echo "FACTORY RESET ENGAGED"
        fi
        """);
}
