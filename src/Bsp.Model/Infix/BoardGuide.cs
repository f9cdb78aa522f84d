namespace Bsp.Model;

/// <summary>What users need to know to install Infix on a board; with the rest of the record it becomes its <c>README.md</c>.</summary>
public sealed record BoardGuide
{
    /// <summary>What the board is; paragraphs, each of which may have Markdown.</summary>
    public required Seq<OneLine> About { get; init; }

    /// <summary>Where the serial console is; null where it needs no description.</summary>
    public ConsolePort? Console { get; init; }

    /// <summary>The switches that select the boot medium; null where there are none.</summary>
    public BootSwitches? Switches { get; init; }

    /// <summary>How to install the image on each medium.</summary>
    public Seq<Procedure> Installation { get; init; } = [];

    /// <summary>Anything else, each under its title.</summary>
    public Seq<GuideSection> Sections { get; init; } = [];
}

/// <summary>Where the serial console is. Its speed is the board's (<see cref="Board.Console"/>).</summary>
/// <param name="Connector">The connector, such as <c>the three pins beside the SD card</c>.</param>
/// <param name="Volts">The level of its signals, such as <c>3.3 V</c>; null where the connector has a known plug, such as USB.</param>
public sealed record ConsolePort(OneLine Connector, OneLine? Volts = null)
{
    /// <summary>Its pins; none where the connector has a known plug, such as USB.</summary>
    public Seq<ConsolePin> Pins { get; init; } = [];
}

/// <summary>A pin of the console.</summary>
/// <param name="Pin">Its number, or where it is.</param>
/// <param name="Signal">Its signal, as the board names it: <c>GND</c>, <c>TX</c>, <c>RX</c>.</param>
public sealed record ConsolePin(OneLine Pin, OneLine Signal);

/// <summary>The switches that select the boot medium. Tables and steps take their positions only from here.</summary>
/// <param name="Names">
/// The names of the switches: a character each, such as <c>ABCD</c>, or a word each, such as <c>RGPIO_1 RGPIO_0</c>.
/// </param>
/// <param name="Note">Where they are and which way is which.</param>
/// <param name="Positions">The positions for each medium.</param>
public sealed record BootSwitches(string Names, OneLine Note, params Seq<BootPosition> Positions)
{
    /// <summary>The names of the switches, a character each or a word each.</summary>
    public string Names { get; init => field = TextRules.Word(value, "names of switches", " _"); } =
        TextRules.Word(Names, "names of switches", " _");

    /// <summary>The positions for each medium, a character for each switch.</summary>
    /// <exception cref="ModelException">The number of positions is not that of switches, or one is listed twice.</exception>
    public Seq<BootPosition> Positions { get; init => field = Checked(Names, value); } = Checked(Names, Positions);

    /// <summary>The positions for a medium.</summary>
    /// <exception cref="ModelException">There are none.</exception>
    public BootPosition For(MediumName medium) => Positions.FirstOrDefault(position => position.Medium == medium)
        ?? throw new ModelException(
            $"the switches {Names} have no position for '{medium}'; there are "
            + $"{string.Join(", ", Positions.Select(position => position.Medium))}");

    private static Seq<BootPosition> Checked(string names, Seq<BootPosition> positions)
    {
        var switches = names.Contains(' ') ? names.Split(' ').Length : names.Length;
        foreach (var position in positions)
        {
            if (position.Value.Length != switches)
            {
                throw new ModelException(
                    $"the position '{position.Value}' for {position.Medium} has {position.Value.Length} characters, "
                    + $"but the switches are {names}; write one for each");
            }

            if (positions.FirstOrDefault(
                other => other != position && (other.Value == position.Value || other.Medium == position.Medium)) is { } same)
            {
                throw new ModelException(
                    $"the positions '{position.Value}' for {position.Medium} and '{same.Value}' for {same.Medium} contradict each other");
            }
        }

        return positions;
    }
}

/// <summary>How switches are set for a medium.</summary>
/// <param name="Medium">The medium: <c>sdcard</c>, <c>emmc</c>, or another that the boot ROM knows, such as <c>spi-nand</c>.</param>
/// <param name="Value">A character for each switch, such as <c>0101</c>.</param>
public sealed record BootPosition(MediumName Medium, string Value)
{
    /// <summary>A character for each switch.</summary>
    public string Value { get; init => field = TextRules.Word(value, "a position", ""); } = TextRules.Word(Value, "a position", "");
}

/// <summary>Steps that lead to something, in order.</summary>
/// <param name="Title">What they lead to.</param>
/// <param name="Steps">The steps.</param>
public sealed record Procedure(OneLine Title, params Seq<GuideStep> Steps);

/// <summary>A step of a procedure. A string converts to a step in words.</summary>
public abstract record GuideStep
{
    private protected GuideStep()
    {
    }

    /// <summary>A step in words.</summary>
    public static implicit operator GuideStep(string text) => new Say(text);
}

/// <summary>A step in words.</summary>
/// <param name="Words">One line; may have Markdown.</param>
public sealed record Say(OneLine Words) : GuideStep;

/// <summary>Commands to type.</summary>
/// <param name="Where">Where, such as <c>At U-Boot's prompt</c>.</param>
/// <param name="Lines">The commands.</param>
public sealed record Enter(OneLine Where, params Seq<OneLine> Lines) : GuideStep;

/// <summary>Power off, and set the switches for a medium.</summary>
/// <param name="Medium">The medium, one of <see cref="BootSwitches.Positions"/>.</param>
public sealed record SwitchTo(MediumName Medium) : GuideStep;

/// <summary>A part of a guide in words.</summary>
/// <param name="Title">Its title.</param>
/// <param name="Paragraphs">Its paragraphs; each may have Markdown, and several lines where it is a table or a list.</param>
public sealed record GuideSection(OneLine Title, params Seq<string> Paragraphs);
