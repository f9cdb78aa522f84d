namespace Bsp.Kconfig;

/// <summary>A value that somebody asks for.</summary>
/// <param name="Symbol">The symbol's name, without its prefix.</param>
/// <param name="Value">The value as a .config has it, a text without quotes.</param>
/// <param name="Position">Where it is asked for.</param>
public sealed record Request(string Symbol, string Value, SourcePosition Position)
{
    /// <summary>The value as its line has it, with its quotes; null for a request that is not a line of a file.</summary>
    public string? Written { get; init; }

    /// <summary>The requests of a fragment; of two for a symbol the last.</summary>
    /// <param name="text">The text of the fragment.</param>
    /// <param name="file">Its name.</param>
    /// <param name="prefix">What precedes names.</param>
    public static IReadOnlyList<Request> Parse(string text, string file, string prefix = "CONFIG_")
    {
        var requests = new Dictionary<string, Request>(StringComparer.Ordinal);
        foreach (var line in ConfigLine.Read(text, prefix))
        {
            if (line.Name is null)
                continue;
            var value = line.Value is ['"', ..] ? ConfigLine.Unquoted(line.Value) ?? line.Value : line.Value;
            requests[line.Name] = new(line.Name, value, new(file, line.Number, 0)) { Written = line.Value };
        }

        return [.. requests.Values];
    }
}
