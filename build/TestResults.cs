using System.Text.Json;
using System.Text.Json.Nodes;

/// <summary>How the tests of one project, or of all, have ended.</summary>
/// <param name="Passed">How many passed.</param>
/// <param name="Failed">How many failed; a project that broke off counts as one more.</param>
/// <param name="Skipped">How many say that they cannot run here.</param>
/// <param name="Failures">Those that failed.</param>
internal sealed record TestResults(int Passed, int Failed, int Skipped, IReadOnlyList<TestFailure> Failures)
{
    public static TestResults None { get; } = new(0, 0, 0, []);

    public static TestResults operator +(TestResults a, TestResults b) =>
        new(a.Passed + b.Passed, a.Failed + b.Failed, a.Skipped + b.Skipped, [.. a.Failures, .. b.Failures]);

    /// <summary>
    /// Reads a report in CTRF (ctrf.io). A run that fails without a failed test, or without a report that can be read, is a failure itself.
    /// </summary>
    public static TestResults Read(string project, int exitCode, string? report)
    {
        JsonNode? results;
        try
        {
            results = report is null ? null : JsonNode.Parse(WithoutControlCharacters(report))?["results"];
        }
        catch (JsonException exception)
        {
            return Broken($"ended with status {exitCode}, and its report cannot be read: {exception.Message}");
        }

        var summary = results?["summary"];
        var tests = (results?["tests"] as JsonArray ?? []).OfType<JsonObject>();
        var read = new TestResults(
            (int?)summary?["passed"] ?? 0,
            (int?)summary?["failed"] ?? 0,
            (int?)summary?["skipped"] ?? 0,
            [.. tests.Where(x => (string?)x["status"] == "failed")
                .Select(x => new TestFailure((string?)x["name"] ?? "?", (string?)x["message"] ?? ""))]);
        var silent = exitCode != 0 && read.Failed == 0;
        return silent ? read + Broken($"ended with status {exitCode} before all tests were done") : read;

        TestResults Broken(string how) => new(0, 1, 0, [new(project, how)]);
    }

    public override string ToString() => $"{Passed} passed, {Failed} failed" + (Skipped > 0 ? $", {Skipped} skipped" : "");

    // xunit writes most of those of a message as they are, such as a terminal's escape, which JSON forbids (RFC 8259, section 7).
    private static string WithoutControlCharacters(string report) => string.Create(report.Length, report, static (text, from) =>
    {
        for (var i = 0; i < text.Length; i++)
            text[i] = from[i] < ' ' ? ' ' : from[i];
    });
}

/// <summary>A test that failed, or a project that broke off.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Message">What it says.</param>
internal sealed record TestFailure(string Name, string Message)
{
    public override string ToString() => $"{Name}: {Message}";
}
