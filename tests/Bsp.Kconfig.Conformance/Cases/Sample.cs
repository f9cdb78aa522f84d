using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace Bsp.Kconfig.Conformance.Cases;

/// <summary>Chooses some of many, always the same ones for a seed.</summary>
internal static class Sample
{
    /// <summary>
    /// The items whose names hash to the least numbers, in the order that they had: an item that is added or gone does not change the rest.
    /// </summary>
    public static IReadOnlyList<T> Of<T>(IReadOnlyList<T> items, Func<T, string> name, int count, int seed) => items.Count <= count
        ? items
        :
        [
            .. items.Select((item, index) => (Item: item, Index: index))
                .OrderBy(pair => Hash(seed, name(pair.Item)), StringComparer.Ordinal)
                .Take(count)
                .OrderBy(pair => pair.Index)
                .Select(pair => pair.Item),
        ];

    private static string Hash(int seed, string name) =>
        Convert.ToHexString(SHA256.HashData(Encoding.UTF8.GetBytes(seed.ToString(CultureInfo.InvariantCulture) + " " + name)));
}
