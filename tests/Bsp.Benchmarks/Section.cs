using System.Globalization;
using System.Text;

namespace Bsp.Benchmarks;

/// <summary>A part of the page: the times of one kind of work, and what was aimed at.</summary>
/// <param name="measurements">The times.</param>
internal abstract class Section(IReadOnlyList<Measurement> measurements)
{
    /// <summary>The times.</summary>
    protected IReadOnlyList<Measurement> Measurements => measurements;

    /// <summary>The heading, and what is measured.</summary>
    protected abstract string Introduction { get; }

    /// <summary>What was aimed at.</summary>
    protected abstract IEnumerable<Goal> Goals();

    /// <summary>What was aimed at without a rival.</summary>
    protected virtual IEnumerable<Limit> Limits() => [];

    /// <summary>The part in Markdown.</summary>
    public string ToMarkdown()
    {
        var text = new StringBuilder(Introduction).Append("\n| | | CPU ms | wall ms |\n|---|---|--:|--:|\n");
        foreach (var measurement in measurements)
        {
            text.Append(
                CultureInfo.InvariantCulture,
                $"| {measurement.Contestant.Work} | {measurement.Contestant.Name} | {measurement.MedianCpu:F0} | "
                + $"{measurement.MedianWall:F0} |\n");
        }

        text.Append("\n| goal | CPU | wall | |\n|---|--:|--:|---|\n");
        foreach (var goal in Goals())
            text.Append(goal).Append('\n');
        foreach (var limit in Limits())
            text.Append(limit).Append('\n');
        return text.ToString();
    }

    /// <summary>The times of one contestant.</summary>
    protected Measurement Find(string work, string name) =>
        measurements.Single(other => other.Contestant.Work == work && other.Contestant.Name == name);
}
