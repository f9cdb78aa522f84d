using Bsp.Model;

namespace Bsp.Infix.Importing;

/// <summary>Kconfig requests as C#: a sum of calls, each for all symbols of a value.</summary>
internal static class FragmentText
{
    private const int Width = 130;

    /// <summary>A fragment as a sum.</summary>
    public static Code Of(KernelFragment fragment)
    {
        var terms = new List<string>();
        for (var i = 0; i < fragment.Requests.Count;)
        {
            var first = fragment.Requests[i];
            var symbols = new List<string>();
            do
                symbols.Add(fragment.Requests[i++].Symbol);
            while (i < fragment.Requests.Count && IsAlike(first, fragment.Requests[i])
                && symbols.Sum(x => x.Length + 4) + fragment.Requests[i].Symbol.Value.Length < Width);
            terms.Add(Call(first.Value, symbols) + (first.Overrides ? ".Overriding()" : ""));
        }

        return new([.. terms.Select((x, i) => i == 0 ? x : "    + " + x)]);
    }

    /// <summary>The call for symbols of one value.</summary>
    public static string Call(KconfigValue value, IReadOnlyList<string> symbols)
    {
        var names = string.Join(", ", symbols.Select(CSharpText.Quoted));
        return value.Type switch
        {
            KconfigType.Tristate => $"{value.Text.ToUpperInvariant()}({names})",
            KconfigType.String => $"String({names}, {CSharpText.Quoted(value.Text)})",
            var type => $"{type}({names}, {value.Text})",
        };
    }

    private static bool IsAlike(KconfigRequest left, KconfigRequest right) =>
        left.Value == right.Value && left.Value.Type == KconfigType.Tristate && left.Overrides == right.Overrides;
}
