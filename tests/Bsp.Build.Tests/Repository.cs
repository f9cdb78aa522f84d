using System.Reflection;

namespace Bsp.Build.Tests;

/// <summary>The tree that the tests were compiled from.</summary>
internal static class Repository
{
    public static string Root { get; } = typeof(Repository).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>().Single(x => x.Key == "RepositoryRoot").Value!;

    public static string At(params string[] parts) => Path.Combine([Root, .. parts]);
}
