using System.CommandLine;

namespace Bsp.Cli.Commands;

/// <summary>A command with examples of its use.</summary>
/// <param name="name">The name.</param>
/// <param name="description">What it does, in one sentence.</param>
/// <param name="examples">Whole command lines.</param>
internal sealed class ExampleCommand(string name, string description, params string[] examples) : Command(name, description)
{
    /// <summary>Whole command lines.</summary>
    public IReadOnlyList<string> Examples { get; } = examples;
}
