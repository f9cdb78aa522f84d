namespace Bsp.SystemTests.Firmware;

/// <summary>The versions that the tests build besides the one in artifacts/images.</summary>
public static class TestVersions
{
    /// <summary>A later one.</summary>
    public const string Newer = "v98.0-newer";

    /// <summary>One that boots but whose health check fails.</summary>
    public const string Unhealthy = "v99.0-unhealthy";

    /// <summary>How often a slot is tried.</summary>
    public static int Tries => Boards.Families.Reference.ReferenceDistribution.Reference.Update.Tries;
}
