using System.Globalization;

namespace Bsp.Kconfig.Conformance.Fixes;

/// <summary>Configurations of a large tree, of many kinds: what one of them has can be had.</summary>
internal sealed class Witnesses
{
    private const int Random = 40;
    private readonly List<RequestCheck> _checks = [];

    /// <summary>Makes them.</summary>
    /// <param name="tree">The symbols.</param>
    /// <param name="seed">Chooses the random ones.</param>
    public Witnesses(KconfigTree tree, int seed)
    {
        foreach (var values in Enum.GetValues<NewValues>())
            _checks.Add(new(new Conf(tree, []).All(values)));
        var random = new Random(seed);
        var symbols = tree.Symbols
            .Where(symbol => symbol is { IsDefined: true, IsChoice: false, Name: not null, HasPrompt: true })
            .ToList();
        for (var i = 0; i < Random; i++)
        {
            var configuration = new Conf(tree, []).All(
                NewValues.Default, string.Concat(symbols.Select(symbol => Line(tree, symbol, random))));
            _checks.Add(new(configuration));
        }

        // Computed here, as many threads will ask.
        foreach (var check in _checks)
        {
            foreach (var symbol in tree.Symbols.Where(symbol => symbol is { IsDefined: true, Name: not null }))
                check.Unmet(new Request(symbol.Name!, "y", new("witness", 0, 0)));
        }
    }

    /// <summary>Whether there is a configuration in which all of these hold.</summary>
    public bool Show(IReadOnlyList<Request> requests)
    {
        lock (_checks)
            return _checks.Exists(check => requests.All(request => check.Unmet(request) is null));
    }

    private static string Line(KconfigTree tree, Symbol symbol, Random random) => symbol.Type switch
    {
        SymbolType.Bool => new Assignment(symbol, random.Next(2) == 0 ? "n" : "y").ToLine(tree.Dialect),
        SymbolType.Tristate => new Assignment(symbol, random.Next(3) switch { 0 => "n", 1 => "m", _ => "y" }).ToLine(tree.Dialect),
        SymbolType.Int => new Assignment(symbol, random.Next(100).ToString(CultureInfo.InvariantCulture)).ToLine(tree.Dialect),
        _ => "",
    };
}
