namespace Bsp.Testing;

/// <summary>A folder for one test, deleted afterwards.</summary>
public sealed class TempFolder : IDisposable
{
    /// <summary>Where it is.</summary>
    public string Path { get; } = Directory.CreateTempSubdirectory("bsp-test-").FullName;

    /// <summary>The path of a file in it, whether it is there or not.</summary>
    public string this[string name] => System.IO.Path.Combine(Path, name);

    /// <summary>The folder's path.</summary>
    public static implicit operator string(TempFolder folder) => folder.Path;

    /// <summary>Writes a file, and the folders that it is in.</summary>
    /// <returns>Its path.</returns>
    public string Write(string name, string text)
    {
        Directory.CreateDirectory(System.IO.Path.GetDirectoryName(this[name])!);
        File.WriteAllText(this[name], text);
        return this[name];
    }

    /// <summary>A file of zeros that takes no room on the disk.</summary>
    public void WriteZeros(string name, long bytes)
    {
        Directory.CreateDirectory(System.IO.Path.GetDirectoryName(this[name])!);
        using var file = File.Create(this[name]);
        file.SetLength(bytes);
    }

    /// <inheritdoc/>
    public void Dispose() => Directory.Delete(Path, recursive: true);
}
