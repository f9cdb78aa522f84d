namespace Bsp.Testing;

/// <summary>How a program has ended.</summary>
/// <param name="Status">Its exit status.</param>
/// <param name="Output">What it wrote to its output.</param>
/// <param name="Errors">What it wrote to its errors.</param>
public sealed record ToolResult(int Status, string Output, string Errors)
{
    /// <summary>The lines of the output.</summary>
    public string[] Lines => Output.Split('\n', StringSplitOptions.RemoveEmptyEntries);
}
