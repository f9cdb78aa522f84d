using System.Text.RegularExpressions;
using Bsp.Build;
using Bsp.Model;

namespace Bsp.Infix.Importing;

/// <summary>Reads a board's <c>Config.in</c>.</summary>
internal static partial class MenuReader
{
    private const string Member = "Infix";

    /// <summary>What Buildroot's menu says about the board.</summary>
    public static MenuEntry Read(ImportSource source, string board, string architecture)
    {
        var path = source.Folder + "/Config.in";
        var (prompt, symbol) = (board, "");
        var packages = new List<string>();
        var help = new List<string>();
        var isHelp = false;
        foreach (var line in source.Lines(path)
            ?? throw new BuildFailedException($"the checkout has no '{path}': '{board}' is not a board package, which Import can read"))
        {
            var text = line.Text.Trim();
            if (isHelp && (text.Length == 0 || char.IsWhiteSpace(line.Text[0])))
            {
                help.Add(text);
            }
            else if (text.StartsWith("config BR2_PACKAGE_", StringComparison.Ordinal) && symbol.Length == 0)
            {
                symbol = text["config ".Length..];
            }
            else if (Prompt().Match(text) is { Success: true } match)
            {
                prompt = CSharpText.OneLine(match.Groups[1].Value);
            }
            else if (Select().Match(text) is { Success: true } select)
            {
                packages.Add(select.Groups[1].Value);
            }
            else if (text == "help")
            {
                isHelp = true;
            }
            else if (text.Length > 0 && text[0] != '#' && text != "depends on BR2_" + architecture)
            {
                source.Todo(
                    Member, line,
                    text.StartsWith("select ", StringComparison.Ordinal)
                        ? "a record selects packages only, without conditions"
                        : "a record cannot say it");
            }
        }

        return new(
            prompt, symbol, Seq<string>.Of(packages.Distinct()),
            string.Join(' ', help.Where(x => x.Length > 0)) is { Length: > 0 } about ? CSharpText.OneLine(about) : prompt);
    }

    [GeneratedRegex("^bool \"(.*)\"$")]
    private static partial Regex Prompt();

    [GeneratedRegex(@"^select BR2_PACKAGE_(\w+)$")]
    private static partial Regex Select();
}

/// <summary>A board in Buildroot's menu.</summary>
/// <param name="Prompt">Its line.</param>
/// <param name="Symbol">Its symbol, with prefix.</param>
/// <param name="Packages">What it selects, without <c>BR2_PACKAGE_</c>.</param>
/// <param name="Help">What the help says.</param>
internal sealed record MenuEntry(string Prompt, string Symbol, Seq<string> Packages, string Help);
