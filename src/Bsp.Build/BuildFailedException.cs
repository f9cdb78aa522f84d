namespace Bsp.Build;

/// <summary>The build cannot go on. The message says what, where, and what to do; the program ends with status 1.</summary>
public class BuildFailedException : Exception
{
    /// <summary>Makes one without a message.</summary>
    public BuildFailedException()
    {
    }

    /// <summary>Makes one with what is wrong and the way out.</summary>
    public BuildFailedException(string message)
        : base(message)
    {
    }

    /// <summary>Makes one with a cause.</summary>
    public BuildFailedException(string message, Exception? innerException)
        : base(message, innerException)
    {
    }
}
