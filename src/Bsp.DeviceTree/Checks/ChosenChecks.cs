using System.Text;

namespace Bsp.DeviceTrees.Checks;

/// <summary>What firmware and the kernel tell each other: <c>/chosen</c> and <c>/aliases</c> (scripts/dtc/checks.c).</summary>
internal static class ChosenChecks
{
    private static readonly CharacterSet s_aliasCharacters = new("abcdefghijklmnopqrstuvwxyz0123456789-");

    /// <summary>The checks of <c>/chosen</c>, in dtc's order.</summary>
    public static IEnumerable<Check> OfChosen() =>
    [
        new Check("obsolete_chosen_interrupt_controller", InterruptController).Warns(),
        new Check("chosen_node_is_root", IsBelowRoot).Warns(),
        new Check("chosen_node_bootargs", Arguments).Warns(),
        new Check("chosen_node_stdout_path", Console).Warns(),
    ];

    /// <summary>The check of <c>/aliases</c>.</summary>
    public static Check OfAliases() => new Check("alias_paths", AliasPaths).Warns();

    private static void InterruptController(CheckRun run, Check check, TreeNode node)
    {
        if (node == run.Tree.Root && node.Child("chosen")?.Property("interrupt-controller") is { } property)
            run.Report(check, node, property, "/chosen has obsolete \"interrupt-controller\" property");
    }

    private static void IsBelowRoot(CheckRun run, Check check, TreeNode node)
    {
        if (node.Name == "chosen" && node.Parent != run.Tree.Root)
            run.Report(check, node, "chosen node must be at root node");
    }

    private static void Arguments(CheckRun run, Check check, TreeNode node)
    {
        if (node.Name == "chosen")
            ValueChecks.IsString(run, check, node, "bootargs");
    }

    private static void Console(CheckRun run, Check check, TreeNode node)
    {
        if (node.Name != "chosen")
            return;
        if (node.Property("stdout-path") is not null)
        {
            ValueChecks.IsString(run, check, node, "stdout-path");
        }
        else if (node.Property("linux,stdout-path") is { } old)
        {
            run.Report(check, node, old, "Use 'stdout-path' instead");
            ValueChecks.IsString(run, check, node, old.Name);
        }
    }

    private static void AliasPaths(CheckRun run, Check check, TreeNode node)
    {
        if (node.Name != "aliases")
            return;
        foreach (var property in node.Properties.Where(property => property.Name is not ("phandle" or "linux,phandle")))
        {
            // What printf makes of no value at all.
            var path = property.Value.Length == 0 ? "(null)" : Encoding.UTF8.GetString(property.Value.FirstText.ToArray());
            if (property.Value.Length == 0 || !IsNode(run.Tree, path))
                run.Report(check, node, property, $"aliases property is not a valid node ({path})");
            else if (s_aliasCharacters.FirstOther(property.Name) >= 0)
                run.Report(check, node, "aliases property name must include only lowercase and '-'");
        }
    }

    // The empty path names the root for dtc, / none, and one / at the end does no harm.
    private static bool IsNode(DeviceTree tree, string path) =>
        (path.Length == 0 || (path.Trim('/').Length > 0 && !path.EndsWith("//", StringComparison.Ordinal))) && tree.Find(path) is not null;
}
