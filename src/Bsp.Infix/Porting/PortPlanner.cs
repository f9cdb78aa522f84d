using Bsp.Build;
using Bsp.Infix.Porting.Regions;

namespace Bsp.Infix.Porting;

/// <summary>Compares what boards generate with what a checkout has and with what earlier ports left there.</summary>
internal sealed class PortPlanner
{
    private readonly Checkout _checkout;
    private readonly PortRecord _record;
    private readonly IReadOnlyDictionary<string, Contribution> _project;
    private readonly HashSet<string> _chosen;
    private readonly bool _force;
    private readonly PortManifest _next = PortManifest.Empty();
    private readonly SortedDictionary<string, PortChange> _changes = new(StringComparer.Ordinal);
    private readonly List<string> _notes = [];
    private readonly List<string> _obstacles = [];
    private readonly Lazy<SymbolOrder> _order;
    private int _regionCount;

    public PortPlanner(Checkout checkout, PortRequest request)
    {
        (_checkout, _force) = (checkout, request.Force);
        _project = Contribution.OfAll(request.Project, request.BoardFolders);
        _record = PortRecord.Of(checkout);
        _chosen = new(request.Boards, StringComparer.Ordinal);
        _order = new(() => SymbolOrder.Read(PlannedText));
        if (!_record.WasInterrupted)
            return;
        _notes.Add("the last port was interrupted; this one also completes its boards");
        _chosen.UnionWith(_record.Boards.Where(_project.ContainsKey));
    }

    /// <summary>The boards' own files: what is written, what is removed.</summary>
    public void PlanFiles()
    {
        foreach (var board in _chosen.Order(StringComparer.Ordinal).Select(x => _project[x]))
        {
            foreach (var (path, content) in board.Files.OrderBy(x => x.Key, StringComparer.Ordinal))
                PlanWrite(board.Board, path, content);
        }

        foreach (var path in _record.Files.Where(x => !_next.Files.ContainsKey(x)).Order(StringComparer.Ordinal))
        {
            var (owner, hash) = (_record.Find(path)!, _checkout.Hash(path));
            if (_project.ContainsKey(owner.Board) && !_chosen.Contains(owner.Board))
                _next.Files[path] = owner with { Sha256 = hash is not null && _record.WasLeft(path, hash) ? hash : owner.Sha256 };
            else if (hash is not null)
                PlanRemoval(owner.Board, path, hash);
        }

        foreach (var board in _chosen.Order(StringComparer.Ordinal).Where(x => !_record.Boards.Contains(x)))
            NoteKept(_project[board]);
    }

    /// <summary>The boards' lines in shared files.</summary>
    public void PlanLines()
    {
        var regions = _chosen.SelectMany(x => _project[x].Lines.Keys.Select(y => SharedFiles.Find(y, $"board '{x}'")))
            .Concat(_record.Regions.Select(x => SharedFiles.Find(x, $"'{PortManifest.FilePath}'")))
            .DistinctBy(x => x.Name, StringComparer.Ordinal);
        // The order of a defconfig follows from Config.in, which has the boards' lines by then.
        foreach (var region in regions.OrderBy(x => x.Region is DefconfigRegion).ThenBy(x => x.Name, StringComparer.Ordinal))
            PlanRegion(region);
    }

    /// <summary>Looks for what the boards' files name and is not there.</summary>
    public void CheckReferences()
    {
        var references = new References(_checkout, WillExist, _order);
        foreach (var board in _chosen.Order(StringComparer.Ordinal).Select(x => _project[x]))
        {
            foreach (var (path, content) in board.Files.Where(x => !x.Value.IsLink).OrderBy(x => x.Key, StringComparer.Ordinal))
            {
                foreach (var fault in references.Faults(board.Board, path, content.Text))
                    Obstacle(fault);
            }
        }
    }

    /// <summary>Port's own record.</summary>
    public void PlanRecord()
    {
        var after = _next.IsEmpty ? null : _next.ToText();
        foreach (var (path, text) in new[] { (PortManifest.FilePath, after), (PortManifest.PendingPath, null) })
        {
            if (_checkout.ReadText(path) is var before && before != text)
                _changes[path] = new(PortChangeKind.Record, path, before, text);
        }
    }

    /// <summary>Looks for changes that are not committed.</summary>
    public async Task CheckCommittedAsync(CancellationToken cancel)
    {
        if (await UncommittedFiles.FaultAsync(_checkout, _record, cancel).ConfigureAwait(false) is { } fault)
            Obstacle(fault);
    }

    /// <summary>The plan.</summary>
    public PortPlan Finish() => new(_checkout, _next)
    {
        Changes = [.. _changes.Values],
        Notes = _notes,
        Obstacles = _obstacles,
        Regions = _regionCount,
    };

    private void PlanWrite(string board, string path, PortContent content)
    {
        var (hash, wanted) = (_checkout.Hash(path), content.Hash);
        _next.Files[path] = new(board, wanted);
        if (hash == wanted)
            return;
        var change = new PortChange(PortChangeKind.Write, path, _checkout.ReadForDiff(path), content);
        _changes[path] = change;
        if (hash is null || _record.WasLeft(path, hash))
            return;
        if (!content.IsLink)
            _checkout.RefuseLink(path);
        if (_record.Find(path) is null)
            Obstacle($"'{path}' is there and no port has written it; board '{board}' would take it over{LostText.Of(change)}");
        else
            Obstacle($"'{path}' was edited since the last port; put the change into board '{board}':\n{change.Diff}");
    }

    private void PlanRemoval(string board, string path, string hash)
    {
        if (_record.WasLeft(path, hash) || _force)
        {
            _changes[path] = new(PortChangeKind.Remove, path, _checkout.ReadForDiff(path), after: null);
        }
        else
        {
            _notes.Add(
                $"kept '{path}', which board '{board}' no longer has: it was edited since the last port; remove it yourself");
        }
    }

    private void NoteKept(Contribution board)
    {
        var folders = board.Files.Keys.Where(x => x.EndsWith("/Config.in", StringComparison.Ordinal))
            .Select(x => Path.GetDirectoryName(x)!);
        foreach (var path in folders.SelectMany(_checkout.FilesBelow).Where(x => !board.Files.ContainsKey(x)))
            _notes.Add($"kept '{path}', which is not generated: Port removes only what it has written");
    }

    private void PlanRegion(SharedRegion region)
    {
        var known = _record.Lines(region.Name);
        var wanted = new BoardLines(_project.Keys.Select(x => KeyValuePair.Create(x, Lines(x))));
        if (!wanted.IsEmpty)
            _next.Lines[region.Name] = new(wanted.ByBoard.ToDictionary(StringComparer.Ordinal), StringComparer.Ordinal);
        var before = PlannedText(region.Path) ?? SharedFiles.WhenMissing(region.Path);
        if (before is null && wanted.IsEmpty)
            return;
        try
        {
            if (region.Region is DefconfigRegion)
                RequireOwnSymbols(wanted);
            var edit = region.Region.Edit(before ?? throw new BuildFailedException("the checkout has no such file"), wanted, known, _order);
            _notes.AddRange(edit.TakenOver.Select(x => $"takes over '{x}' of '{region.Path}'"));
            if (edit.Text == before)
                return;
            _regionCount++;
            _changes[region.Path] = new(PortChangeKind.Region, region.Path, _checkout.ReadText(region.Path), edit.Text);
            if (edit.EditedByHand)
            {
                Obstacle(
                    $"the boards' lines in '{region.Path}' were edited since the last port; "
                    + $"put the change into the boards:\n{_changes[region.Path].Diff}");
            }
        }
        catch (BuildFailedException exception)
        {
            throw new BuildFailedException($"'{region.Path}': {exception.Message}", exception);
        }

        IReadOnlyList<string> Lines(string board) =>
            (_chosen.Contains(board) ? _project[board].Lines.GetValueOrDefault(region.Name) : known[^1].ByBoard.GetValueOrDefault(board))
                ?? [];
    }

    // A feature that others need too must not go away with a board.
    private void RequireOwnSymbols(BoardLines wanted)
    {
        foreach (var (board, line) in wanted.ByBoard.SelectMany(x => x.Value.Select(y => (x.Key, y))))
        {
            if (ConfigLine.Symbol(line) is { } symbol && _order.Value.File(symbol) is { } file
                && _next.Files.GetValueOrDefault(file)?.Board != board)
            {
                throw new BuildFailedException(
                    $"board '{board}' has the line '{line}', but {symbol} belongs to '{file}'; "
                    + "'select' it in the board's Config.in instead");
            }
        }
    }

    // A file as it is when all that is planned so far is done.
    private string? PlannedText(string path)
    {
        if (_changes.TryGetValue(path, out var change))
            return change.After;
        return PortPath.IsSafe(path) ? _checkout.ReadText(path) : null;
    }

    private bool WillExist(string path)
    {
        if (_changes.TryGetValue(path, out var change))
            return change.After is not null;
        return _next.Files.Keys.Any(x => x == path || x.StartsWith(path + "/", StringComparison.Ordinal))
            || (PortPath.IsSafe(path) && Path.Exists(Path.Combine(_checkout.Folder, path)));
    }

    private void Obstacle(string what)
    {
        if (_force)
            _notes.Add("forced: " + what);
        else
            _obstacles.Add(what);
    }
}
