using Bsp.Model;

namespace Bsp.Artifacts.Checks;

/// <summary>All rules that <see cref="BoardChecks"/> checks; the analyzer makes its descriptors from them.</summary>
public static class Rules
{
    /// <summary>Every rule, in the order of the ids.</summary>
    public static Seq<Rule> All { get; } = [];
}
