using System.Globalization;
using Bsp.DeviceTrees.Bindings;

namespace Bsp.Firmware.Boot;

/// <summary>What the kernel's bindings say about a board's tree, as warnings in dtc's form.</summary>
/// <param name="source">The board's own source, by the name that positions have.</param>
/// <param name="findings">What was found in the whole tree.</param>
internal sealed class BindingWarnings(string source, IReadOnlyList<Finding> findings)
{
    /// <summary>
    /// Those of what the board itself writes: properties that have their last word there, and what nodes lack that it adds
    /// something to. One line counts the others, which are the kernel's or the emulator's.
    /// </summary>
    public IEnumerable<string> Lines
    {
        get
        {
            var own = findings.Select(finding => (Finding: finding, Place: OwnPosition(finding)))
                .Where(entry => entry.Place is not null)
                .ToList();
            foreach (var (finding, place) in own)
                yield return $"{place}: Warning (bindings): {Subject(finding)}: {Words(finding)} [{finding.File}]";
            if (findings.Count > own.Count)
            {
                yield return string.Create(
                    CultureInfo.InvariantCulture,
                    $"{source}: the bindings say more of what it includes: {findings.Count - own.Count} "
                    + $"{(findings.Count - own.Count == 1 ? "finding" : "findings")}; 'bsp dt validate' shows all");
            }
        }
    }

    private string? OwnPosition(Finding finding) =>
        finding.Positions.LastOrDefault(position => position.File == source) is { File: not null } place ? place.ToString() : null;

    private static string Subject(Finding finding) =>
        finding.Path.Count == 0 ? finding.Node : finding.Node + ":" + string.Join(':', finding.Path);

    private static string Words(Finding finding) =>
        finding.Alternatives.Count == 0 ? finding.Text : $"{finding.Text}: {string.Join("; ", finding.Alternatives)}";
}
