using System.CommandLine;
using System.Globalization;
using Bsp.Cli.Menus;
using Bsp.Cli.SourceTrees;
using Bsp.Cli.Terminals;

namespace Bsp.Cli.Commands;

/// <summary><c>bsp kconfig menuconfig</c>.</summary>
internal static class MenuConfigCommand
{
    /// <summary>The command.</summary>
    public static Command Create(CliHost host)
    {
        var (tree, config) = (new TreeOptions(), new ConfigOptions(host));
        var noMouse = new Option<bool>("--no-mouse") { Description = "Leave the mouse to the terminal, which selects text with it" };
        var command = new ExampleCommand(
            "menuconfig", "Shows a configuration as menus in the terminal, to be read, searched and changed",
            "bsp kconfig menuconfig --tree linux --arch arm64 --config build/.config")
        {
            noMouse,
        };
        tree.AddTo(command);
        config.AddInputTo(command);
        command.SetAction(result =>
        {
            Terminal.Require(host);
            Screen.Require(TerminalDevice.Size);
            // What is said while menus are shown would break into them.
            using var messages = new StringWriter();
            try
            {
                var workspace = Load(host with { Error = messages }, tree.ValuesOf(result), host.Error);
                var files = new MenuFiles(host, workspace, messages);
                var name = config.Input(result);
                var (file, configuration) = Path.Exists(host.Absolute(name)) ? files.Load(name) : files.New(name);
                var said = files.TakeMessages();
                host.Error.Write(said);
                host.Error.Flush();
                string end;
                using (var terminal = new Terminal(host, hasMouse: !result.GetValue(noMouse)))
                    end = new MenuEditor(terminal, files, new(file, configuration), workspace.Helps).Run(Notice(said, file));
                host.Out.Write($"{end}\n");
                return ExitStatus.Success;
            }
            finally
            {
                host.Error.Write(messages);
            }
        });
        return command;
    }

    private static Workspace Load(CliHost host, SourceTreeRequest request, TextWriter terminal)
    {
        using var progress = new ReadingProgress(terminal);
        return Workspace.Load(host, request with { Progress = progress });
    }

    private static string Notice(string said, MenuFile file) => said.Trim().Split('\n').Length switch
    {
        1 when said.Length > 0 => "1 warning: it is on the screen that comes back when you leave",
        > 1 and var lines => string.Create(
            CultureInfo.InvariantCulture, $"{lines} lines of warnings: they are on the screen that comes back when you leave"),
        _ when file.Exists => "",
        _ => $"There is no '{file.Name}' yet: these are the defaults",
    };
}
