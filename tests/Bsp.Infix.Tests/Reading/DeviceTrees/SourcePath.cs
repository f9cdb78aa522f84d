namespace Bsp.Infix.Tests.Reading.DeviceTrees;

/// <summary>Paths within a board's folder of sources.</summary>
internal static class SourcePath
{
    /// <summary>Where an include leads, were it one of the folder's own files.</summary>
    public static string Resolve(string from, string include) =>
        Path.GetRelativePath("/", Path.GetFullPath(Path.Combine("/", Path.GetDirectoryName(from)!, include)));
}
