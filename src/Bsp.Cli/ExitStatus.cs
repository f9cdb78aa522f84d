namespace Bsp.Cli;

/// <summary>What the command ends with.</summary>
internal static class ExitStatus
{
    /// <summary>All went well.</summary>
    public const int Success = 0;

    /// <summary>The answer is no: a request is not met, nothing was found.</summary>
    public const int No = 1;

    /// <summary>The command line, or a file that it names, is wrong.</summary>
    public const int Fault = 2;
}
