namespace Bsp.Cli.Menus;

/// <summary>Saves and loads, and shows what has changed.</summary>
internal sealed partial class MenuEditor
{
    private static readonly Button[] LeaveButtons =
        [new("Yes, save", "y"), new("Save as", "a"), new("No, discard", "n"), new("Cancel", "c")];

    private static readonly Button[] ChangesButtons = [new("Back", "b"), new("Save", "s"), new("Undo", "u"), new("Redo", "r")];

    /// <summary>Shows what has changed, and asks whether it is saved.</summary>
    /// <returns>How it ended; null when the user stays.</returns>
    private string? Leave()
    {
        if (_files.Has(_session.File.Name, Values))
            return $"'{_session.File.Name}' has this configuration.";
        while (true)
        {
            var question = $"Save the configuration to '{_session.File.Name}'?";
            var pressed = Changes(question, "y saves, a saves to another file, n discards, Esc goes on.", LeaveButtons).Show();
            switch (pressed)
            {
                case 0 when Save(_session.File.Name) is { } said:
                    return said;
                case 1 when AskName() is { } name && Save(name) is { } said:
                    return said;
                case 2:
                    return "Your configuration changes were NOT saved.";
                case < 0 or 3:
                    return null;
            }
        }
    }

    private void ShowChanges()
    {
        while (true)
        {
            switch (Changes("", "s saves, u takes the last change back, r does it again, Esc goes back.", ChangesButtons).Show())
            {
                case 1:
                    AskAndSave();
                    break;
                case 2:
                    Undo();
                    break;
                case 3:
                    Redo();
                    break;
                default:
                    return;
            }
        }
    }

    private ChangesPage Changes(string question, string hint, params IReadOnlyList<Button> buttons) => new(_screen, _session, buttons)
    {
        Question = question,
        Hint = hint,
        Explain = node => _why.Show(node),
    };

    private void AskAndSave()
    {
        if (AskName() is { } name && Save(name) is { } said)
            _screen.Notice = said;
    }

    private string? AskName() => _dialogs.Ask("Save the configuration to", "The name of a file.", _session.File.Name);

    private void AskAndLoad()
    {
        if (_dialogs.Ask(
            "Load a configuration from", "The name of a file. U takes it back.", _session.File.Name) is { } name)
            Load(name);
    }

    private string? Save(string name)
    {
        try
        {
            var (file, said) = _files.Save(Values, name);
            _session.Saved(file);
            return said;
        }
        catch (CliException e)
        {
            _dialogs.Read("The configuration was NOT saved", $"{e.Message}\n\nNothing is lost: it can be saved to another file.");
            return null;
        }
    }

    private void Load(string name)
    {
        try
        {
            var (file, configuration) = _files.Load(name);
            _session.Load(file, configuration);
            if (_files.TakeMessages() is { Length: > 0 } messages)
                _dialogs.Read($"'{name}' is loaded, but", messages);
        }
        catch (CliException e)
        {
            _files.TakeMessages();
            _dialogs.Read("Nothing was loaded", e.Message);
        }
    }
}
