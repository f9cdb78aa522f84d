using System.Text;

namespace Bsp.Kconfig.Conformance.RandomTrees;

/// <summary>Writes small Kconfig files whose few symbols depend on each other in all ways, and configurations for them.</summary>
/// <param name="random">Chooses.</param>
/// <param name="dialect">What the files may contain.</param>
internal sealed class RandomKconfig(Random random, KconfigDialect dialect)
{
    private const int MaximumSymbols = 8;
    private const string Modules = "MODULES";

    // conf of Linux 6.12 and later reads foreign memory at "!=y" (expr_transform).
    private string[] Comparisons => dialect.HasModernChoices ? ["=y", "=m", "=n", "!=m", "!=n"] : ["=y", "=m", "=n", "!=y", "!=m", "!=n"];

    private readonly StringBuilder _text = new();
    private readonly List<(string Name, SymbolType Type)> _symbols = [];
    private int _defined;

    /// <summary>The files' text.</summary>
    public string Write()
    {
        _text.Append("mainmenu \"random\"\n");
        for (var left = random.Next(3, MaximumSymbols); left > 0; left--)
            _symbols.Add(($"S{_symbols.Count + 1}", RandomType()));
        if (Chance(60))
        {
            _symbols.Add((Modules, SymbolType.Bool));
            var option = dialect.HasOptionLines ? "option modules" : "modules";
            _text.Append($"config {Modules}\n\tbool \"modules\"\n\t{option}\n\tdefault y\n");
        }

        while (_defined < _symbols.Count && _symbols[_defined].Name != Modules)
            Block(depth: 0);
        return _text.ToString();
    }

    /// <summary>A configuration with some of the symbols.</summary>
    public string Configuration()
    {
        var config = new StringBuilder();
        foreach (var (name, type) in _symbols.Where(_ => Chance(60)))
        {
            config.Append(type switch
            {
                SymbolType.Int or SymbolType.Hex => $"{dialect.Prefix}{name}={Number(type)}\n",
                SymbolType.String => $"{dialect.Prefix}{name}=\"{Pick("", "a", "b c")}\"\n",
                _ when Chance(30) => $"# {dialect.Prefix}{name} is not set\n",
                _ => $"{dialect.Prefix}{name}={(type == SymbolType.Tristate && Chance(50) ? "m" : "y")}\n",
            });
        }

        return config.ToString();
    }

    private void Block(int depth)
    {
        switch (random.Next(depth > 1 ? 6 : 10))
        {
            case 6:
                _text.Append($"if {Expression(2)}\n");
                Members(depth);
                _text.Append("endif\n");
                break;
            case 7:
                _text.Append("menu \"menu\"\n");
                if (Chance(20))
                    _text.Append($"\tvisible if {Expression(1)}\n");
                DependsOn();
                Members(depth);
                _text.Append("endmenu\n");
                break;
            case 8:
                Choice();
                break;
            case 9:
                _text.Append("comment \"remark\"\n");
                DependsOn();
                break;
            default:
                Config(isMember: false);
                break;
        }
    }

    private void Members(int depth)
    {
        for (var left = random.Next(1, 4); left > 0 && _defined < _symbols.Count; left--)
            Block(depth + 1);
    }

    private void Choice()
    {
        var first = _defined;
        var count = Math.Min(random.Next(2, 4), _symbols.Count - _defined);
        if (count < 2 || Enumerable.Range(first, count).Any(i => _symbols[i].Type != SymbolType.Bool || _symbols[i].Name == Modules))
        {
            Config(isMember: false);
            return;
        }

        _text.Append("choice\n\tprompt \"choice\"\n");
        DependsOn();
        if (Chance(50))
            _text.Append($"\tdefault {_symbols[first + random.Next(count)].Name}\n");
        if (dialect.HasOptionalChoices && Chance(20))
            _text.Append("\toptional\n");
        for (var i = 0; i < count; i++)
            Config(isMember: true);
        _text.Append("endchoice\n");
    }

    private void Config(bool isMember)
    {
        if (_defined == _symbols.Count || _symbols[_defined].Name == Modules)
            return;
        var (name, type) = _symbols[_defined++];
        _text.Append($"config {name}\n\t{TypeName(type)}{(isMember || Chance(65) ? $" \"{name}\"{Condition(20)}" : "")}\n");
        DependsOn();
        if (isMember)
            return;
        for (var left = random.Next(3); left > 0 && Chance(70); left--)
            _text.Append($"\tdefault {Value(type)}{Condition(50)}\n");
        if (type is SymbolType.Int or SymbolType.Hex)
        {
            if (Chance(40))
                _text.Append($"\trange {Number(type)} {Number(type)}{Condition(40)}\n");
            return;
        }

        if (type == SymbolType.String)
            return;
        foreach (var verb in new[] { "select", "imply" })
        {
            if (Chance(20) && Symbols(SymbolType.Bool, SymbolType.Tristate) is { Length: > 0 } targets)
                _text.Append($"\t{verb} {targets[random.Next(targets.Length)]}{Condition(30)}\n");
        }
    }

    private void DependsOn()
    {
        if (Chance(45))
            _text.Append($"\tdepends on {Expression(2)}\n");
    }

    private string Condition(int percent) => Chance(percent) ? $" if {Expression(1)}" : "";

    private string Value(SymbolType type) => type switch
    {
        SymbolType.Int or SymbolType.Hex => Number(type),
        SymbolType.String => $"\"{Pick("", "a", "x y")}\"",
        _ => Chance(60) ? Pick("y", "n", "m") : Expression(1),
    };

    private string Number(SymbolType type) => type == SymbolType.Int ? Pick("0", "3", "7", "12") : Pick("0x0", "0x3", "0x1F", "0x20");

    private string Expression(int depth) => random.Next(depth > 0 ? 9 : 5) switch
    {
        0 => Pick("y", "n", "m"),
        1 or 2 when Symbols(SymbolType.Bool, SymbolType.Tristate) is { Length: > 0 } any => any[random.Next(any.Length)],
        3 when Symbols(SymbolType.Bool, SymbolType.Tristate) is { Length: > 0 } any =>
            any[random.Next(any.Length)] + Pick(Comparisons),
        4 when Symbols(SymbolType.Int) is { Length: > 0 } numbers =>
            $"{numbers[random.Next(numbers.Length)]}{Pick("=", "!=", "<", ">=")}{Number(SymbolType.Int)}",
        5 => $"!{Nested(depth)}",
        6 or 7 => $"{Nested(depth)} {Pick("&&", "||")} {Nested(depth)}",
        _ when Symbols(SymbolType.Bool, SymbolType.Tristate) is { Length: > 0 } any => any[random.Next(any.Length)],
        _ => "y",
    };

    private string Nested(int depth) => $"({Expression(depth - 1)})";

    // Mostly those before: of what depends on later ones too, most depends on itself.
    private string[] Symbols(params SymbolType[] types) =>
    [
        .. _symbols.Take(Chance(15) ? _symbols.Count : Math.Max(_defined - 1, 0))
            .Where(symbol => types.Contains(symbol.Type))
            .Select(symbol => symbol.Name),
    ];

    private SymbolType RandomType() => random.Next(10) switch
    {
        < 5 => SymbolType.Bool,
        < 8 => SymbolType.Tristate,
        8 => SymbolType.Int,
        _ => Chance(50) ? SymbolType.Hex : SymbolType.String,
    };

    private static string TypeName(SymbolType type) => type.ToString().ToLowerInvariant();

    private string Pick(params string[] values) => values[random.Next(values.Length)];

    private bool Chance(int percent) => random.Next(100) < percent;
}
