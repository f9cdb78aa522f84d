namespace Bsp.Model;

/// <summary>Trusted Firmware-A of a platform.</summary>
/// <param name="Platform">The value of <c>PLAT=</c>, such as <c>rk3328</c>.</param>
public sealed record TrustedFirmware(PlainName Platform)
{
    /// <summary>The release that the platform needs, or with <see cref="Repository"/> the commit; null for the distribution's.</summary>
    public ReleaseVersion? Version { get; init; }

    /// <summary>The git repository of a fork; null for the project's own releases.</summary>
    public RepositoryUrl? Repository { get; init; }

    /// <summary>Whether the build produces a firmware image package (FIP), with U-Boot as BL33.</summary>
    public bool Fip { get; init; }

    /// <summary>The files to install, as shell patterns; none for what the platform's build produces by default.</summary>
    public Seq<string> Images { get; init; } = [];

    /// <summary>Further make targets.</summary>
    public Seq<string> Targets { get; init; } = [];

    /// <summary>Variables for make, as <c>NAME=value</c>.</summary>
    public Seq<string> Variables { get; init; } = [];

    /// <summary>Whether its build also needs a compiler for 32-bit Arm, for a core other than the main ones.</summary>
    public bool NeedsArm32 { get; init; }
}
