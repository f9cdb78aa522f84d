namespace Bsp.Build.Steps;

/// <summary>The name of an output in the store.</summary>
/// <param name="Kind">The kind of step.</param>
/// <param name="Hash">SHA-256 of all inputs, in lower-case hexadecimal.</param>
public sealed record StepKey(string Kind, string Hash)
{
    /// <summary>The folder's name: the kind and 128 bits of the hash.</summary>
    public string FolderName => Kind + "-" + Hash[..32];

    /// <inheritdoc/>
    public override string ToString() => FolderName;
}
