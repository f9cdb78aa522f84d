using Bsp.Review.Changes;
using Bsp.Review.Revisions;

namespace Bsp.Review.Files;

/// <summary>Commands of the bootloader that a board's guide tells people to type.</summary>
internal static class ReadmeCommands
{
    private const string Command = "CONFIG_CMD_";
    private const string Guide = ".md";

    /// <summary>
    /// The change, marked where it takes a command away that the guide needs: of <c>CMD_MMC_PARTCONF</c> that is <c>mmc partconf</c>.
    /// </summary>
    public static Change Judge(Change change, BoardArtifacts board)
    {
        if (change.Rule != ChangeRules.UBootRequest || change.Before != "y" || change.After == "y"
            || !change.Subject.StartsWith(Command, StringComparison.Ordinal))
            return change;
        var command = change.Subject[Command.Length..].Split(' ')[0].ToLowerInvariant().Replace('_', ' ');
        return board.Files.Any(file => file.Key.EndsWith(Guide, StringComparison.Ordinal) && IsTyped(command, file.Value))
            ? change with { Attention = Attention.Error, Meaning = $"the board's guide says to type '{command}'" }
            : change;
    }

    // A line of its own, with or without what follows the command.
    private static bool IsTyped(string command, string guide) => guide.Split('\n').Select(line => line.Trim())
        .Any(line => line == command || line.StartsWith(command + " ", StringComparison.Ordinal));
}
