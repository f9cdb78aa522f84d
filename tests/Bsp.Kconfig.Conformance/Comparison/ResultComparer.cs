using System.Text;
using System.Text.RegularExpressions;
using Bsp.Kconfig.Conformance.Contract;

namespace Bsp.Kconfig.Conformance.Comparison;

/// <summary>Compares what an engine made with what conf made.</summary>
/// <param name="limit">How many differing lines are shown.</param>
/// <param name="messages">Whether what is printed on the standard error has to be the same too.</param>
internal sealed partial class ResultComparer(int limit, bool messages)
{
    /// <summary>What differs; empty when nothing does.</summary>
    public string Difference(KconfigCase @case, KconfigResult oracle, KconfigResult engine)
    {
        if (oracle.ExitStatus == 0 != (engine.ExitStatus == 0))
        {
            var printed = Encoding.UTF8.GetString(oracle.ExitStatus == 0 ? engine.StandardError : oracle.StandardError);
            return $"conf ended with status {oracle.ExitStatus}, the engine with {engine.ExitStatus}:\n{printed}";
        }

        List<string> parts = [Difference("output", oracle.Output, engine.Output)];
        parts.AddRange(oracle.Files.Select(file => Difference(file.Key, file.Value, engine.Files.GetValueOrDefault(file.Key))));
        if (@case.IsInteractive)
            parts.Add(Difference("questions", Questions(oracle.StandardOutput), Questions(engine.StandardOutput)));
        if (messages)
            parts.Add(Difference("messages", oracle.StandardError, engine.StandardError));
        return string.Join("\n", parts.Where(part => part.Length > 0));
    }

    // What conf says at its end of the file that it has written is not part of the dialogue. And in two lines of a help text it
    // shows what values were before the last answer, where nothing has asked for them since.
    private static byte[] Questions(byte[] printed)
    {
        var text = LastMessage().Replace(Encoding.UTF8.GetString(printed), "");
        return Encoding.UTF8.GetBytes(OldValues().Replace(text, line => Value().Replace(line.Value, "")));
    }

    [GeneratedRegex(@"#\n# .*\n#\n\z", RegexOptions.CultureInvariant)]
    private static partial Regex LastMessage();

    [GeneratedRegex("^(Selects|Implies): .*$", RegexOptions.CultureInvariant | RegexOptions.Multiline)]
    private static partial Regex OldValues();

    [GeneratedRegex(@" \[=[^\]]*\]", RegexOptions.CultureInvariant)]
    private static partial Regex Value();

    private string Difference(string what, byte[]? oracle, byte[]? engine)
    {
        if (oracle is null || engine is null)
            return (oracle, engine) is (null, null) ? "" : $"{what}: only {(oracle is null ? "the engine" : "conf")} made one";
        var difference = TextDifference.Of(oracle, engine, limit);
        return difference.Length == 0 ? "" : $"--- conf, {what}\n+++ engine, {what}\n{difference}";
    }
}
