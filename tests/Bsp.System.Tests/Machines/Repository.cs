using System.Reflection;

namespace Bsp.SystemTests.Machines;

/// <summary>The tree that the tests were built from.</summary>
public static class Repository
{
    /// <summary>The folder with Bsp.sln.</summary>
    public static string Root { get; } = typeof(Repository).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>()
        .Single(metadata => metadata.Key == "RepositoryRoot").Value!;

    /// <summary>A file below artifacts/; its folder is made when it is not there.</summary>
    public static string Artifact(params string[] parts)
    {
        var path = Path.Combine([Root, "artifacts", .. parts]);
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        return path;
    }
}
