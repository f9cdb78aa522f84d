using Bsp.DeviceTrees.Bindings.Decoding;

namespace Bsp.DeviceTrees.Bindings.Validation;

/// <summary>A keyword that something does not meet.</summary>
/// <param name="Keyword">The keyword; <c>false</c> for the schema that nothing meets.</param>
/// <param name="Path">The names and numbers on the way from the node to what does not meet it.</param>
/// <param name="Instance">What does not meet it.</param>
/// <param name="Words">Says what is wrong with the instance; the words can be long, and are not always wanted.</param>
internal sealed record SchemaError(
    string Keyword, IReadOnlyList<string> Path, Instance Instance, Func<Instance, FindingWords, string> Words)
{
    /// <summary>What is wrong, in the words of Python's jsonschema.</summary>
    public string Message => Words(Instance, FindingWords.DtValidate);

    /// <summary>The same for people: numbers as sources have them, with the count that was expected.</summary>
    public string Text => Words(Instance, FindingWords.For(Path.LastOrDefault(part => !part.All(char.IsAsciiDigit)) ?? ""));

    /// <summary>The property of a node that should not be there, the first of them; null where it is not about one.</summary>
    public string? Extra { get; init; }

    /// <summary>Of alternatives none of which is met: what is wrong with each.</summary>
    public IReadOnlyList<SchemaError> Context { get; init; } = [];
}
