namespace Bsp.Model;

/// <summary>A value that no board can have. The generator reports it where the value is written.</summary>
public sealed class ModelException : ArgumentException
{
    /// <summary>Makes one without a message.</summary>
    public ModelException()
    {
    }

    /// <summary>Makes one with what is wrong and the way out, lower-case and without a full stop.</summary>
    public ModelException(string message)
        : base(message)
    {
    }

    /// <summary>Makes one with a cause.</summary>
    public ModelException(string message, Exception innerException)
        : base(message, innerException)
    {
    }
}
