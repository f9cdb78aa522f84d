using Bsp.Shared;

namespace Bsp.DeviceTrees;

/// <summary>Nodes whose names are near to a misspelt one.</summary>
public static class NearestNodes
{
    // Two letters that are swapped, or a digit of a unit address and one more: other paths have that in common as well.
    private const int MostEdits = 2;

    /// <summary>
    /// The end of a message about a misspelt path, label or alias: a question for the nearest; empty where nothing is near.
    /// </summary>
    /// <param name="root">The root of the tree.</param>
    /// <param name="name">What no node is called.</param>
    public static string Question(TreeNode root, string name)
    {
        var nodes = root.SelfAndDescendants().ToList();
        if (name is ['/', ..])
            return NearestNames.Question(name, nodes.Select(node => node.Path), MostEdits);
        var lists = root.Children.Where(node => node.Name is "aliases" or "__symbols__");
        return NearestNames.Question(
            name,
            nodes.SelectMany(node => node.Labels).Where(label => !label.IsDeleted).Select(label => label.Name)
                .Concat(lists.SelectMany(node => node.Properties).Select(property => property.Name))
                .Distinct());
    }
}
