using Bsp.Kconfig.Parsing;
using Bsp.Kconfig.Parsing.Files;

namespace Bsp.Kconfig.Tests;

/// <summary>Small trees that tests spell out.</summary>
internal static class TestTree
{
    /// <summary>The symbol that decides whether there are modules.</summary>
    public const string Modules = "config MODULES\n\tbool \"modules\"\n\tmodules\n\n";

    public static KconfigTree Of(string text) => Of(text, KconfigDialect.Linux6_9);

    public static KconfigTree Of(string text, KconfigDialect dialect)
    {
        var result = Parse(text, dialect);
        Assert.Empty(result.Messages);
        return result.Tree!;
    }

    public static KconfigParseResult Parse(string text, KconfigDialect dialect) => KconfigParser.Parse(new()
    {
        Dialect = dialect,
        Files = new MemoryFiles(new Dictionary<string, string> { ["Kconfig"] = text }),
    });

    /// <summary>A configuration of a fragment: all else has its default.</summary>
    public static Configuration Configure(this KconfigTree tree, string fragment) => new Conf(tree, []).Defconfig(fragment);

    /// <summary>The requests of a fragment that its configuration does not meet, as people read them.</summary>
    public static string[] Unmet(this KconfigTree tree, string fragment) =>
        [.. new RequestCheck(tree.Configure(fragment)).Unmet(Request.Parse(fragment, "fragment")).Select(unmet => unmet.ToString())];
}
