namespace Bsp.Cli.SourceTrees;

/// <summary>What the command line says about the tree.</summary>
internal sealed record SourceTreeRequest
{
    /// <summary>The folder of the sources; null for <c>$srctree</c>, else the current directory.</summary>
    public string? Folder { get; init; }

    /// <summary>The file to begin with; null for the tree's own.</summary>
    public string? RootFile { get; init; }

    /// <summary>The value of ARCH.</summary>
    public string? Arch { get; init; }

    /// <summary>What precedes the names of the compiler and its tools.</summary>
    public string? CrossCompile { get; init; }

    /// <summary>The name of a dialect; null for what the tree tells.</summary>
    public string? Dialect { get; init; }

    /// <summary>Variables, as NAME=VALUE.</summary>
    public IReadOnlyList<string> Variables { get; init; } = [];

    /// <summary>A file of variables.</summary>
    public string? VariableFile { get; init; }

    /// <summary>The defconfig that a configuration is made of, a file or a name; null for none. Buildroot's files look at it.</summary>
    public string? Defconfig { get; init; }

    /// <summary>A snapshot that is read in place of the sources.</summary>
    public string? Snapshot { get; init; }

    /// <summary>The first option that says how sources are read, which a snapshot of them has been already; null for none.</summary>
    public string? ForSourcesOnly =>
        RootFile is not null ? "--kconfig"
        : Arch is not null ? "--arch"
        : CrossCompile is not null ? "--cross-compile"
        : Dialect is not null ? "--dialect"
        : Variables.Count > 0 ? "--env"
        : VariableFile is not null ? "--env-file"
        : null;

    /// <summary>Whether only values are asked for: neither help texts nor the columns of positions.</summary>
    public bool NeedsOnlyValues { get; init; }

    /// <summary>Where it is shown how far the reading is; null for nowhere.</summary>
    public ReadingProgress? Progress { get; init; }

    /// <summary>Whether answers of <c>$(shell,…)</c> are kept from one run to the next.</summary>
    public bool CachesShellAnswers { get; init; } = true;
}
