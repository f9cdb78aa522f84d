using System.Globalization;
using System.Text;
using Bsp.Kconfig.Parsing;
using Bsp.Kconfig.Parsing.Files;

namespace Bsp.Kconfig.Conformance.Fixes;

/// <summary>A small tree, a fragment for it, and one of its requests that is not met.</summary>
/// <param name="Text">The tree's Kconfig file.</param>
/// <param name="Tree">The tree.</param>
/// <param name="Fragment">The fragment.</param>
/// <param name="Requests">Its requests.</param>
/// <param name="Wanted">The one that is not met.</param>
internal sealed record FixCase(string Text, KconfigTree Tree, string Fragment, IReadOnlyList<Request> Requests, Request Wanted)
{
    /// <summary>The name of the fragment.</summary>
    public const string FragmentName = "input_allconfig";

    /// <summary>A case; of trees whose fragments are all met another one is made.</summary>
    /// <param name="dialect">The dialect.</param>
    /// <param name="seed">Chooses.</param>
    /// <param name="number">The number of the case.</param>
    public static FixCase Make(KconfigDialect dialect, int seed, int number)
    {
        var random = new Random(unchecked((seed * 1_000_003) + number));
        while (true)
        {
            var text = RandomTree.Make(dialect, random);
            var tree = KconfigParser.Parse(new()
            {
                Dialect = dialect,
                Files = new MemoryFiles(new Dictionary<string, string> { ["Kconfig"] = text }),
            }).Tree ?? throw new InvalidOperationException("the tree is faulty:\n" + text);
            for (var tries = 0; tries < 10; tries++)
            {
                var fragment = RandomFragment(tree, random);
                var requests = Request.Parse(fragment, FragmentName);
                var unmet = new RequestCheck(new Conf(tree, []).All(NewValues.Default, fragment)).Unmet(requests);
                if (unmet.Count > 0)
                    return new(text, tree, fragment, requests, unmet[random.Next(unmet.Count)].Request);
            }
        }
    }

    /// <inheritdoc/>
    public override string ToString() => $"{Text}\n--- fragment\n{Fragment}--- wanted\n{Wanted.Symbol}={Wanted.Value}\n";

    private static string RandomFragment(KconfigTree tree, Random random)
    {
        var values = new TriedValues(tree);
        var symbols = tree.Symbols.Where(symbol => symbol is { IsDefined: true, IsChoice: false, Name: not null }).ToArray();
        random.Shuffle(symbols);
        var text = new StringBuilder();
        // Most people ask for what has a prompt.
        foreach (var symbol in symbols.Where(symbol => symbol.HasPrompt || random.Next(4) == 0).Take(random.Next(1, 5)))
        {
            var all = values.Of(symbol);
            if (all.Count > 0)
                text.Append(new Assignment(symbol, all[random.Next(all.Count)]).ToLine(tree.Dialect));
        }

        return text.ToString();
    }
}
