namespace Bsp.Firmware.Storage;

/// <summary>An entry of the store while it is made.</summary>
internal sealed class StoreDraft(string folder, string target) : IDisposable
{
    /// <summary>Where the output is made.</summary>
    public string Output => Path.Combine(folder, "entry", "files");

    /// <summary>Scratch space.</summary>
    public string Work => Path.Combine(folder, "work");

    /// <summary>Puts the output into the store.</summary>
    /// <param name="inputs">The listing of the inputs, kept beside.</param>
    public string Commit(string inputs)
    {
        File.WriteAllText(Path.Combine(folder, "entry", "inputs"), inputs);
        Directory.Move(Path.Combine(folder, "entry"), target);
        return Path.Combine(target, "files");
    }

    /// <inheritdoc/>
    public void Dispose() => Directory.Delete(folder, recursive: true);
}
