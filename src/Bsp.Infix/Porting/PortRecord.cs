namespace Bsp.Infix.Porting;

/// <summary>What earlier ports left in a checkout: the last that finished, and a later one that was killed, if there is one.</summary>
/// <remarks>Of a killed one some files are written and some are not, so what either records counts as ours.</remarks>
internal sealed class PortRecord
{
    private PortRecord(IReadOnlyList<PortManifest> manifests) => Manifests = manifests;

    /// <summary>The records: none, one, or two.</summary>
    public IReadOnlyList<PortManifest> Manifests { get; }

    /// <summary>Whether the last port did not come to its end.</summary>
    public required bool WasInterrupted { get; init; }

    /// <summary>Reads what a checkout has.</summary>
    public static PortRecord Of(Checkout checkout)
    {
        var read = new[] { PortManifest.FilePath, PortManifest.PendingPath }.Select(path => (Path: path, Text: checkout.ReadText(path)))
            .Where(x => x.Text is not null)
            .ToList();
        return new([.. read.Select(x => PortManifest.Parse(x.Text!, x.Path))])
        {
            WasInterrupted = read.Exists(x => x.Path == PortManifest.PendingPath),
        };
    }

    /// <summary>The boards of which there is something.</summary>
    public IEnumerable<string> Boards =>
        Manifests.SelectMany(x => x.Files.Values.Select(y => y.Board).Concat(x.Lines.Values.SelectMany(y => y.Keys))).Distinct();

    /// <summary>The files that are ours.</summary>
    public IEnumerable<string> Files => Manifests.SelectMany(x => x.Files.Keys).Distinct();

    /// <summary>The regions of shared files in which lines are ours, as <c>file#region</c>.</summary>
    public IEnumerable<string> Regions => Manifests.SelectMany(x => x.Lines.Keys).Distinct();

    /// <summary>A file's record, null when it is not ours.</summary>
    public PortedFile? Find(string path) => Manifests.Select(x => x.Files.GetValueOrDefault(path)).LastOrDefault(x => x is not null);

    /// <summary>Whether a port left the file with this content.</summary>
    public bool WasLeft(string path, string hash) => Manifests.Any(x => x.Files.GetValueOrDefault(path)?.Sha256 == hash);

    /// <summary>A region's lines by board, as each port left them, the last at the end; never empty.</summary>
    public IReadOnlyList<BoardLines> Lines(string region) => [BoardLines.None, .. Manifests.Select(x => x.LinesOf(region))];
}
