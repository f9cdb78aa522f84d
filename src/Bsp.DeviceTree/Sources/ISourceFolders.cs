namespace Bsp.DeviceTrees;

/// <summary>Files that can be listed as well as opened, so that advice can name one that nobody has opened.</summary>
public interface ISourceFolders : ISourceFiles
{
    /// <summary>The headers in a folder and in those below it.</summary>
    /// <param name="folder">The folder.</param>
    /// <returns>Their names below it, with slashes; none for a folder that is not there.</returns>
    IEnumerable<string> Headers(string folder);
}
