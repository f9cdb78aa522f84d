using System.Text.RegularExpressions;

namespace Bsp.Build.Tests;

/// <summary>Words that people in the field do not use, and names that say too little: none comes back.</summary>
public sealed class WordingTests
{
    private static readonly string[] Roots = ["boards", "build", "docs", "generators", "src", "tests"];

    // Written by tools, or the words of others, or this list.
    private static readonly string[] OthersWords =
    [
        "docs/reports", "tests/Bsp.Build.Tests/WordingTests.cs", "tests/Bsp.Infix.Tests/reference-data",
    ];

    private static readonly (Regex Words, string Instead)[] Rules =
    [
        Rule(@"\b(is|are) there twice\b", "is listed twice, is defined twice"),
        Rule(@"\bthrough a fault of\b", "internal error: …, please report it"),
        Rule(@"\bto be had\b", "available"),
        Rule(@"\b(is|at) no multiple\b", "is not a multiple, not at a multiple"),
        Rule(@"(?<![Tt]here )\b[Ii]s no (name|safe|version|package|Buildroot|JSON)\b", "is not a …"),
        Rule(@"\bsuch a one\b", "one like that"),
        Rule(@"\b(right|put|starts|or) behind\b", "after"),
        Rule(@"\b(is|are) defined anew\b", "is redefined"),
        Rule(@"\bpassed over\b", "skipped, ignored"),
        Rule(@"\bheld against\b", "checked against, compared with"),
        Rule(@"\b[Ss]tands? (before|after|between)\b", "precedes, follows, is between"),
        Rule(@"\b[Ss]tands in (?!for\b|the way\b|its way\b)", "is in"),
        Rule(@"\bBasics\b", "prerequisites"),
        Rule(@"\b\w*Facts\b", "what they are: parameters, reference data, files"),
        Rule(@"\b(Told|StandIn|\w+StandIn)\b", "a verb, or what takes the place: wrapper, fake"),
        Rule(@"\bclass \w*Memory\b(?! *\()", "a cache"),
        Rule(@"\b(record|class) \w*Place\b", "a position, location, region or offset"),
    ];

    [Fact]
    public void Words_that_are_not_the_fields_do_not_come_back() => Assert.Empty(
        from file in Roots.SelectMany(Files).Concat(["README.md", "CONTRIBUTING.md"])
        where !OthersWords.Any(at => file == at || file.StartsWith(at + "/", StringComparison.Ordinal))
        from found in Found(File.ReadAllText(Repository.At(file)))
        select $"{file}:{found}");

    [Theory]
    [InlineData("// A package is there twice.", 1)]
    [InlineData("/// <summary>What stands before the name.</summary>", 1)]
    [InlineData("// '1 MiB' is no multiple of it; there is no version of it.", 1)]
    [InlineData("internal sealed record VerityFacts(string Root);", 1)]
    [InlineData("internal static class SourceMemory", 1)]
    [InlineData("// A bridge and the devices behind it; nothing stands in the way; conf's stands in for it.", 0)]
    public void Each_of_them_is_found(string text, int count) => Assert.Equal(count, Found(text).Count());

    private static IEnumerable<string> Found(string text) =>
        from line in text.Split('\n').Select((words, index) => (Words: words, Number: index + 1))
        from rule in Rules
        let match = rule.Words.Match(line.Words)
        where match.Success
        select $"{line.Number}: '{match.Value}'; write: {rule.Instead}";

    private static (Regex, string) Rule(string words, string instead) => (new(words, RegexOptions.CultureInvariant), instead);

    private static IEnumerable<string> Files(string root) =>
        Directory.EnumerateFiles(Repository.At(root), "*", SearchOption.AllDirectories)
            .Where(path => path.EndsWith(".cs", StringComparison.Ordinal) || path.EndsWith(".md", StringComparison.Ordinal))
            .Select(path => Path.GetRelativePath(Repository.Root, path))
            .Where(path => !path.Split('/').Any(part => part is "bin" or "obj" or "generated"))
            .Order(StringComparer.Ordinal);
}
