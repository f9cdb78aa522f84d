using System.CommandLine;
using System.CommandLine.Help;
using System.CommandLine.Invocation;

namespace Bsp.Cli.Commands;

/// <summary>Help that ends with how the command is used.</summary>
/// <param name="help">The help without examples.</param>
internal sealed class HelpWithExamples(HelpAction help) : SynchronousCommandLineAction
{
    /// <inheritdoc/>
    public override int Invoke(ParseResult parseResult)
    {
        var status = help.Invoke(parseResult);
        if (parseResult.CommandResult.Command is not ExampleCommand { Examples: { Count: > 0 } examples })
            return status;
        var output = parseResult.InvocationConfiguration.Output;
        output.Write(examples.Count == 1 ? "Example:\n" : "Examples:\n");
        foreach (var example in examples)
            output.Write($"  {example}\n");
        output.Write('\n');
        return status;
    }
}
