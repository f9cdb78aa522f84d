using Bsp.Kconfig.Parsing.Files;
using Bsp.Kconfig.Parsing.Shells;

namespace Bsp.Kconfig.Parsing;

/// <summary>A tree of Kconfig files, and all that decides what it says.</summary>
public sealed record KconfigSource
{
    /// <summary>The file to begin with, as it is named on the C tool's command line; <c>Kconfig</c> in most trees.</summary>
    public string Root { get; init; } = "Kconfig";

    /// <summary>The language the files are written in.</summary>
    public required KconfigDialect Dialect { get; init; }

    /// <summary>
    /// The whole environment: what <c>$(NAME)</c> and the commands of <c>$(shell,…)</c> see. <c>srctree</c> is where files
    /// are looked for that are not in the current directory; the kernel also needs <c>ARCH</c>, <c>SRCARCH</c>, <c>CC</c>,
    /// <c>LD</c> and more, as its Makefile exports them.
    /// </summary>
    public IReadOnlyDictionary<string, string> Environment { get; init; } = new Dictionary<string, string>(StringComparer.Ordinal);

    /// <summary>The directory that relative names begin in and commands run in.</summary>
    public string CurrentDirectory { get; init; } = ".";

    /// <summary>Where files come from; null for the disk (<see cref="DiskFiles"/>).</summary>
    public IKconfigFiles? Files { get; init; }

    /// <summary>What answers <c>$(shell,…)</c>; null for the system's shell (<see cref="ProcessShell"/>).</summary>
    public IShell? Shell { get; init; }

    /// <summary>Whether other threads read files and run commands ahead of their use.</summary>
    public bool ReadAhead { get; init; } = true;
}
