using System.Text.RegularExpressions;
using Bsp.Artifacts.Infix;
using Bsp.Model;

namespace Bsp.Artifacts.Checks.Boot;

/// <summary>
/// BSP5018: U-Boot finds a board's syslinux file by its variable <c>board</c> alone (Infix, board/common/uboot/scripts/ixbootslot.sh).
/// </summary>
internal sealed class SyslinuxNames : InfixCheck
{
    private static readonly Regex Setting = new(
        @"\b(?:setenv|env set)\s+board[ \t]+[""']?(?<value>[^\s;""']+)", RegexOptions.CultureInvariant);

    protected override IEnumerable<Finding> Check(Board board, InfixBoard infix, InfixDistribution distribution)
    {
        var values = InfixEnvironment.All(board, infix).SelectMany(Values).Distinct(StringComparer.Ordinal).ToList();
        foreach (var (name, subject) in Named(infix))
        {
            if (!values.Exists(value => CanBe(value, name)))
            {
                yield return new(
                    Rules.UnreachableSyslinux, subject,
                    $"'{name}{InfixPaths.SyslinuxEnding}' is for U-Boots whose variable 'board' is '{name}', "
                    + $"but on board '{board.Id}' "
                    + $"{(values.Count == 0 ? "nothing sets it" : $"it is {string.Join(", ", values.Select(value => $"'{value}'"))}")}, "
                    + "and U-Boot would take the architecture's syslinux.conf; set it in an Environment, or correct one of the names");
            }
        }
    }

    // One that is kept by hand is found the same way.
    private static IEnumerable<(string Name, object Subject)> Named(InfixBoard infix) =>
        infix.SyslinuxEntries.Select(entry => (entry.Board, (object)entry)).Concat(
            from file in infix.Files
            let path = file.Path.Value
            where path.StartsWith(InfixPaths.SyslinuxFolder, StringComparison.Ordinal)
                && path.EndsWith(InfixPaths.SyslinuxEnding, StringComparison.Ordinal)
            select (path.Substring(
                InfixPaths.SyslinuxFolder.Length, path.Length - InfixPaths.SyslinuxFolder.Length - InfixPaths.SyslinuxEnding.Length),
                (object)file));

    private static IEnumerable<string> Values(UBootVariable variable) =>
        Setting.Matches(variable.Value)
            .Cast<Match>()
            .Select(match => match.Groups["value"].Value)
            .Concat(variable.Name == "board" ? [variable.Value] : []);

    // What another variable adds to a value only U-Boot knows.
    private static bool CanBe(string value, string name) => value.IndexOf('$') is var known and >= 0
        ? name.StartsWith(value.Substring(0, known), StringComparison.Ordinal)
        : name == value;
}
