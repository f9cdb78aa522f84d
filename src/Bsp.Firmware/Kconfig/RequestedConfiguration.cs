using System.Globalization;
using System.Text;
using Bsp.Build;
using Bsp.Build.Processes;
using Bsp.Kconfig;

namespace Bsp.Firmware.Kconfig;

/// <summary>
/// Compares a configuration with what was asked of it. Kconfig itself silently drops a request when its dependencies are not met.
/// </summary>
/// <param name="name">What is configured.</param>
/// <param name="configuration">The configuration.</param>
/// <param name="optional">Symbols whose requests may go unmet.</param>
internal sealed class RequestedConfiguration(string name, Configuration configuration, IReadOnlySet<string> optional)
{
    /// <summary>Stops the build when a request is not met, and says what stands in its way and what would help.</summary>
    /// <param name="requests">The text of the requests.</param>
    /// <param name="file">Its name.</param>
    /// <param name="tools">Logs optional requests that are not met.</param>
    /// <exception cref="BuildFailedException">A request is not met.</exception>
    public void Require(string requests, string file, Tools tools)
    {
        var all = Request.Parse(requests, file);
        var unmet = new RequestCheck(configuration).Unmet(all);
        foreach (var request in unmet.Where(request => optional.Contains(request.Request.Symbol)))
            tools.Note("optional: " + Explain(request, all));
        var faults = unmet.Where(request => !optional.Contains(request.Request.Symbol)).ToList();
        if (faults.Count > 0)
        {
            throw new BuildFailedException(
                $"the configuration of {name} does not have {faults.Count.ToString(CultureInfo.InvariantCulture)} of the requested values; "
                + "ask for what they depend on too, or mark the request optional"
                + string.Concat(faults.Select(request => "\n  " + Explain(request, all))));
        }
    }

    private string Explain(UnmetRequest unmet, IReadOnlyList<Request> all)
    {
        var text = new StringBuilder(unmet.ToString());
        if (unmet.Definitions.Count > 0)
            text.Append("\n    defined at ").AppendJoin(", ", unmet.Definitions);
        if (new FixSearch(configuration).Find([unmet.Request], all) is { } fix)
            text.Append("\n    ").Append(fix.Text(""));
        return text.ToString();
    }
}
