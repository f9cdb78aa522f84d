using Bsp.Kconfig;

namespace Bsp.Cli.Menus;

/// <summary>A configuration that is edited: each step can be taken back, and what differs from the file is known.</summary>
internal sealed class MenuSession
{
    private readonly Configuration _start;
    private readonly List<MenuStep> _steps = [];
    private int _done;
    // The number of steps that were done when the file was read or written.
    private int _saved;
    // What the user gave before that and took back later, and cannot do again.
    private readonly HashSet<Symbol> _takenBack = [];

    /// <summary>A session.</summary>
    /// <param name="file">Where the configuration comes from.</param>
    /// <param name="configuration">The configuration.</param>
    public MenuSession(MenuFile file, Configuration configuration)
    {
        (File, Configuration, _start) = (file, configuration, configuration.Copy());
        Values = MenuValues.Of(configuration);
    }

    /// <summary>The file.</summary>
    public MenuFile File { get; private set; }

    /// <summary>The configuration as it is now.</summary>
    public Configuration Configuration { get; private set; }

    /// <summary>Its values.</summary>
    public MenuValues Values { get; private set; }

    /// <summary>The symbols.</summary>
    public KconfigTree Tree => Configuration.Tree;

    /// <summary>Whether there is a step to take back.</summary>
    public bool CanUndo => _done > 0;

    /// <summary>Whether there is a step that was taken back.</summary>
    public bool CanRedo => _done < _steps.Count;

    /// <summary>The symbols that the user has given values since the session began.</summary>
    public IReadOnlySet<Symbol> Given => _steps.Take(_done).SelectMany(step => step.Symbols).ToHashSet();

    /// <summary>What the user did last; null for nothing.</summary>
    public MenuStep? LastStep => _done > 0 ? _steps[_done - 1] : null;

    /// <summary>
    /// What differs from the file: what the user gave first, then what follows, then what reading changed; each with prompts first.
    /// </summary>
    public IReadOnlyList<MenuChange> Changes
    {
        get
        {
            var given = _steps.Skip(Math.Min(_saved, _done)).Take(Math.Abs(_done - _saved)).SelectMany(step => step.Symbols)
                .Concat(_takenBack).ToHashSet();
            return
            [
                .. File.Values.ChangesTo(Values)
                    .Select(change => new MenuChange(change.Change, change.Symbol, Reason(change.Symbol)))
                    .OrderBy(change => change.Reason).ThenByDescending(change => change.Symbol!.HasPrompt),
                .. File.Values.Gone.Select(line => new MenuChange(line, null, ChangeReason.Read)),
            ];

            ChangeReason Reason(Symbol symbol) => given.Contains(symbol) ? ChangeReason.Given
                : File.AsRead.Value(symbol) == Values.Value(symbol) ? ChangeReason.Read
                : ChangeReason.Follows;
        }
    }

    /// <summary>Gives a symbol a value.</summary>
    /// <returns>False when it cannot be; nothing has changed then.</returns>
    public bool Set(Symbol symbol, Tristate value) => Do(symbol, value.Text(), configuration => configuration.Set(symbol, value));

    /// <summary>Gives a number or text a value.</summary>
    /// <returns>False when it cannot be; nothing has changed then.</returns>
    public bool Set(Symbol symbol, string value) => Do(symbol, value, configuration => configuration.Set(symbol, value));

    /// <summary>Gives symbols values, as lines of a file do.</summary>
    public void Assign(string name, IReadOnlyList<Assignment> lines) =>
        Do(new(name, [.. lines.Select(line => line.Symbol)], configuration => Assigned(configuration, lines)));

    /// <summary>A configuration to which lines are added.</summary>
    public static Configuration Assigned(Configuration configuration, IReadOnlyList<Assignment> lines)
    {
        foreach (var line in lines)
            configuration.Assign(line.Symbol, line.Value);
        return configuration;
    }

    /// <summary>Takes another file's configuration.</summary>
    public void Load(MenuFile file, Configuration configuration)
    {
        // What is changed later must not change what is loaded again.
        var loaded = configuration.Copy();
        Do(new($"loading '{file.Name}'", [], _ => loaded.Copy()) { Files = (File, file), SavedBefore = _saved });
        Saved(file);
    }

    /// <summary>Remembers that the configuration is in a file now.</summary>
    public void Saved(MenuFile file)
    {
        (File, _saved) = (file, _done);
        _takenBack.Clear();
    }

    /// <summary>Takes the last step back.</summary>
    /// <returns>The step; null when there is none.</returns>
    public MenuStep? Undo()
    {
        if (!CanUndo)
            return null;
        var step = _steps[--_done];
        var configuration = _start.Copy();
        foreach (var earlier in _steps.Take(_done))
            configuration = earlier.Apply(configuration);
        Take(configuration);
        if (step.Files is { } files)
            (File, _saved) = (files.Before, step.SavedBefore);
        return step;
    }

    /// <summary>Does again what was taken back last.</summary>
    /// <returns>The step; null when there is none.</returns>
    public MenuStep? Redo()
    {
        if (!CanRedo)
            return null;
        var step = _steps[_done++];
        Take(step.Apply(Configuration));
        if (step.Files is { } files)
            Saved(files.After);
        return step;
    }

    private bool Do(Symbol symbol, string value, Func<Configuration, bool> set)
    {
        var trial = Configuration.Copy();
        if (!set(trial))
            return false;
        var before = Configuration.ValueOf(symbol);
        // A member that is on already, or a value that is the same: nothing was done.
        if (trial.ValueOf(symbol) == before && Configuration.UserValueOf(symbol) == trial.UserValueOf(symbol))
            return true;
        Do(new(
            $"{symbol} {before} -> {value}",
            [symbol, .. symbol.Choice is { } choice ? choice.ChoiceMembers.Where(member => member != symbol) : []],
            configuration =>
            {
                set(configuration);
                return configuration;
            }));
        return true;
    }

    private void Do(MenuStep step)
    {
        _takenBack.UnionWith(_steps.Take(_saved).Skip(_done).SelectMany(gone => gone.Symbols));
        _saved = Math.Min(_saved, _done);
        _steps.RemoveRange(_done, _steps.Count - _done);
        _steps.Add(step);
        _done++;
        Take(step.Apply(Configuration));
    }

    private void Take(Configuration configuration)
    {
        configuration.OnUnmetDependency = null;
        (Configuration, Values) = (configuration, MenuValues.Of(configuration));
    }
}
