using System.Text;

namespace Bsp.Cli.ConfTool;

/// <summary>Reads files as the C tool finds them: in the current directory, else in the sources (zconf_fopen).</summary>
internal static class ConfFile
{
    /// <summary>The text of a file.</summary>
    /// <returns>Null when there is none of this name.</returns>
    public static string? Find(CliHost host, string file)
    {
        string[] paths = file.StartsWith('/') || host.Variable("srctree") is not { Length: > 0 } sources
            ? [host.Absolute(file)]
            : [host.Absolute(file), host.Absolute(Path.Combine(sources, file))];
        return Array.Find(paths, File.Exists) is { } path ? Encoding.UTF8.GetString(File.ReadAllBytes(path)) : null;
    }
}
