using System.Text.RegularExpressions;
using Bsp.Build;

namespace Bsp.Firmware.Images;

/// <summary>Fills in what an artifact leaves open because only the build knows it: <c>@VERITY_ROOT@</c> and the like.</summary>
public static partial class Placeholders
{
    /// <summary>The text with every <c>@NAME@</c> replaced by its value.</summary>
    /// <param name="artifact">The artifact's name, for messages.</param>
    /// <param name="text">Its text.</param>
    /// <param name="values">Values by name, without <c>@</c>. Not every one need occur: two artifacts may share a set.</param>
    /// <exception cref="BuildFailedException">The text has a name without a value.</exception>
    public static string Fill(string artifact, string text, IReadOnlyDictionary<string, string> values)
    {
        var unknown = Name().Matches(text)
            .Select(match => match.Groups[1].Value)
            .Where(name => !values.ContainsKey(name))
            .Distinct()
            .ToList();
        if (unknown.Count > 0)
        {
            throw new BuildFailedException(
                $"the artifact '{artifact}' has placeholders that nothing fills in: "
                + $"{string.Join(", ", unknown.Select(name => "@" + name + "@"))}; "
                + $"known are {string.Join(", ", values.Keys.Order(StringComparer.Ordinal))}");
        }

        return Name().Replace(text, match => values[match.Groups[1].Value]);
    }

    [GeneratedRegex("@([A-Z][A-Z0-9_]*)@", RegexOptions.CultureInvariant)]
    private static partial Regex Name();
}
