namespace Bsp.DeviceTrees;

/// <summary>A cell that stands for a node.</summary>
/// <param name="Node">The node; null for one of another tree, or one that is not there.</param>
/// <param name="Text">What people call it: <c>&amp;label</c>, or <c>&amp;{/path}</c> where it has no label.</param>
public sealed record NodeReference(TreeNode? Node, string Text);
