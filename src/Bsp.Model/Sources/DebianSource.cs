namespace Bsp.Model;

/// <summary>Packages of Debian's archive that the lock file pins under one name: a kernel's source, a bootloader's, a tool.</summary>
/// <remarks><c>./build.sh Lock</c> pins what the records name, and the steps of a build take it by its name.</remarks>
public sealed record DebianSource
{
    private DebianSource(string name, bool isSource, string suite, Seq<string> packages)
    {
        Name = Text.Word(name, "a source's name", "-_.");
        IsSource = isSource;
        Suite = Text.Word(suite, "a suite of Debian", "-");
        Packages = packages.Count > 0
            ? Seq<string>.Of(packages.Select(Text.DebianPackage))
            : throw new ModelException($"the source '{name}' names no package");
    }

    /// <summary>The name in the lock file, such as <c>linux-6.12</c>; a kernel's is <c>linux-</c> and its version.</summary>
    public string Name { get; }

    /// <summary>Whether these are source packages, upstream's tarball with Debian's patches; otherwise binary packages.</summary>
    public bool IsSource { get; }

    /// <summary>The suite that has them, such as <c>trixie</c> or <c>bookworm-backports</c>.</summary>
    public string Suite { get; }

    /// <summary>The packages; what they depend on is not taken.</summary>
    public Seq<string> Packages { get; }

    /// <summary>Binary packages, such as those with a kernel's source tree in them (<c>linux-source-6.12</c>).</summary>
    /// <exception cref="ModelException">A name is none, or there is no package.</exception>
    public static DebianSource Binary(string name, string suite, params Seq<string> packages) => new(name, false, suite, packages);

    /// <summary>A source package.</summary>
    /// <inheritdoc cref="Binary" path="/exception"/>
    public static DebianSource Source(string name, string suite, string package) => new(name, true, suite, [package]);
}
