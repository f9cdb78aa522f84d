using System.Text;

namespace Bsp.Cli.Dtc;

/// <summary>An option of a program that we stand in for.</summary>
/// <param name="Letter">Its short form.</param>
/// <param name="Name">Its long form.</param>
/// <param name="Help">What it is for.</param>
/// <param name="TakesValue">Whether a value follows.</param>
internal sealed record ProgramOption(char Letter, string Name, string Help, bool TakesValue = false);

/// <summary>A command line, taken apart.</summary>
/// <param name="Options">The options in their order, with their values.</param>
/// <param name="Operands">What is not an option.</param>
internal sealed record ParsedArguments(IReadOnlyList<(char Letter, string Value)> Options, IReadOnlyList<string> Operands);

/// <summary>The options of a program, taken apart as getopt_long does: anywhere, and abbreviated where that is clear.</summary>
/// <param name="usage">How the program is called, and what it does.</param>
/// <param name="options">The options.</param>
internal sealed class ProgramOptions(string usage, params ProgramOption[] options)
{
    /// <summary>What <c>--help</c> prints.</summary>
    public string Help
    {
        get
        {
            var text = new StringBuilder("Usage: ").Append(usage).Append("\n\nOptions:\n");
            var width = options.Max(option => LongForm(option).Length);
            foreach (var option in options)
                text.Append($"  -{option.Letter}, --{LongForm(option).PadRight(width)}  {option.Help}\n");
            return text.ToString();
        }
    }

    /// <summary>Parses a command line.</summary>
    /// <exception cref="CliException">It is none.</exception>
    public ParsedArguments Parse(IReadOnlyList<string> arguments)
    {
        var found = new List<(char, string)>();
        var operands = new List<string>();
        for (var i = 0; i < arguments.Count; i++)
        {
            var argument = arguments[i];
            if (argument == "--")
            {
                operands.AddRange(arguments.Skip(i + 1));
                break;
            }

            if (argument.StartsWith("--", StringComparison.Ordinal))
                found.Add(ParseLong(arguments, ref i));
            else if (argument is ['-', _, ..])
                found.AddRange(ParseShort(arguments, ref i));
            else
                operands.Add(argument);
        }

        return new(found, operands);
    }

    private static string LongForm(ProgramOption option) => option.TakesValue ? option.Name + " <arg>" : option.Name;

    private (char, string) ParseLong(IReadOnlyList<string> arguments, ref int i)
    {
        var argument = arguments[i];
        var name = argument[2..].Split('=')[0];
        var begun = options.Where(option => option.Name.StartsWith(name, StringComparison.Ordinal)).ToList();
        var option = begun.Find(option => option.Name == name) ?? (begun.Count == 1 ? begun[0] : throw Unknown(argument));
        var hasValue = argument.Contains('=', StringComparison.Ordinal);
        if (!option.TakesValue)
            return (option.Letter, hasValue ? throw new CliException($"option '--{option.Name}' takes no value", ExitStatus.No) : "");
        return (option.Letter, hasValue ? argument[(name.Length + 3)..] : NextValue(arguments, ref i));
    }

    private List<(char, string)> ParseShort(IReadOnlyList<string> arguments, ref int i)
    {
        var found = new List<(char, string)>();
        var argument = arguments[i];
        for (var at = 1; at < argument.Length; at++)
        {
            var option = Array.Find(options, option => option.Letter == argument[at]) ?? throw Unknown("-" + argument[at]);
            if (option.TakesValue)
            {
                found.Add((option.Letter, at + 1 < argument.Length ? argument[(at + 1)..] : NextValue(arguments, ref i)));
                break;
            }

            found.Add((option.Letter, ""));
        }

        return found;
    }

    private static string NextValue(IReadOnlyList<string> arguments, ref int i) =>
        i + 1 < arguments.Count ? arguments[++i] : throw new CliException($"option '{arguments[i]}' takes a value", ExitStatus.No);

    private static CliException Unknown(string option) => new($"unknown option '{option}'; --help lists all", ExitStatus.No);
}
