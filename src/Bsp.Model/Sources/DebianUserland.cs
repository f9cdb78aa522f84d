namespace Bsp.Model;

/// <summary>The binary packages that a userland's files are taken from: those that features name, with all that these depend on.</summary>
/// <param name="Name">
/// The name in the lock file, before <c>-</c> and Debian's name of the architecture. Distributions with the same userland share it.
/// </param>
/// <param name="Suite">The suite of Debian that has them, such as <c>bookworm</c>.</param>
public sealed record DebianUserland(string Name, string Suite)
{
    /// <summary>The name in the lock file, before <c>-</c> and Debian's name of the architecture.</summary>
    public string Name { get; init => field = Text.Word(value, "a userland's name", "-_."); } = Text.Word(Name, "a userland's name", "-_.");

    /// <summary>The suite of Debian that has them, such as <c>bookworm</c>.</summary>
    public string Suite { get; init => field = Text.Word(value, "a suite of Debian", "-"); } = Text.Word(Suite, "a suite of Debian", "-");

    /// <summary>
    /// Packages that others depend on for their maintainer scripts or services only: no file of the firmware comes from them, and
    /// they are not pinned.
    /// </summary>
    public Seq<string> Unused { get; init => field = Seq<string>.Of(value.Select(Text.DebianPackage)); } = [];

    /// <summary>The name in the lock file of the packages for one architecture.</summary>
    public string SourceFor(Architecture architecture) => Name + "-" + architecture.DebianArch;
}
