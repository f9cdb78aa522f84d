using Bsp.Kconfig.Parsing;
using Bsp.Kconfig.Parsing.Files;

namespace Bsp.Kconfig.Tests;

/// <summary>Small trees that tests spell out.</summary>
internal static class Trees
{
    /// <summary>The symbol that decides whether there are modules.</summary>
    public const string Modules = "config MODULES\n\tbool \"modules\"\n\tmodules\n\n";

    public static KconfigTree Of(string text)
    {
        var result = KconfigParser.Parse(new()
        {
            Dialect = KconfigDialect.Linux6_9,
            Files = new MemoryFiles(new Dictionary<string, string> { ["Kconfig"] = text }),
        });
        Assert.Empty(result.Messages);
        return result.Tree!;
    }

    /// <summary>A configuration of a fragment: all else has its default.</summary>
    public static Configuration Configure(this KconfigTree tree, string fragment) => new Conf(tree, []).Defconfig(fragment);

    /// <summary>The requests of a fragment that its configuration does not meet, as people read them.</summary>
    public static string[] Unmet(this KconfigTree tree, string fragment) =>
        [.. new RequestCheck(tree.Configure(fragment)).Unmet(Request.Parse(fragment, "fragment")).Select(unmet => unmet.ToString())];
}
