namespace Bsp.Cli.Tests;

/// <summary>How a run of the command has ended.</summary>
/// <param name="Status">The exit status.</param>
/// <param name="Out">Standard output.</param>
/// <param name="Error">Standard error.</param>
internal sealed record Result(int Status, string Out, string Error);
