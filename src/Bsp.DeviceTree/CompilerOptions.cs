namespace Bsp.DeviceTrees;

/// <summary>The properties that a phandle is written to.</summary>
[Flags]
public enum PhandleProperties
{
    /// <summary><c>linux,phandle</c>, as before ePAPR.</summary>
    Legacy = 1,

    /// <summary><c>phandle</c>.</summary>
    Epapr = 2,
}

/// <summary>What decides besides the source what tree comes of it: dtc's options.</summary>
public sealed record CompilerOptions
{
    /// <summary>
    /// The folders in which <c>/include/</c> and <c>/incbin/</c> look for files after that of the including file, in this order: <c>-i</c>.
    /// </summary>
    public IReadOnlyList<string> IncludeFolders { get; init; } = [];

    /// <summary>Whether the C preprocessor goes over the source first, and with what; null for a source that it has been over.</summary>
    public PreprocessorOptions? Preprocessor { get; init; }

    /// <summary>Whether labels are written to <c>/__symbols__</c>, so that overlays can refer to them: <c>-@</c>.</summary>
    public bool Symbols { get; init; }

    /// <summary>
    /// Whether references are listed in <c>/__fixups__</c> and <c>/__local_fixups__</c> also where the source is not a plugin: <c>-L</c>.
    /// </summary>
    public bool Fixups { get; init; }

    /// <summary>Whether labels are written to <c>/aliases</c>: <c>-A</c>.</summary>
    public bool Aliases { get; init; }

    /// <summary>Whether properties and nodes are sorted by name: <c>-s</c>.</summary>
    public bool Sorts { get; init; }

    /// <summary>Whether cells keep the names of macros that the source writes them with.</summary>
    public bool KeepsMacroNames { get; init; }

    /// <summary>The tree that a plugin will be laid over, which says how many cells addresses have on its buses; null where it is not
    /// known.</summary>
    public DeviceTree? Base { get; init; }

    /// <summary>Whether there is to be a tree in spite of errors of the checks: <c>-f</c>.</summary>
    public bool Force { get; init; }

    /// <summary>The properties that a phandle is written to: <c>-H</c>.</summary>
    public PhandleProperties PhandleProperties { get; init; } = PhandleProperties.Epapr;

    /// <summary>The number of the processor that boots; null for what the source says: <c>-b</c>.</summary>
    public uint? BootProcessor { get; init; }

    /// <summary>
    /// Which checks are on: <c>NAME</c> or <c>no-NAME</c>, and whether an error is meant, in their order: <c>-W</c> and <c>-E</c>.
    /// </summary>
    public IReadOnlyList<(string Option, bool AsError)> Checks { get; init; } = [];
}
