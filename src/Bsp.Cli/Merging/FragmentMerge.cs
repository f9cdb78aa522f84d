using System.Text;
using Bsp.Cli.Files;
using Bsp.Kconfig;

namespace Bsp.Cli.Merging;

/// <summary>Lays fragments over each other, the later over the earlier, as the kernel's scripts/kconfig/merge_config.sh does.</summary>
/// <param name="prefix">What precedes names.</param>
internal sealed class FragmentMerge(string prefix)
{
    private List<FragmentLine> _lines = [];

    /// <summary>Whether a built-in symbol stays so when a later fragment wants a module.</summary>
    public bool KeepBuiltIn { get; init; }

    /// <summary>The lines that are left.</summary>
    public IReadOnlyList<FragmentLine> Lines => _lines;

    /// <summary>The text of what is left.</summary>
    public string Text
    {
        get
        {
            var text = new StringBuilder();
            foreach (var line in _lines)
                text.Append(line.Text).Append('\n');
            return text.ToString();
        }
    }

    /// <summary>What each symbol is set to in the end.</summary>
    public IEnumerable<Request> Requests => _lines
        .Where(line => line.Symbol is not null)
        .SelectMany(
            line => Request.Parse(line.Text, line.Position.File, prefix).Select(request => request with { Position = line.Position }))
        .GroupBy(request => request.Symbol, StringComparer.Ordinal)
        .Select(requests => requests.Last());

    /// <summary>Adds a fragment.</summary>
    /// <returns>The symbols that fragments before it set as well.</returns>
    public IReadOnlyList<Redefinition> Add(ConfigInput input)
    {
        var added = FragmentLine.Read(input, prefix).ToList();
        if (_lines.Count == 0)
        {
            _lines = added;
            return [];
        }

        var before = Last(_lines);
        var redefinitions = new List<Redefinition>();
        var (dropped, kept) = (new HashSet<string>(StringComparer.Ordinal), new HashSet<string>(StringComparer.Ordinal));
        foreach (var (symbol, line) in Last(added))
        {
            if (!before.TryGetValue(symbol, out var previous))
                continue;
            var stays = KeepBuiltIn && line.Text == symbol + "=m" && previous.Text == symbol + "=y";
            (stays ? kept : dropped).Add(symbol);
            redefinitions.Add(new(symbol, previous, line, stays));
        }

        _lines =
        [
            .. _lines.Where(line => line.Symbol is null || !dropped.Contains(line.Symbol)),
            .. added.Where(line => line.Symbol is null || !kept.Contains(line.Symbol)),
        ];
        return redefinitions;
    }

    private static Dictionary<string, FragmentLine> Last(IEnumerable<FragmentLine> lines)
    {
        var last = new Dictionary<string, FragmentLine>(StringComparer.Ordinal);
        foreach (var line in lines)
        {
            if (line.Symbol is not null)
                last[line.Symbol] = line;
        }

        return last;
    }
}
