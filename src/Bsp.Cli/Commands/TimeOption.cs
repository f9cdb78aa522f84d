using System.CommandLine;
using System.Globalization;

namespace Bsp.Cli.Commands;

/// <summary>The option that says how long a search for a fix may take.</summary>
internal sealed class TimeOption
{
    private readonly Option<double> _seconds = new("--seconds")
    {
        HelpName = "N",
        Description = "How long the search for fixes may take, of all requests together",
        DefaultValueFactory = _ => 5,
    };

    /// <summary>Adds it to a command.</summary>
    public void AddTo(Command command)
    {
        _seconds.Validators.Add(result =>
        {
            // What is no number at all is refused elsewhere.
            if (result.Tokens is [var token] && double.TryParse(token.Value, CultureInfo.InvariantCulture, out var seconds)
                && seconds is not (> 0 and <= 86400))
                result.AddError("--seconds takes a number of seconds, greater than 0 and at most 86400");
        });
        command.Add(_seconds);
    }

    /// <summary>The time.</summary>
    public TimeSpan Of(ParseResult result) => TimeSpan.FromSeconds(result.GetValue(_seconds));
}
