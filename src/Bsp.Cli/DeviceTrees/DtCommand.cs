using System.CommandLine;

namespace Bsp.Cli.DeviceTrees;

/// <summary><c>bsp dt</c>.</summary>
internal static class DtCommand
{
    /// <summary>The command's name.</summary>
    public const string Name = "dt";

    /// <summary>What it does.</summary>
    public const string About =
        "Compiles, shows, searches, checks and compares device trees and applies overlays, sources as well as blobs";

    /// <summary>The command with all that it has.</summary>
    public static Command Create(CliHost host) => new(Name, About)
    {
        CompileCommand.Create(host),
        ShowCommand.Create(host),
        FindCommand.Create(host),
        RefsCommand.Create(host),
        TreeCommand.Create(host),
        MapCommand.Create(host),
        CheckCommand.Create(host),
        ValidateCommand.Create(host),
        DiffCommand.Create(host),
        OverlayCommand.Create(host),
        BindingsCommand.Create(host),
        SnapshotCommand.Create(host),
    };
}
