using Bsp.Generators.Diagnostics;
using Bsp.Generators.Tests.Harness;
using Microsoft.CodeAnalysis;

namespace Bsp.Generators.Tests.Documentation;

/// <summary>Descriptors, pages and tests know about each other.</summary>
public sealed class DiagnosticPageTests
{
    public static TheoryData<string> Ids => [.. DiagnosticDescriptors.All.Select(descriptor => descriptor.Id)];

    [Fact]
    public void Ids_are_unique_and_well_formed()
    {
        var ids = DiagnosticDescriptors.All.Select(descriptor => descriptor.Id).ToArray();
        Assert.Equal(ids.Distinct(), ids);
        Assert.All(ids, id => Assert.Matches("^BSP[0-9]{4}$", id));
    }

    [Fact]
    public void Every_page_has_a_descriptor() => Assert.Equal(
        DiagnosticDescriptors.All.Select(descriptor => descriptor.Id),
        Directory.EnumerateFiles(Repository.At("docs", "diagnostics"), "BSP*.md")
            .Select(Path.GetFileNameWithoutExtension)
            .Order(StringComparer.Ordinal));

    [Theory]
    [MemberData(nameof(Ids))]
    public void Every_descriptor_has_a_page_with_its_title_and_a_wrong_and_a_right_example(string id)
    {
        var descriptor = Descriptor(id);
        Assert.Equal("docs/diagnostics/" + id + ".md", descriptor.HelpLinkUri);
        var page = File.ReadAllText(Path.Combine(Repository.Root, descriptor.HelpLinkUri));
        Assert.StartsWith($"# {id}: {descriptor.Title}\n", page, StringComparison.Ordinal);
        Assert.Contains("\n## Why it hurts on the board\n", page, StringComparison.Ordinal);
        Assert.Contains("\n## Wrong\n\n```", page, StringComparison.Ordinal);
        Assert.Contains("\n## Right\n\n```", page, StringComparison.Ordinal);
        Assert.Contains("\n## When to suppress it\n", page, StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(Ids))]
    public void Every_descriptor_has_a_test_with_a_marked_source(string id) => Assert.True(
        Directory.EnumerateFiles(Repository.At("tests", "Bsp.Generators.Tests"), "*Tests.cs", SearchOption.AllDirectories)
            .Select(File.ReadAllText)
            .Any(
                text => text.Contains("{|" + id + ":", StringComparison.Ordinal)
                    || text.Contains('"' + id + '"', StringComparison.Ordinal)),
        "no test marks " + id);

    private static DiagnosticDescriptor Descriptor(string id) => DiagnosticDescriptors.All.Single(descriptor => descriptor.Id == id);
}
