namespace Bsp.Model;

/// <summary>When the LEDs of a product are on or blink: rules of iitod, Infix's daemon for LEDs.</summary>
/// <param name="Rules">The rules of each LED.</param>
public sealed record LedControl(params Seq<LedRules> Rules)
{
    /// <summary>Conditions besides those of all products (<see cref="InfixDistribution.LedData"/>).</summary>
    public Seq<LedInput> Inputs { get; init; } = [];
}

/// <summary>A condition, which holds while a file exists.</summary>
/// <param name="Name">Its name in rules.</param>
/// <param name="Path">The file, such as <c>/run/led/wan-up</c>.</param>
public sealed record LedInput(PlainName Name, string Path)
{
    /// <summary>The file, such as <c>/run/led/wan-up</c>.</summary>
    public string Path { get; init =>
        field = TextRules.Word(value, "a condition's file", "/-_."); } = TextRules.Word(Path, "a condition's file", "/-_.");
}

/// <summary>The rules of an LED; the first whose condition holds applies.</summary>
/// <param name="Led">The LED's name in <c>/sys/class/leds</c>.</param>
/// <param name="Rules">The rules.</param>
public sealed record LedRules(string Led, params Seq<LedRule> Rules)
{
    /// <summary>The LED's name in <c>/sys/class/leds</c>.</summary>
    public string Led { get; init => field = TextRules.Word(value, "a light", ":-_."); } = TextRules.Word(Led, "a light", ":-_.");
}

/// <summary>What an LED does while a condition holds.</summary>
/// <param name="If">
/// The condition; <c>true</c> for always, <c>!</c> in front for its opposite, <c>:</c> and an attribute after one of udev's.
/// </param>
/// <param name="Then">What it does, such as <c>on</c> or <c>blink-1hz</c>.</param>
public sealed record LedRule(string If, PlainName Then)
{
    /// <summary>The condition.</summary>
    public string If { get; init => field = TextRules.Word(value, "a condition", "-!:"); } = TextRules.Word(If, "a condition", "-!:");
}
