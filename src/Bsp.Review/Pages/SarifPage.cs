using System.Security.Cryptography;
using System.Text;
using Bsp.Review.Changes;
using Bsp.Sarif;

namespace Bsp.Review.Pages;

/// <summary>What wants to be looked at, in SARIF, for the upload of a code host.</summary>
public static class SarifPage
{
    // GitHub keeps 5,000 results of a run, the worst first.
    private const int MaximumResults = 5000;

    /// <summary>The warnings and errors of a review: each once, however many boards have it.</summary>
    public static string Of(ReviewResult review)
    {
        var tool = new SarifTool("bsp-review")
        {
            Rules = ChangeRules.All.ToDictionary(rule => rule.Id, rule => rule.Title, StringComparer.Ordinal),
        };
        return SarifWriter.Write(tool, [.. Findings.Of(review).Take(MaximumResults).Select(Result)]);
    }

    private static SarifResult Result(Finding finding) => new(
        finding.Change.Rule.Id,
        finding.Change.Attention == Attention.Error ? SarifLevel.Error : SarifLevel.Warning,
        Quoted.Plain(finding.Text),
        finding.Place is var (file, line) ? new(file, line, "%SRCROOT%") : null)
    {
        Fingerprint = FingerprintOf(finding.Change.Id, finding.Boards.Count > 0 ? finding.Boards[0].Name : ""),
    };

    private static string FingerprintOf(string change, string board) =>
        Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes($"{change}\n{board}")));
}
