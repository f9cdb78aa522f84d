using Bsp.Kconfig.Conformance.Contract;

namespace Bsp.Kconfig.Conformance.Vectors;

/// <summary>One call of conf in the tests of a tree.</summary>
/// <param name="Test">The test's folder below <c>scripts/kconfig/tests</c>.</param>
/// <param name="Operation">What is called.</param>
/// <param name="Expectations">What the result has to be.</param>
internal sealed record Vector(string Test, KconfigOperation Operation, params Expectation[] Expectations)
{
    /// <summary>The file with the input; null for none, or for <see cref="InputText"/>.</summary>
    public string? Input { get; init; }

    /// <summary>The input itself.</summary>
    public string? InputText { get; init; }

    /// <summary>What is typed.</summary>
    public string Keys { get; init; } = "";

    /// <summary>Whether the call has to fail.</summary>
    public bool Fails { get; init; }

    /// <summary>Variables besides <c>srctree</c>.</summary>
    public IReadOnlyDictionary<string, string> Variables { get; init; } = new Dictionary<string, string>();

    /// <summary>Whether the tree's version of the test has this call: other versions have other files.</summary>
    public bool IsIn(string folder) =>
        (Input is null || File.Exists(Path.Combine(folder, Input)))
            && Expectations.All(expectation => File.Exists(Path.Combine(folder, expectation.File)));

    /// <summary>The name of the case.</summary>
    public string Name =>
        string.Join(' ', new[] { Input ?? (InputText is null ? null : "edited"), Expectations.FirstOrDefault()?.File }.OfType<string>());
}
