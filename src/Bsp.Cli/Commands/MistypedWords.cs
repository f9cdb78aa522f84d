using System.CommandLine;
using System.CommandLine.Parsing;
using Bsp.Shared;

namespace Bsp.Cli.Commands;

/// <summary>Words of a command line that look like options or commands, and are none.</summary>
/// <param name="result">The command line.</param>
internal sealed class MistypedWords(ParseResult result)
{
    private readonly Command _command = result.CommandResult.Command;

    /// <summary>What is wrong with the first such word; null where there is none.</summary>
    public string? Fault()
    {
        if (Option() is { } option)
            return $"'{option}' is not an option{NearestNames.Question(option, Options())}";
        // One word that is wrong is one fault, not also a command that is missing.
        return _command.Subcommands.Count > 0 && result.UnmatchedTokens is [var word, ..]
            ? $"there is no command or option '{word}'{NearestNames.Question(word, _command.Subcommands.Select(command => command.Name))}"
            : null;
    }

    /// <summary>The first word that begins with '-' and was taken for an argument; what follows '--' may.</summary>
    private string? Option()
    {
        var values = Results(result.CommandResult).OfType<OptionResult>()
            .SelectMany(option => option.Tokens)
            .ToHashSet(ReferenceEqualityComparer.Instance);
        return result.Tokens.TakeWhile(token => token.Type != TokenType.DoubleDash)
            .FirstOrDefault(token => token is { Type: TokenType.Argument, Value: ['-', _, ..] } && !values.Contains(token))
            ?.Value;
    }

    private IEnumerable<string> Options() => _command.Options.SelectMany(option => option.Aliases.Prepend(option.Name));

    private static IEnumerable<SymbolResult> Results(CommandResult command) =>
        command.Children.SelectMany(child => child is CommandResult inner ? Results(inner) : [child]);
}
