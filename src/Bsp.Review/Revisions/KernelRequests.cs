using Bsp.Kconfig;

namespace Bsp.Review.Revisions;

/// <summary>A value that a layer of a record asks for.</summary>
/// <param name="Symbol">The symbol, without <c>CONFIG_</c>.</param>
/// <param name="Value">The value as a defconfig has it.</param>
/// <param name="Layer">The layer, such as <c>feature base</c>.</param>
public sealed record LayerRequest(string Symbol, string Value, string Layer)
{
    /// <summary>Whether all boards of a distribution, or of an architecture on it, have the layer.</summary>
    public bool IsCommon => Layer.Split(' ') is ["feature" or "architecture", _, ..];

    /// <summary>The line of a defconfig.</summary>
    public string Line => Value == "n" ? $"# CONFIG_{Symbol} is not set" : $"CONFIG_{Symbol}={Value}";
}

/// <summary>What a board asks of its kernel: its <c>linux_defconfig</c>, read.</summary>
/// <param name="Source">The kernel, such as <c>linux-6.12</c>.</param>
/// <param name="IsAllNo">Whether what nobody asks for is off; else it has its default.</param>
/// <param name="IsShared">Whether the file says that it is for every board of its architecture.</param>
/// <param name="Requests">What is asked for, in the order of the file.</param>
public sealed record KernelRequests(string Source, bool IsAllNo, bool IsShared, IReadOnlyList<LayerRequest> Requests)
{
    private const string Asks = " asks of ";
    private const string Section = "#";

    /// <summary>Reads a <c>linux_defconfig</c> that Bsp has written.</summary>
    public static KernelRequests Read(string text)
    {
        var lines = text.Split('\n');
        var heading = lines[0];
        var at = heading.IndexOf(Asks, StringComparison.Ordinal);
        var source = at < 0 ? "" : heading[(at + Asks.Length)..].Split(',')[0].Trim();
        var requests = new List<LayerRequest>();
        var layer = "";
        for (var i = 0; i < lines.Length; i++)
        {
            var isFramed = i > 0 && i + 1 < lines.Length && lines[i - 1] == Section && lines[i + 1] == Section;
            if (isFramed && lines[i].StartsWith("# ", StringComparison.Ordinal))
                layer = lines[i][2..];
            foreach (var line in Request.Parse(lines[i], ""))
                requests.Add(new(line.Symbol, line.Written ?? line.Value, layer));
        }

        var isAllNo = text.Contains("allnoconfig", StringComparison.Ordinal);
        return new(source, isAllNo, heading.Contains("every board of ", StringComparison.Ordinal), requests);
    }
}
