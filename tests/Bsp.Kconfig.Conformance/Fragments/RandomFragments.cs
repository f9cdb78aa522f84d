using System.Globalization;
using System.Text;

namespace Bsp.Kconfig.Conformance.Fragments;

/// <summary>Makes fragments such as people write, many of whose requests cannot be met.</summary>
/// <param name="tree">The symbols.</param>
/// <param name="seed">Chooses: the same seed, the same fragments.</param>
internal sealed class RandomFragments(KconfigTree tree, int seed)
{
    private const int MaximumRequests = 6;

    private readonly List<Symbol> _symbols =
    [
        .. tree.Symbols.Where(symbol => symbol is { IsDefined: true, IsConstant: false, IsChoice: false, Name: not null })
            .OrderBy(symbol => symbol.Name, StringComparer.Ordinal),
    ];

    /// <summary>A fragment.</summary>
    /// <param name="number">Its number.</param>
    public string Make(int number)
    {
        var random = new Random(HashCode(number));
        var names = new HashSet<string>(StringComparer.Ordinal);
        var text = new StringBuilder();
        for (var left = random.Next(1, MaximumRequests + 1); left > 0; left--)
        {
            var symbol = Choose(random);
            // A misspelt name is the commonest mistake.
            var name = random.Next(20) == 0 ? Misspelt(symbol.Name!, random) : symbol.Name!;
            if (names.Add(name))
                text.Append(Line(name, symbol, random));
        }

        return text.ToString();
    }

    private int HashCode(int number) => unchecked((seed * 1_000_003) + number);

    private Symbol Choose(Random random)
    {
        // Most people ask for what has a prompt.
        var symbol = _symbols[random.Next(_symbols.Count)];
        for (var tries = 0; tries < 3 && !symbol.HasPrompt; tries++)
            symbol = _symbols[random.Next(_symbols.Count)];
        return symbol;
    }

    private static string Misspelt(string name, Random random)
    {
        var at = random.Next(name.Length);
        return random.Next(2) == 0 ? name.Remove(at, 1) + "X" : name.Insert(at, "_");
    }

    private string Line(string name, Symbol symbol, Random random)
    {
        var full = tree.Dialect.Prefix + name;
        return symbol.Type switch
        {
            SymbolType.Int => $"{full}={random.Next(-2, 5000).ToString(CultureInfo.InvariantCulture)}\n",
            SymbolType.Hex => $"{full}=0x{random.Next(0, 0x10000).ToString("x", CultureInfo.InvariantCulture)}\n",
            SymbolType.String => $"{full}=\"{(random.Next(3) == 0 ? "with \\\"quotes\\\" and \\\\" : "text")}\"\n",
            _ => random.Next(10) switch
            {
                < 6 => full + "=y\n",
                < 8 => full + "=m\n",
                _ => $"# {full} is not set\n",
            },
        };
    }
}
