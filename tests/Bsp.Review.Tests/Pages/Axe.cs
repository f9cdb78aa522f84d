using System.Text.Json.Nodes;
using Xunit;

namespace Bsp.Review.Tests.Pages;

/// <summary>axe-core, which finds what keeps people from using a page; fetched with npm once.</summary>
internal static class Axe
{
    private const string Package = "axe-core@4.11.0";

    private static readonly Lazy<Task<string?>> s_script = new(FetchAsync);

    /// <summary>What it finds on a page, each with the element; skips the test where npm does not bring it.</summary>
    public static async Task<IReadOnlyList<string>> ViolationsAsync(Browser browser)
    {
        var script = await s_script.Value;
        Assert.SkipWhen(script is null, $"npm does not bring {Package}");
        await browser.EvaluateAsync(script! + "; 0");
        var violations = await browser.EvaluateAsync(
            "axe.run(document, { resultTypes: ['violations'] }).then(results => JSON.stringify(results.violations))");
        return
        [
            .. JsonNode.Parse(violations)!.AsArray().SelectMany(
                rule => rule!["nodes"]!.AsArray().Select(node => $"{rule["id"]}: {node!["failureSummary"]} {node["html"]}")),
        ];
    }

    private static async Task<string?> FetchAsync()
    {
        var folder = Path.GetDirectoryName(Repository.Artifact("tests", "npm", "package.json"))!;
        var script = Path.Combine(folder, "node_modules", "axe-core", "axe.min.js");
        if (!File.Exists(script))
        {
            await HostTool.RunAsync(
                "npm", ["install", "--prefix", folder, "--ignore-scripts", "--no-audit", "--no-fund", Package], CancellationToken.None);
        }

        return File.Exists(script) ? await File.ReadAllTextAsync(script) : null;
    }
}
