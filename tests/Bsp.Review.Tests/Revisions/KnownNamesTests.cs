using System.Reflection;
using Bsp.Artifacts;
using Bsp.Model;
using Bsp.Review.Revisions;
using Xunit;

namespace Bsp.Review.Tests.Revisions;

/// <summary>The names that a review reads are those that are written.</summary>
public sealed class KnownNamesTests
{
    private static readonly Dictionary<string, string> s_written = NamesOf(typeof(ArtifactNames))
        .Concat(NamesOf(typeof(PartitionNames)).Select(name => KeyValuePair.Create(name.Key + "Partition", name.Value)))
        .ToDictionary(StringComparer.Ordinal);

    public static TheoryData<string, string> Known => [.. NamesOf(typeof(KnownNames)).Select(name => (name.Key, name.Value))];

    [Theory]
    [MemberData(nameof(Known))]
    public void A_name_is_the_one_that_is_written(string constant, string name) => Assert.Equal(s_written[constant], name);

    private static IEnumerable<KeyValuePair<string, string>> NamesOf(Type type) =>
        type.GetFields(BindingFlags.Public | BindingFlags.Static)
            .Where(field => field.IsLiteral)
            .Select(field => KeyValuePair.Create(field.Name, (string)field.GetRawConstantValue()!));
}
