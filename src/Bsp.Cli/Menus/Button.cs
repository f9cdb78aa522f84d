namespace Bsp.Cli.Menus;

/// <summary>A button below a text.</summary>
/// <param name="Label">What is on it.</param>
/// <param name="Keys">The letters that press it.</param>
internal sealed record Button(string Label, string Keys);
