using System.Text;
using Bsp.Cli.Merging;
using Bsp.Kconfig;

namespace Bsp.Cli.Reports;

/// <summary>Requests that are not met, as text.</summary>
internal static class UnmetText
{
    /// <summary>As merge_config.sh prints it, with the reason.</summary>
    public static string Merge(UnmetRequest unmet, FragmentMerge merge)
    {
        var name = unmet.Prefix + unmet.Request.Symbol;
        var requested = merge.Lines.Last(line => line.Symbol == name).Text;
        var actual = unmet.Actual is null or "n" ? $"# {name} is not set" : $"{name}={unmet.Actual}";
        return $"Value requested for {name} not in final .config\nRequested value:  {requested}\nActual value:     {actual}\nReason:      "
            + $"     {unmet.Explanation}\n\n";
    }

    /// <summary>As compilers print it, with where the symbol is defined, and with what it would be met.</summary>
    /// <param name="unmet">The request.</param>
    /// <param name="note">What would help; empty for nothing.</param>
    public static string Diagnostic(UnmetRequest unmet, string note)
    {
        var text = new StringBuilder($"{unmet.Request.Position}: error: {unmet}\n");
        foreach (var definition in unmet.Definitions)
            text.Append($"  {definition.File}:{definition.Line}: note: defined here\n");
        if (note.Length > 0)
            text.Append($"  note: {note}\n");
        return text.ToString();
    }
}
