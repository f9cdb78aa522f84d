using System.Globalization;
using Bsp.Build;
using Bsp.Build.Processes;

namespace Bsp.Firmware.Reproduction;

/// <summary>Reads from the logs of a build which clock its steps had.</summary>
internal static class ClockCheck
{
    /// <summary>How many steps ran; each began within the time.</summary>
    /// <param name="logs">The folder with a log of each step.</param>
    /// <param name="earliest">When the build began, by the clock that it should have had.</param>
    /// <param name="latest">When it had ended, by that clock.</param>
    /// <exception cref="BuildFailedException">A step had another clock, or none ran.</exception>
    public static int Check(string logs, DateTimeOffset earliest, DateTimeOffset latest)
    {
        var files = Directory.Exists(logs) ? Directory.GetFiles(logs, "*.log") : [];
        if (files.Length == 0)
            throw new BuildFailedException("the second build made nothing, so it shows nothing");
        foreach (var file in files)
        {
            // By whole seconds: the answer has no fractions.
            if (Begin(file) is not { } begin || begin < earliest.AddSeconds(-1) || begin > latest)
            {
                throw new BuildFailedException(
                    $"the step of '{Path.GetFileName(file)}' should have had a clock between {earliest:u} and {latest:u}, "
                    + $"but it had {Begin(file)?.ToString("u", CultureInfo.InvariantCulture) ?? "that of the machine"}; "
                    + "does faketime(1) work here?");
            }
        }

        return files.Length;
    }

    private static DateTimeOffset? Begin(string log) =>
        File.ReadLines(log).Take(2).ToList() is [FakeClock.Question, var answer]
            && long.TryParse(answer, NumberStyles.None, CultureInfo.InvariantCulture, out var seconds)
            ? DateTimeOffset.FromUnixTimeSeconds(seconds)
            : null;
}
