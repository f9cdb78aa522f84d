namespace Nuke.Common;

/// <summary>A target: a function that fills in its own definition.</summary>
public delegate ITargetDefinition Target(ITargetDefinition definition);
