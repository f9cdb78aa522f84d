using System.Globalization;
using System.Text;

namespace Bsp.Kconfig.Conformance.Fixes;

/// <summary>
/// Makes small trees with all that a value can depend on: dependencies, selects, implies, defaults, choices, ranges, numbers,
/// texts, <c>visible if</c>, modules, and in the newest dialect <c>transitional</c> and <c>depends on A if B</c>.
/// </summary>
/// <remarks>
/// A symbol depends only on those with smaller numbers, so that nothing depends on itself; their order in the file is random.
/// </remarks>
internal sealed class RandomTree
{
    private const int MaximumDepth = 2;
    private static readonly string[] Texts = ["acme", "none", ""];

    private readonly KconfigDialect _dialect;
    private readonly Random _random;
    private readonly SymbolType[] _types;
    private readonly List<(int First, int Length)> _blocks = [];
    private readonly bool[] _isMember;
    private readonly SortedSet<int> _renamed = [];

    private RandomTree(KconfigDialect dialect, Random random)
    {
        (_dialect, _random) = (dialect, random);
        _types = [.. Enumerable.Range(0, random.Next(6, 13)).Select(_ => RandomType())];
        for (var i = 0; i < _types.Length; i += _blocks[^1].Length)
            _blocks.Add((i, Chance(15) && i + 2 < _types.Length ? random.Next(2, Math.Min(4, _types.Length - i) + 1) : 1));
        _isMember = [.. _blocks.SelectMany(block => Enumerable.Repeat(block.Length > 1, block.Length))];
    }

    /// <summary>A Kconfig file.</summary>
    /// <param name="dialect">What it may use.</param>
    /// <param name="random">Chooses.</param>
    public static string Make(KconfigDialect dialect, Random random) => new RandomTree(dialect, random).Text();

    private string Text()
    {
        var entries = _blocks
            .Select(block => (block.First, Text: block.Length == 1 ? Definition(block.First) : Choice(block.First, block.Length)))
            .ToList();
        // A symbol may be defined more than once.
        if (Chance(20) && Array.FindIndex(_isMember, member => !member) is var twice and >= 0)
            entries.Add((twice, Definition(twice)));
        var shuffled = entries.ToArray();
        _random.Shuffle(shuffled);
        var text = new StringBuilder("mainmenu \"random\"\n\n");
        if (Chance(70))
            text.Append("config MODULES\n\tbool \"modules\"\n\tmodules\n").Append(Chance(60) ? "\tdefault y\n\n" : "\n");
        for (var at = 0; at < shuffled.Length;)
        {
            var count = Chance(30) ? Math.Min(_random.Next(1, 4), shuffled.Length - at) : 0;
            var inside = shuffled.AsSpan(at, Math.Max(count, 1)).ToArray();
            var body = string.Concat(inside.Select(entry => entry.Text));
            text.Append(count == 0 ? body : Wrapped(body, inside.Min(entry => entry.First)));
            at += inside.Length;
        }

        // The names that symbols had before; they depend on nothing.
        return text.AppendJoin("", _renamed.Select(i => $"config OLD{i}\n\t{TypeName(i)}\n\ttransitional\n\n")).ToString();
    }

    private string Wrapped(string body, int first) => _random.Next(3) switch
    {
        0 => $"if {Condition(first)}\n\n{body}endif\n\n",
        1 => $"menu \"menu\"\n\tvisible if {Condition(first)}\n\n{body}endmenu\n\n",
        _ => $"menu \"menu\"\n\tdepends on {Condition(first)}\n\n{body}endmenu\n\n",
    };

    private string Choice(int first, int length)
    {
        var text = new StringBuilder("choice\n\tprompt \"choice\"\n");
        var type = _dialect.HasOptionalChoices && Chance(25) ? SymbolType.Tristate : SymbolType.Bool;
        _types.AsSpan(first, length).Fill(type);
        if (type == SymbolType.Tristate)
            text.Append("\ttristate\n");
        if (_dialect.HasOptionalChoices && Chance(25))
            text.Append("\toptional\n");
        if (Chance(40))
            text.Append($"\tdepends on {Condition(first)}\n");
        if (Chance(60))
            text.Append($"\tdefault S{first + _random.Next(length)}{If(first, 30)}\n");
        text.Append('\n');
        for (var i = first; i < first + length; i++)
        {
            text.Append($"config S{i}\n\t{TypeName(i)} \"s{i}\"\n");
            if (Chance(30))
                text.Append($"\tdepends on {Condition(first)}\n");
            text.Append(Pulls(i)).Append('\n');
        }

        return text.Append("endchoice\n\n").ToString();
    }

    private string Definition(int i)
    {
        var text = new StringBuilder($"config S{i}\n\t{TypeName(i)}");
        text.Append(Chance(70) ? $" \"s{i}\"{If(i, 15)}\n" : "\n");
        if (Chance(55))
            text.Append($"\tdepends on {Condition(i)}{(_dialect.HasConditionalDepends ? If(i, 40) : "")}\n");
        if (_dialect.HasTransitional && Chance(20) && _renamed.Add(i))
            text.Append($"\tdefault OLD{i}\n");
        for (var left = _random.Next(3); left > 0; left--)
            text.Append($"\tdefault {Default(i)}{If(i, 40)}\n");
        if (_types[i] is SymbolType.Int or SymbolType.Hex && Chance(60))
        {
            for (var left = _random.Next(1, 3); left > 0; left--)
                text.Append($"\trange {Number(i, 0, 4)} {Number(i, 4, 12)}{If(i, 50)}\n");
        }

        return text.Append(Pulls(i)).Append('\n').ToString();
    }

    // What it selects and implies.
    private string Pulls(int i)
    {
        if (!IsTristate(i) || !Chance(30))
            return "";
        var targets = Enumerable.Range(i + 1, _types.Length - i - 1).Where(target => IsTristate(target) && !_isMember[target]).ToList();
        return targets.Count == 0 ? "" : $"\t{(Chance(70) ? "select" : "imply")} S{targets[_random.Next(targets.Count)]}{If(i, 25)}\n";
    }

    private string Default(int i) => _types[i] switch
    {
        SymbolType.String => $"\"{Texts[_random.Next(Texts.Length)]}\"",
        SymbolType.Int or SymbolType.Hex when Earlier(i, _types[i]) is { } other && Chance(25) => "S" + other,
        SymbolType.Int or SymbolType.Hex => Number(i, 0, 12),
        _ => Chance(50) ? (_types[i] == SymbolType.Tristate && Chance(40) ? "m" : "y") : Condition(i),
    };

    private string Number(int i, int low, int high)
    {
        var number = _random.Next(low, high + 1);
        return _types[i] == SymbolType.Hex
            ? "0x" + number.ToString("x", CultureInfo.InvariantCulture)
            : number.ToString(CultureInfo.InvariantCulture);
    }

    private string If(int i, int percent) => Chance(percent) ? $" if {Condition(i)}" : "";

    private string Condition(int i, int depth = 0)
    {
        if (i == 0)
            return "y";
        if (depth < MaximumDepth && Chance(35))
            return $"({Condition(i, depth + 1)} {(Chance(50) ? "&&" : "||")} {Condition(i, depth + 1)})";
        var other = _random.Next(i);
        return _types[other] switch
        {
            SymbolType.String => $"S{other}{(Chance(60) ? "" : "!")}=\"{Texts[_random.Next(Texts.Length)]}\"",
            SymbolType.Int or SymbolType.Hex => $"S{other} {Comparison()} {Number(other, 0, 12)}",
            _ when Chance(60) => "S" + other,
            _ when Chance(60) => "!S" + other,
            _ => $"S{other}{(Chance(60) ? "" : "!")}={"nmy"[_random.Next(3)]}",
        };
    }

    private string Comparison() => _random.Next(6) switch
    {
        0 => "=",
        1 => "!=",
        2 => "<",
        3 => "<=",
        4 => ">",
        _ => ">=",
    };

    private int? Earlier(int i, SymbolType type)
    {
        var all = Enumerable.Range(0, i).Where(other => _types[other] == type).ToList();
        return all.Count == 0 ? null : all[_random.Next(all.Count)];
    }

    private SymbolType RandomType() => _random.Next(100) switch
    {
        < 45 => SymbolType.Bool,
        < 80 => SymbolType.Tristate,
        < 88 => SymbolType.Int,
        < 94 => SymbolType.Hex,
        _ => SymbolType.String,
    };

    private string TypeName(int i) => _types[i].ToString().ToLowerInvariant();

    private bool IsTristate(int i) => _types[i] is SymbolType.Bool or SymbolType.Tristate;

    private bool Chance(int percent) => _random.Next(100) < percent;
}
