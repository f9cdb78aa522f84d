namespace Nuke.Common.Execution;

/// <summary>What a line means, for its colour.</summary>
internal enum Tone
{
    Plain,
    Dim,
    Title,
    Success,
    Warning,
    Error,
}

/// <summary>The console, in colour where it is a terminal that shows it.</summary>
internal static class Terminal
{
    private static readonly bool Colour =
        !Console.IsOutputRedirected
        && Environment.GetEnvironmentVariable("NO_COLOR") is null or ""
        && Environment.GetEnvironmentVariable("TERM") is not (null or "" or "dumb");

    public static void WriteLine(string text = "", Tone tone = Tone.Plain)
    {
        var code = tone switch { Tone.Dim =>
            "90", Tone.Title => "36;1", Tone.Success => "32;1", Tone.Warning => "33;1", Tone.Error => "31;1", _ => null };
        Console.Out.WriteLine(Colour && code is not null && text.Length > 0 ? $"\e[{code}m{text}\e[0m" : text);
    }
}
