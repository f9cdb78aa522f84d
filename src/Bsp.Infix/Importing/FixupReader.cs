using System.Globalization;
using System.Text.RegularExpressions;
using Bsp.Model;

namespace Bsp.Infix.Importing;

/// <summary>Reads what a board's makefile asks of the kernel that it shares with others.</summary>
internal static partial class FixupReader
{
    private const string Member = "Kernel";

    /// <summary>
    /// The SoC that a board is of, if the project knows it, and what the board asks for beyond that and the layers below.
    /// </summary>
    public static (Soc? Soc, KernelFragment Kernel) Read(ImportSource source, string board, Architecture architecture, KnownFamilies known)
    {
        var fixups = Fixups(source, $"{source.Folder}/{board}.mk");
        var soc = known.SocsOf(architecture)
            .Where(x => Share(x, fixups) > 0.8)
            .OrderByDescending(x => x.Kernel.Requests.Count)
            .FirstOrDefault();
        var below = KernelConfig.Merge(Seq<KernelLayer>.Of(
            KernelConfig.LayersOf(known.Infix, architecture).Concat(soc is null ? [] : [new KernelLayer("soc " + soc.Name, soc.Kernel)])));
        var layered = below.Requests.ToDictionary(x => x.Request.Symbol);
        if (soc is not null)
        {
            foreach (var request in soc.Kernel.Requests.Where(x => !fixups.ContainsKey(x.Symbol)))
            {
                source.Todo(
                    Member, $"{source.Folder}/{board}.mk", $"{known.NameOf(soc)} asks for {request}, which Infix does not ask for here");
            }
        }

        return (soc, Group(fixups.Values.Select(fixup => Beyond(source, fixup, layered)).OfType<KconfigRequest>()));
    }

    private static double Share(Soc soc, Dictionary<string, Fixup> fixups) =>
        soc.Kernel.Requests.Count == 0
            ? 0
            : (double)soc.Kernel.Requests.Count(x => fixups.ContainsKey(x.Symbol)) / soc.Kernel.Requests.Count;

    private static Dictionary<string, Fixup> Fixups(ImportSource source, string path)
    {
        var fixups = new Dictionary<string, Fixup>(StringComparer.Ordinal);
        foreach (var line in source.Lines(path) ?? [])
        {
            if (Call().Match(line.Text) is { Success: true } call)
            {
                var value = call.Groups["kind"].Value switch { "ENABLE" =>
                    KconfigValue.Y, "DISABLE" => KconfigValue.N, _ => Value(call.Groups["value"].Value) };
                if (value is null)
                {
                    source.Todo(Member, line, "the value is neither a number nor y, m, n or text in quotes");
                }
                else
                {
                    fixups[call.Groups["symbol"].Value] = new(
                        call.Groups["symbol"].Value, value, call.Groups["kind"].Value == "ENABLE", line);
                }
            }
            else if (!Frame().IsMatch(line.Text))
            {
                source.Todo(Member, line, "a makefile can do what a record cannot say");
            }
        }

        return fixups;
    }

    /// <summary>The request that a layer below does not make already; null for none.</summary>
    private static KconfigRequest? Beyond(ImportSource source, Fixup fixup, Dictionary<KconfigSymbol, MergedRequest> layered)
    {
        if (!layered.TryGetValue(fixup.Symbol, out var lower))
            return new(fixup.Symbol, fixup.Value);
        if (lower.Request.Value == fixup.Value)
            return null;
        // Buildroot's KCONFIG_ENABLE_OPT leaves a symbol alone that is m.
        if (!fixup.Enables || lower.Request.Value != KconfigValue.M)
            return new(fixup.Symbol, fixup.Value) { Overrides = true };
        source.Todo(
            Member, fixup.Line,
            $"{lower.Layer} has m, which ENABLE leaves; if it is to be built in, write Y(\"{fixup.Symbol}\").Overriding()");
        return null;
    }

    // One sum a value, those that override after the others.
    private static KernelFragment Group(IEnumerable<KconfigRequest> requests) => new()
    {
        Requests = Seq<KconfigRequest>.Of(
            requests.OrderBy(x => x.Overrides)
                .ThenBy(x => x.Value.Type)
                .ThenByDescending(x => x.Value.Type == KconfigType.Tristate ? x.Value.Text : "", StringComparer.Ordinal)),
    };

    /// <summary>The value that a text of Kconfig means, null for none.</summary>
    public static KconfigValue? Value(string text) => text switch
    {
        "y" => KconfigValue.Y,
        "m" => KconfigValue.M,
        "n" => KconfigValue.N,
        ['"', .. var inner, '"'] =>
            KconfigValue.String(inner.Replace("\\\"", "\"", StringComparison.Ordinal).Replace("\\\\", "\\", StringComparison.Ordinal)),
        ['0', 'x'
            or 'X', .. var digits] when ulong.TryParse(digits, NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var hex) =>
            KconfigValue.Hex(hex),
        _ when long.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number) => KconfigValue.Int(number),
        _ => null,
    };

    [GeneratedRegex(@"^\s*\$\(call KCONFIG_(?<kind>ENABLE|DISABLE|SET)_OPT,CONFIG_(?<symbol>\w+)(,(?<value>.*))?\)\s*$")]
    private static partial Regex Call();

    // What every board's makefile has, and comments.
    [GeneratedRegex(@"^\s*(#.*|define \w+_LINUX_CONFIG_FIXUPS|endef|\$\(eval \$\((ix-board|generic-package)\)\))?\s*$")]
    private static partial Regex Frame();

    private sealed record Fixup(string Symbol, KconfigValue Value, bool Enables, SourceLine Line);
}
