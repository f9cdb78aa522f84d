using Bsp.Infix.Tests.Reading;
using Bsp.Infix.Tests.Support;

namespace Bsp.Infix.Tests;

/// <summary>
/// Whole files of products, which the reference data only summarizes:
/// <c>reference-data/product-files/&lt;board&gt;/&lt;compatible&gt;/</c> has Infix's own.
/// </summary>
public sealed class ProductFileTests
{
    public static TheoryData<string, string> Files
    {
        get
        {
            var data = new TheoryData<string, string>();
            foreach (var file in Directory.GetFiles(Folder, "*", SearchOption.AllDirectories)
                .Select(file => Path.GetRelativePath(Folder, file))
                .Order(StringComparer.Ordinal))
                data.Add(file.Split('/', 2)[0], file.Split('/', 2)[1]);
            return data;
        }
    }

    private static string Folder => Path.Combine(TestPaths.ReferenceData, "product-files");

    [Theory]
    [MemberData(nameof(Files))]
    public void A_file_has_the_values_of_Infix_and_no_others(string board, string file)
    {
        Assert.SkipUnless(Directory.Exists(TestPaths.GeneratedOf(board)), $"{board} is not described yet");
        using var ported = new PortedBoard(board);
        var architecture = ReferenceData.Board(board)["arch"]!.GetValue<string>();
        var text = ported.Tree.Read(
            $"board/{architecture}/{board}/rootfs/usr/share/product/{file.Replace("/", "/etc/", StringComparison.Ordinal)}");
        Assert.NotNull(text);
        Assert.Equal(Leaves(File.ReadAllText(Path.Combine(Folder, board, file))), Leaves(text));
    }

    /// <summary>
    /// A line for each value; entries of a list that have names or ids count by these, as YANG's do, others by their places.
    /// </summary>
    private static List<string> Leaves(string json) => [.. Leaves("", JsonNode.Parse(json)).Order(StringComparer.Ordinal)];

    private static string? Key(JsonArray items) =>
        new[] { "name", "id" }.FirstOrDefault(key => items.All(item => item is JsonObject members && members.ContainsKey(key)));

    private static IEnumerable<string> Leaves(string path, JsonNode? node) => node switch
    {
        JsonObject { Count: > 0 } members => members.SelectMany(member => Leaves($"{path}/{member.Key}", member.Value)),
        JsonArray { Count: > 0 } items when Key(items) is { } key => items.SelectMany(item => Leaves($"{path}[{item![key]}]", item)),
        JsonArray { Count: > 0 } items => items.SelectMany((item, i) => Leaves($"{path}[{i}]", item)),
        _ => [$"{path} = {node?.ToJsonString()}"],
    };
}
