namespace Bsp.DeviceTrees;

/// <summary>What decides besides the files what a preprocessor makes of them.</summary>
public sealed record PreprocessorOptions
{
    /// <summary>The folders in which <c>#include</c> looks for files after that of the including file, in this order.</summary>
    public IReadOnlyList<string> IncludeFolders { get; init; } = [];

    /// <summary>What is defined from the start: names with their texts. <c>__DTS__</c> is in any case, as in a kernel's build.</summary>
    public IReadOnlyDictionary<string, string> Defines { get; init; } = new Dictionary<string, string>(StringComparer.Ordinal);
}
