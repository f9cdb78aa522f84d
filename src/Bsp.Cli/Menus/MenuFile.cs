namespace Bsp.Cli.Menus;

/// <summary>A file, and what it had when it was read or written.</summary>
/// <param name="Name">The file.</param>
/// <param name="Exists">Whether there was one.</param>
/// <param name="Values">The values of its lines.</param>
/// <param name="AsRead">The values that reading them gave.</param>
internal sealed record MenuFile(string Name, bool Exists, MenuValues Values, MenuValues AsRead);
