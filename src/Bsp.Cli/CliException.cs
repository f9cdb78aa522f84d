namespace Bsp.Cli;

/// <summary>A fault that the user can mend; its message goes to standard error.</summary>
/// <param name="message">What is wrong, and what to do.</param>
/// <param name="status">The exit status.</param>
internal sealed class CliException(string message, int status = ExitStatus.Fault) : Exception(message)
{
    /// <summary>The exit status.</summary>
    public int Status { get; } = status;
}
