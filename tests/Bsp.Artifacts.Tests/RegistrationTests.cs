using System.Reflection;
using Bsp.Artifacts.Checks;
using Bsp.Artifacts.Rendering;
using Xunit;

namespace Bsp.Artifacts.Tests;

/// <summary>Everything that is written runs: a check, a renderer or a rule that is not listed would be skipped silently.</summary>
public sealed class RegistrationTests
{
    [Fact]
    public void Every_renderer_is_asked_for_its_artifacts() =>
        Assert.Empty(Unlisted<IArtifactRenderer>(TypesOf(ArtifactRenderers.All)));

    [Fact]
    public void Every_check_of_a_board_runs() => Assert.Empty(Unlisted<IBoardCheck>(TypesOf(Rules.Checks)));

    [Fact]
    public void Every_rule_has_a_descriptor() => Assert.Equal(
        typeof(Rules).GetProperties(BindingFlags.Public | BindingFlags.Static)
            .Where(property => property.PropertyType == typeof(Rule))
            .Select(property => ((Rule)property.GetValue(null)!).Id)
            .Order(StringComparer.Ordinal),
        Rules.All.Select(rule => rule.Id).Order(StringComparer.Ordinal));

    [Fact]
    public void One_that_is_left_out_or_listed_twice_is_found()
    {
        var all = TypesOf(Rules.Checks);

        Assert.Equal([all[0].Name], Unlisted<IBoardCheck>(all[1..]));
        Assert.Equal([all[0].Name + " is listed 2 times"], Unlisted<IBoardCheck>([.. all, all[0]]));
    }

    private static Type[] TypesOf<T>(IEnumerable<T> listed) => [.. listed.Select(item => item!.GetType())];

    private static IEnumerable<string> Unlisted<T>(Type[] listed) => typeof(T).Assembly.GetTypes()
        .Where(type => type is { IsClass: true, IsAbstract: false } && type.IsAssignableTo(typeof(T)))
        .Select(type => (type.Name, Count: listed.Count(other => other == type)))
        .Where(found => found.Count != 1)
        .Select(found => found.Count == 0 ? found.Name : $"{found.Name} is listed {found.Count} times");
}
