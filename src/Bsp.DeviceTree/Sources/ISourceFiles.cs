namespace Bsp.DeviceTrees;

/// <summary>Where sources come from: a disk, or what an editor has.</summary>
public interface ISourceFiles
{
    /// <summary>Opens a file.</summary>
    /// <param name="path">Its name, with the folder that it was looked up in.</param>
    /// <returns>
    /// Null when there is none. Of a name that was opened before it is the same object, so that what is known about it can be kept.
    /// </returns>
    /// <exception cref="IOException">It is there, and cannot be read.</exception>
    SourceFile? TryOpen(string path);
}
