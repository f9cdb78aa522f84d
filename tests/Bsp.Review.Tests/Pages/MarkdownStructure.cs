using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;

namespace Bsp.Review.Tests.Pages;

/// <summary>Reads a comment in GitHub's Markdown for what is open at its end, and for what a text has brought into it.</summary>
/// <remarks>GitHub Flavored Markdown Spec 0.29: fenced code blocks 4.5, HTML blocks 4.6, tables 4.10, code spans 6.3.</remarks>
internal sealed partial class MarkdownStructure
{
    private static readonly string[] Tags = ["<details>", "<details open>", "</details>", "<summary>", "</summary>", "<b>", "</b>"];

    private readonly List<string> _faults = [];
    private int _folds;
    private int _columns;
    private bool _isFenced;

    private MarkdownStructure()
    {
    }

    /// <summary>What is wrong; none where the page is whole.</summary>
    public IReadOnlyList<string> Faults => _faults;

    /// <summary>The folds that it has.</summary>
    public int Folds { get; private set; }

    /// <summary>The tables that it has.</summary>
    public int Tables { get; private set; }

    /// <summary>The rows of all tables, without headings.</summary>
    public int Rows { get; private set; }

    /// <summary>Reads a page.</summary>
    public static MarkdownStructure Of(string page)
    {
        var structure = new MarkdownStructure();
        structure.Read(page.Split('\n'));
        return structure;
    }

    private void Read(string[] lines)
    {
        for (var i = 0; i < lines.Length; i++)
        {
            var line = lines[i];
            if (line.EnumerateRunes().Any(rune => Rune.GetUnicodeCategory(rune) is UnicodeCategory.Control or UnicodeCategory.Format))
                Fault(i, "a control, or a mark that turns text");
            if (line.StartsWith("```", StringComparison.Ordinal) || line.StartsWith("~~~", StringComparison.Ordinal))
                _isFenced = !_isFenced;
            else if (!_isFenced)
                ReadOutsideOfFences(i, line, i > 0 ? lines[i - 1] : "", i + 1 < lines.Length ? lines[i + 1] : "");
        }

        if (_isFenced)
            Fault(lines.Length, "an open fence");
        if (_folds > 0)
            Fault(lines.Length, "an open fold");
    }

    private void ReadOutsideOfFences(int number, string line, string before, string after)
    {
        var bare = Spans().Replace(Escapes().Replace(line, "x"), "x");
        if (bare.Contains('`'))
            Fault(number, "an open code span");
        foreach (Match tag in Angles().Matches(bare))
        {
            if (!Tags.Contains(tag.Value) || !(line.StartsWith("<details", StringComparison.Ordinal) || line == "</details>"))
                Fault(number, $"the tag '{tag.Value}'");
        }

        if (Links().IsMatch(bare))
            Fault(number, "a link, an image, a mention or a number of an issue");
        if (line.StartsWith("<details", StringComparison.Ordinal))
        {
            (_folds, Folds) = (_folds + 1, Folds + 1);
            if (line.Contains('\\') || line.Contains('`'))
                Fault(number, "Markdown in an HTML block, which shows it as it is");
        }

        if (line == "</details>" && --_folds < 0)
            Fault(number, "a fold is closed that is not open");
        if (line.Contains("<summary>", StringComparison.Ordinal) != line.Contains("</summary>", StringComparison.Ordinal))
            Fault(number, "an open summary");
        ReadTable(number, line, before, after);
    }

    private void ReadTable(int number, string line, string before, string after)
    {
        if (!line.StartsWith('|'))
        {
            _columns = 0;
            return;
        }

        // A bar ends a cell even in a code span, so only escapes are taken out.
        var columns = Escapes().Replace(line, "x").Count(c => c == '|') - 1;
        if (!line.EndsWith('|'))
            Fault(number, "an open row");
        if (_columns == 0)
        {
            (Tables, _columns) = (Tables + 1, columns);
            if (before.Length > 0)
                Fault(number, "a table without a blank line before it");
            if (!Delimiters().IsMatch(after))
                Fault(number, "a table without its line of delimiters");
        }
        else if (columns != _columns)
        {
            Fault(number, $"a row of {columns} cells in a table of {_columns}");
        }
        else if (!Delimiters().IsMatch(line))
        {
            Rows++;
        }
    }

    private void Fault(int line, string what) => _faults.Add(string.Create(CultureInfo.InvariantCulture, $"line {line + 1}: {what}"));

    [GeneratedRegex(@"\\[!-/:-@\[-`{-~]")]
    private static partial Regex Escapes();

    [GeneratedRegex("`[^`]*`")]
    private static partial Regex Spans();

    [GeneratedRegex("<[^>]*>?")]
    private static partial Regex Angles();

    [GeneratedRegex(@"\]\(|!\[|(^|[^&\w])#\d|@\w|\w://|www\.")]
    private static partial Regex Links();

    [GeneratedRegex(@"^\|(-+\|)+$")]
    private static partial Regex Delimiters();
}
