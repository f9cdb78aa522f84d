using System.Text.Json;
using Json.Schema;

namespace Bsp.Review.Tests.Pages;

/// <summary>The schema of what programs read: docs/schemas/review-1.json.</summary>
internal static class ReviewSchema
{
    private static readonly JsonSchema s_schema = JsonSchema.FromText(Text);

    /// <summary>The schema's text.</summary>
    public static string Text => File.ReadAllText(Repository.At("docs", "schemas", "review-1.json"));

    /// <summary>Where a page does not follow it.</summary>
    public static IReadOnlyList<string> FaultsOf(string page)
    {
        using var document = JsonDocument.Parse(page);
        if (s_schema.Evaluate(document.RootElement).IsValid)
            return [];
        var details = s_schema.Evaluate(document.RootElement, new() { OutputFormat = OutputFormat.List }).Details ?? [];
        return
        [
            .. details.Where(detail => detail.Errors is not null)
                .Select(detail => detail.InstanceLocation + ": " + string.Join("; ", detail.Errors!.Values)),
        ];
    }
}
