namespace Nuke.Common;

/// <summary>A build, as extensions see it.</summary>
public interface INukeBuild
{
    /// <summary>Whether the engine's banner is left out.</summary>
    bool NoLogo { get; }
}
