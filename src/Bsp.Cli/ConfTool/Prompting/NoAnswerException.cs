namespace Bsp.Cli.ConfTool.Prompting;

/// <summary>There are no more answers, and a question has none that holds: conf would ask it for ever.</summary>
/// <param name="question">What is asked for.</param>
internal sealed class NoAnswerException(string question)
    : Exception($"the answers end, and '{question}' has no valid value; answer it, or set it in the configuration");
