using Bsp.Build.Results;

namespace Bsp.BuildMachine.Tests.Support;

/// <summary>A manifest that says next to nothing.</summary>
public static class SampleManifest
{
    public static Manifest Of(IReadOnlyList<ManifestFile> files) => new()
    {
        Board = "board",
        Distribution = "sample",
        Compatible = "sample-board",
        Version = "1",
        Date = "",
        Revision = "",
        Inputs = "",
        Files = files,
        Sources = [],
        HostPackages = new Dictionary<string, string>(),
        Keys = new Dictionary<string, string>(),
        DevelopmentKeys = true,
    };
}
