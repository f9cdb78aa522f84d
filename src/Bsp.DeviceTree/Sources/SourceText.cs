namespace Bsp.DeviceTrees;

/// <summary>A text whose positions can be traced back in the files that people wrote.</summary>
public abstract class SourceText
{
    private protected SourceText()
    {
    }

    /// <summary>The text, in the encoding that its author chose; only strings and comments can have more than ASCII.</summary>
    public ReadOnlySpan<byte> Bytes => Buffer.AsSpan(0, Length);

    /// <summary>Its length in bytes.</summary>
    public abstract int Length { get; }

    /// <summary>The folder in which the names of other files are looked up first; empty for the current one.</summary>
    public abstract string Folder { get; }

    /// <summary>Where a byte of the text was written.</summary>
    /// <param name="offset">The byte, from 0; the length for the end of the text.</param>
    public abstract SourcePosition Locate(int offset);

    /// <summary>What people wrote for a part of the text, where a macro is in it; null where there is none, or only a part of what a macro
    /// stands for.</summary>
    internal virtual string? Written(int start, int end) => null;

    /// <summary>Holds the text, and perhaps more after it.</summary>
    internal abstract byte[] Buffer { get; }
}
