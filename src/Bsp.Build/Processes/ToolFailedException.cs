namespace Bsp.Build.Processes;

/// <summary>A program ended with another status than 0.</summary>
public sealed class ToolFailedException : BuildFailedException
{
    /// <summary>Makes one without a message.</summary>
    public ToolFailedException()
    {
    }

    /// <summary>Makes one with a message.</summary>
    public ToolFailedException(string message)
        : base(message)
    {
    }

    /// <summary>Makes one with a cause.</summary>
    public ToolFailedException(string message, Exception? innerException)
        : base(message, innerException)
    {
    }

    /// <summary>Makes one for a program that ran.</summary>
    /// <param name="tool">The program.</param>
    /// <param name="exitCode">Its exit status.</param>
    /// <param name="lastLines">The last lines that it printed.</param>
    public ToolFailedException(string tool, int exitCode, IReadOnlyList<string> lastLines)
        : base($"{tool} failed with status {exitCode}" + (lastLines.Count == 0 ? "" : ":\n  " + string.Join("\n  ", lastLines)))
    {
        ExitCode = exitCode;
        LastLines = lastLines;
    }

    /// <summary>The program's exit status.</summary>
    public int ExitCode { get; }

    /// <summary>The last lines that it printed.</summary>
    public IReadOnlyList<string> LastLines { get; } = [];
}
