namespace Bsp.Model;

/// <summary>An invalid value. The generator reports it where the value is written.</summary>
public sealed class ModelException : ArgumentException
{
    /// <summary>Creates one without a message.</summary>
    public ModelException()
    {
    }

    /// <summary>Creates one with a message: what is wrong and how to fix it, lower-case and without a full stop.</summary>
    public ModelException(string message)
        : base(message)
    {
    }

    /// <summary>Creates one with a cause.</summary>
    public ModelException(string message, Exception innerException)
        : base(message, innerException)
    {
    }
}
