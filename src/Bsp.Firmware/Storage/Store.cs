using Bsp.Firmware.Steps;

namespace Bsp.Firmware.Storage;

/// <summary>The outputs of all steps, each in a folder named by the hash of its inputs.</summary>
/// <remarks>
/// An entry <c>store/&lt;kind&gt;-&lt;hash&gt;/</c> holds <c>files/</c>, the output. It is made
/// under another name beside and renamed when it is whole, so that an entry that is there is complete.
/// </remarks>
public sealed class Store
{
    private const string Temporary = ".making-";
    private readonly string _root;

    /// <summary>Opens or makes a store.</summary>
    /// <param name="cacheFolder">The cache folder; the store is <c>store</c> in it.</param>
    public Store(string cacheFolder)
    {
        _root = Path.Combine(cacheFolder, "store");
        Directory.CreateDirectory(_root);
    }

    /// <summary>The output folder of a key, or null when it has not been made.</summary>
    public string? Find(StepKey key)
    {
        var files = Path.Combine(_root, key.FolderName, "files");
        return Directory.Exists(files) ? files : null;
    }

    /// <summary>Starts to make an entry.</summary>
    internal StoreDraft Begin(StepKey key)
    {
        var draft = Path.Combine(_root, Temporary + key.FolderName + "-" + Guid.NewGuid().ToString("N")[..8]);
        Directory.CreateDirectory(Path.Combine(draft, "entry", "files"));
        Directory.CreateDirectory(Path.Combine(draft, "work"));
        return new StoreDraft(draft, Path.Combine(_root, key.FolderName));
    }
}
