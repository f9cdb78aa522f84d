namespace Bsp.DeviceTrees.Checks;

/// <summary>All checks, in the order of dtc, with what is on and off.</summary>
internal sealed class CheckSet
{
    // Kernels name them in their makefiles; dtc itself refuses names that it has not any more.
    private static readonly HashSet<string> s_retired = new(StringComparer.Ordinal) { "node_name_not_empty" };

    private readonly List<Check> _checks = Table();

    /// <summary>The checks.</summary>
    public IReadOnlyList<Check> All => _checks;

    /// <summary>
    /// Turns a check on or off, as the options <c>-W</c> and <c>-E</c> do: <c>NAME</c>, <c>no-NAME</c> or <c>no_NAME</c>.
    /// </summary>
    /// <returns>False when there is no check of the name.</returns>
    public bool TrySet(string option, bool asError)
    {
        var isOff = option.StartsWith("no-", StringComparison.Ordinal) || option.StartsWith("no_", StringComparison.Ordinal);
        var name = isOff ? option.Substring(3) : option;
        if (_checks.Find(check => check.Name == name) is not { } check)
            return s_retired.Contains(name);
        if (isOff)
            Disable(check, asError);
        else
            Enable(check, asError);
        return true;
    }

    private static List<Check> Table()
    {
        var structure = new StructureChecks();
        var values = new ValueChecks();
        var cells = new CellChecks(values);
        var buses = new BusChecks(values, cells);
        var specifiers = new SpecifierChecks(structure.PhandleReferences);
        return
        [
            .. structure.All,
            .. values.All,
            .. NameChecks.OfCharacters(),
            .. cells.Formats,
            .. NameChecks.OfUnitAddresses(structure, buses),
            .. buses.All,
            .. cells.Style,
            .. NameChecks.OfSameUnitAddresses(cells),
            .. ChosenChecks.OfChosen(),
            .. specifiers.All,
            .. InterruptChecks.Make(structure, cells, specifiers),
            ChosenChecks.OfAliases(),
            .. GraphChecks.Make(),
            new("always_fail", (run, check, node) => run.Report(check, node, "always_fail check")),
        ];
    }

    // What a check needs is raised with it.
    private static void Enable(Check check, bool asError)
    {
        if (asError ? !check.IsError : !check.IsWarning)
        {
            foreach (var need in check.Needs)
                Enable(need, asError);
        }

        (check.IsWarning, check.IsError) = (check.IsWarning || !asError, check.IsError || asError);
    }

    // What needs a check is lowered with it.
    private void Disable(Check check, bool asError)
    {
        if (asError ? check.IsError : check.IsWarning)
        {
            foreach (var other in _checks.Where(other => other.Needs.Contains(check)))
                Disable(other, asError);
        }

        (check.IsWarning, check.IsError) = (check.IsWarning && asError, check.IsError && !asError);
    }
}
