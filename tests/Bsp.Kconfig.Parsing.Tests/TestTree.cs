using Bsp.Kconfig.Parsing.Files;
using Bsp.Kconfig.Parsing.Shells;

namespace Bsp.Kconfig.Parsing.Tests;

/// <summary>Reads small trees that tests spell out.</summary>
internal static class TestTree
{
    public static KconfigParseResult Parse(string text, KconfigDialect? dialect = null) => Parse([("Kconfig", text)], dialect);

    public static KconfigParseResult Parse(
        (string Name, string Text)[] files,
        KconfigDialect? dialect = null,
        Dictionary<string, string>? environment = null,
        IShell? shell = null) => KconfigParser.Parse(new()
        {
            Dialect = dialect ?? KconfigDialect.Linux6_9,
            Files = new MemoryFiles(files.ToDictionary(file => file.Name, file => file.Text)),
            Environment = environment ?? [],
            Shell = shell ?? new AnswersShell(new Dictionary<string, string>()),
        });

    /// <summary>Reads a tree that must have neither errors nor warnings.</summary>
    public static KconfigTree Good(string text, KconfigDialect? dialect = null)
    {
        var result = Parse(text, dialect);
        Assert.Empty(result.Messages);
        return result.Tree!;
    }

    /// <summary>The messages, each as <c>file:line:column: text</c>.</summary>
    public static string[] Messages(this KconfigParseResult result) =>
        [.. result.Messages.Select(message => $"{message.Position}: {message.Text}")];

    /// <summary>The text of the default that a symbol has, to look at expressions.</summary>
    public static string Default(string expression, KconfigDialect? dialect = null)
    {
        var tree = Good($"config A\n\tbool\n\tdefault {expression}\n", dialect);
        return tree.Find("A")!.Properties.Single(property => property.Kind == PropertyKind.Default).Value!.ToString();
    }
}
