using Bsp.DeviceTrees;

namespace Bsp.Artifacts.Checks.DeviceTrees;

/// <summary>A tree that boards extend: their changes are checked against it (BSP4001 to BSP4004).</summary>
/// <param name="tree">The tree, without the boards' changes.</param>
public sealed class BaseTree(DeviceTree tree)
{
    /// <summary>What the edits of a board's tree refer to that does not exist.</summary>
    /// <param name="edited">The board's tree.</param>
    public IReadOnlyList<Finding> Check(Model.DeviceTree edited)
    {
        var editor = new TreeEditor(tree, edited.Path);
        foreach (var edit in edited.Edits)
            editor.Apply(edit);
        editor.CheckReferences();
        return editor.Findings;
    }
}
