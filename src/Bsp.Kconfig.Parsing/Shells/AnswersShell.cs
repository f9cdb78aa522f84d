namespace Bsp.Kconfig.Parsing.Shells;

/// <summary>Answers from a recording: no process is started.</summary>
/// <param name="answers">The answers by command.</param>
/// <param name="collect">Answer unknown commands with nothing and list them in <see cref="Unknown"/>, rather than throw.</param>
public sealed class AnswersShell(IReadOnlyDictionary<string, string> answers, bool collect = false) : IShell
{
    private readonly List<string> _unknown = [];

    /// <summary>The commands that had no answer, in the order they were asked for.</summary>
    public IReadOnlyList<string> Unknown => _unknown;

    /// <inheritdoc/>
    public string Run(string command)
    {
        if (answers.TryGetValue(command, out var answer))
            return answer;
        if (!collect)
            throw new UnknownCommandException(command);
        _unknown.Add(command);
        return "";
    }
}
