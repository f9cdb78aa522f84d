using Bsp.Cli.Reports;

namespace Bsp.Cli.DeviceTrees;

/// <summary>Writes what is wrong with one tree, or with several.</summary>
/// <param name="output">Where it goes.</param>
/// <param name="isList">Whether there are several.</param>
/// <param name="isJson">Whether programs read it.</param>
internal sealed class ValidationWriter(TextWriter output, bool isList, bool isJson)
{
    private int _boards;
    private int _boardsWithFindings;
    private int _findings;

    /// <summary>Whether a tree could not be read.</summary>
    public bool HasFaults { get; private set; }

    /// <summary>Whether something was found.</summary>
    public bool HasFindings => _findings > 0;

    /// <summary>Writes what is wrong with a tree.</summary>
    public void Write(ValidationReport report)
    {
        HasFaults |= report.IsFault;
        if (report.IsFault)
            return;
        if (isJson)
            output.Write((isList ? _boards == 0 ? "[\n" : ",\n" : "") + report.Json().TrimEnd('\n'));
        else
            output.Write(PrintableText.Lines(isList ? Heading(report) + report.Text() + "\n" : report.Text()));
        _boards++;
        _findings += report.Shown.Count;
        _boardsWithFindings += report.Shown.Count > 0 ? 1 : 0;
    }

    // Without findings the text names the board itself.
    private static string Heading(ValidationReport report) => report.Shown.Count > 0 ? $"{report.Board}\n\n" : "";

    /// <summary>Writes what is said of all of them.</summary>
    public void Finish()
    {
        if (isJson)
            output.Write(isList ? _boards == 0 ? "[]\n" : "\n]\n" : "\n");
        else if (isList)
            output.Write($"{ValidationReport.Count(_findings, "finding")} in {_boardsWithFindings} of {_boards} boards\n");
    }
}
