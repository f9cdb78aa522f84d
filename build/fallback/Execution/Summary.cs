using System.Globalization;

namespace Nuke.Common.Execution;

/// <summary>What is written around the targets: titles, and the table at the end.</summary>
internal static class Summary
{
    public static void Header(string target)
    {
        Terminal.WriteLine();
        Terminal.WriteLine("╬" + new string('═', target.Length + 5), Tone.Dim);
        Terminal.WriteLine($"║ {target}", Tone.Title);
        Terminal.WriteLine("╬" + new string('═', Math.Max(target.Length - 4, 2)), Tone.Dim);
        Terminal.WriteLine();
    }

    public static void ErrorsAndWarnings()
    {
        if (Logging.Recorded.Count == 0)
            return;
        Header("Errors & Warnings");
        foreach (var (level, target, message) in Logging.Recorded)
            Terminal.WriteLine(
                $"[{(level == LogLevel.Error ? "ERR" : "WRN")}] {(target is null ? "" : target + ": ")}{message}",
                level == LogLevel.Error ? Tone.Error : Tone.Warning);
    }

    public static void Targets(IReadOnlyList<ExecutableTarget> plan)
    {
        var first = Math.Max(plan.Max(x => x.Name.Length) + 4, 19);
        const int second = 10, third = 10;
        string Line(string target, string status, string duration, string? remark = null) =>
            (target.PadRight(first) + status.PadRight(second) + duration.PadLeft(third)
                + (remark is null ? "" : $"   // {remark}")).TrimEnd();

        Terminal.WriteLine();
        Terminal.WriteLine(new string('═', first + second + third), Tone.Dim);
        Terminal.WriteLine(Line("Target", "Status", "Duration"), Tone.Title);
        Terminal.WriteLine(new string('─', first + second + third), Tone.Dim);
        foreach (var target in plan.Where(x => x.Status != ExecutionStatus.Collective))
        {
            var ran = target.Status is ExecutionStatus.Succeeded or ExecutionStatus.Failed or ExecutionStatus.Aborted;
            Terminal.WriteLine(
                Line(target.Name, target.Status.ToString(), ran ? Duration(target.Stopwatch.Elapsed) : "", target.Remark),
                target.Status switch
                {
                    ExecutionStatus.Succeeded => Tone.Success,
                    ExecutionStatus.Failed => Tone.Error,
                    ExecutionStatus.Skipped => Tone.Dim,
                    _ => Tone.Warning,
                });
        }

        Terminal.WriteLine(new string('─', first + second + third), Tone.Dim);
        Terminal.WriteLine(Line("Total", "", Duration(plan.Aggregate(TimeSpan.Zero, (t, x) => t + x.Stopwatch.Elapsed))), Tone.Title);
        Terminal.WriteLine(new string('═', first + second + third), Tone.Dim);
    }

    public static void Outcome(bool succeeded)
    {
        Terminal.WriteLine();
        Terminal.WriteLine(
            string.Create(
                CultureInfo.InvariantCulture, $"Build {(succeeded ? "succeeded" : "failed")} on {DateTime.Now:yyyy-MM-dd HH:mm:ss}."),
            succeeded ? Tone.Success : Tone.Error);
    }

    private static string Duration(TimeSpan time) =>
        time < TimeSpan.FromSeconds(1) ? "< 1sec" : string.Create(CultureInfo.InvariantCulture, $"{(int)time.TotalMinutes}:{time:ss}");
}
