namespace Bsp.Infix.Tests.Support;

/// <summary>A folder that is gone when the test is over.</summary>
internal sealed class ScratchFolder : IDisposable
{
    public string Root { get; } = Directory.CreateTempSubdirectory("bsp-infix-").FullName;

    public string this[string name] => Path.Combine(Root, name);

    public string Write(string name, string text)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(this[name])!);
        File.WriteAllText(this[name], text);
        return this[name];
    }

    /// <summary>A file of zeros that takes no room on the disk.</summary>
    public void WriteZeros(string name, long bytes)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(this[name])!);
        using var file = File.Create(this[name]);
        file.SetLength(bytes);
    }

    public void Dispose() => Directory.Delete(Root, recursive: true);
}
