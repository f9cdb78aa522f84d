using System.Text;

namespace Bsp.DeviceTrees.Bindings.Tests;

/// <summary>Small bindings, and trees that are checked against them.</summary>
internal static class Samples
{
    /// <summary>A binding for nodes with the compatible <c>vendor,device</c>.</summary>
    /// <param name="schema">What it says besides.</param>
    /// <param name="name">Its name.</param>
    public static string Binding(string schema, string name = "device") =>
        $"""
        $id: http://devicetree.org/schemas/{name}.yaml#
        $schema: http://devicetree.org/meta-schemas/core.yaml#
        {schema}
        """;

    /// <summary>Bindings by their texts, by the rules of dt-schema 2022.08.2.</summary>
    public static PreparedBindings Prepare(params string[] bindings) => Prepare(SchemaRules.V2022, bindings);

    /// <summary>Bindings by their texts.</summary>
    public static PreparedBindings Prepare(SchemaRules rules, params string[] bindings) =>
        BindingsPreparation.Prepare(rules, bindings.Select((text, i) => ($"{i}.yaml", text)));

    /// <summary>What is wrong with a tree; not that compatibles are documented nowhere.</summary>
    /// <param name="root">What is in the root.</param>
    /// <param name="bindings">The bindings.</param>
    public static IReadOnlyList<Finding> Findings(string root, params string[] bindings) => Findings(root, Prepare(bindings).Bindings);

    /// <summary>What is wrong with a tree; not that compatibles are documented nowhere.</summary>
    public static IReadOnlyList<Finding> Findings(string root, Bindings bindings) =>
        [.. new BindingValidator(bindings).Validate(Tree(root)).Where(finding => !finding.IsUndocumented)];

    /// <summary>A tree.</summary>
    /// <param name="root">What is in the root.</param>
    public static DeviceTree Tree(string root)
    {
        var compiled = DeviceTreeCompiler.Compile("board.dts", new(new OneFile($"/dts-v1/;\n/ {{\n{root}\n}};\n")));
        return compiled.Tree ?? throw new InvalidOperationException(string.Join('\n', compiled.Messages));
    }

    private sealed class OneFile(string text) : ISourceFiles
    {
        private readonly SourceFile _file = new("board.dts", Encoding.UTF8.GetBytes(text));

        public SourceFile? TryOpen(string path) => path == "board.dts" ? _file : null;
    }
}
