namespace Bsp.Build.Tests;

public class TestResultsTests
{
    [Fact]
    public void Counts_and_names_of_failures_come_from_the_report()
    {
        var results = TestResults.Read("Some.Tests", 1, Report("Expected: 1"));

        Assert.Equal("3 passed, 1 failed, 2 skipped", results.ToString());
        Assert.Equal([new("Some.Tests.Boots", "Expected: 1")], results.Failures);
    }

    [Fact]
    public void A_message_with_a_terminals_escapes_hides_no_failure()
    {
        // As xunit writes it: not escaped.
        var results = TestResults.Read("Some.Tests", 1, Report("the console said \u001b[2J\u0007"));

        Assert.Equal([new("Some.Tests.Boots", "the console said  [2J ")], results.Failures);
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("{ \"results\": { \"summary\": { \"passed\": 3")]
    public void A_run_without_a_whole_report_is_a_failure_that_names_the_project(string? report)
    {
        var results = TestResults.Read("Some.Tests", 139, report);

        Assert.Equal(1, results.Failed);
        Assert.StartsWith("Some.Tests: ended with status 139", Assert.Single(results.Failures).ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void A_run_that_breaks_off_after_tests_that_passed_is_a_failure()
    {
        var results = TestResults.Read("Some.Tests", 134, Report("", "passed", 4, 0));

        Assert.Equal("4 passed, 1 failed, 2 skipped", results.ToString());
    }

    [Fact]
    public void Sums_keep_every_failure()
    {
        var sum = TestResults.None + TestResults.Read("A", 1, null) + TestResults.Read("B", 0, Report("")) + TestResults.Read("C", 1, null);

        Assert.Equal("3 passed, 3 failed, 2 skipped", sum.ToString());
        Assert.Equal(3, sum.Failures.Count);
    }

    private static string Report(string message, string status = "failed", int passed = 3, int failed = 1) => $$"""
        {
          "results": {
            "tool": { "name": "xUnit.net v3" },
            "summary": { "tests": 6, "passed": {{passed}}, "failed": {{failed}}, "pending": 0, "skipped": 2, "other": 0 },
            "tests": [ { "name": "Some.Tests.Boots", "status": "{{status}}", "message": "{{message}}" }, { "name": "Some.Tests.Runs", "status": "passed" } ]
          }
        }
        """;
}
