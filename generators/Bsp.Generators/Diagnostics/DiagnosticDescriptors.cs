using System.Collections.Immutable;
using Bsp.Artifacts.Checks;
using Microsoft.CodeAnalysis;

namespace Bsp.Generators.Diagnostics;

/// <summary>Every diagnostic of the evaluator; those of the checks come from their own list of rules. Ids are never reused.</summary>
internal static class DiagnosticDescriptors
{
    private const string Evaluation = "Evaluation";

    // The checks state their ids, titles and severities themselves, for the command line needs them without a compiler.
    private static readonly ImmutableDictionary<string, DiagnosticDescriptor> s_rules =
        Rules.All.ToImmutableDictionary(rule => rule.Id, Derive);

    public static readonly DiagnosticDescriptor NotEvaluable = new(
        "BSP0001", "Expression cannot be evaluated while compiling", "{0}", Evaluation,
        DiagnosticSeverity.Error, isEnabledByDefault: true, helpLinkUri: "docs/diagnostics/BSP0001.md");

    public static readonly DiagnosticDescriptor ForeignCode = new(
        "BSP0002", "Code of another assembly cannot be evaluated", "{0}", Evaluation,
        DiagnosticSeverity.Error, isEnabledByDefault: true, helpLinkUri: "docs/diagnostics/BSP0002.md");

    public static readonly DiagnosticDescriptor OwnType = new(
        "BSP0003", "Values of a type of your own cannot be evaluated", "{0}", Evaluation,
        DiagnosticSeverity.Error, isEnabledByDefault: true, helpLinkUri: "docs/diagnostics/BSP0003.md");

    public static readonly DiagnosticDescriptor Cycle = new(
        "BSP0004", "Value depends on itself", "{0}", Evaluation,
        DiagnosticSeverity.Error, isEnabledByDefault: true, helpLinkUri: "docs/diagnostics/BSP0004.md");

    public static readonly DiagnosticDescriptor TooMuchWork = new(
        "BSP0005", "Value is too much to evaluate", "{0}", Evaluation,
        DiagnosticSeverity.Error, isEnabledByDefault: true, helpLinkUri: "docs/diagnostics/BSP0005.md");

    public static readonly DiagnosticDescriptor TooDeep = new(
        "BSP0006", "Code is nested too deep to evaluate", "{0}", Evaluation,
        DiagnosticSeverity.Error, isEnabledByDefault: true, helpLinkUri: "docs/diagnostics/BSP0006.md");

    public static readonly DiagnosticDescriptor OtherModel = new(
        "BSP0007", "Generator and boards use different versions of Bsp.Model", "{0}", Evaluation,
        DiagnosticSeverity.Error, isEnabledByDefault: true, helpLinkUri: "docs/diagnostics/BSP0007.md");

    public static readonly DiagnosticDescriptor WrongMember = new(
        "BSP0008", "Attribute on a member that cannot hold a board or distribution", "{0}", Evaluation,
        DiagnosticSeverity.Error, isEnabledByDefault: true, helpLinkUri: "docs/diagnostics/BSP0008.md");

    public static readonly DiagnosticDescriptor Hidden = new(
        "BSP0009", "Registry cannot reach the board or distribution", "{0}", Evaluation,
        DiagnosticSeverity.Error, isEnabledByDefault: true, helpLinkUri: "docs/diagnostics/BSP0009.md");

    public static readonly DiagnosticDescriptor Failure = new(
        "BSP0010", "Generator failed", "{0}", Evaluation,
        DiagnosticSeverity.Error, isEnabledByDefault: true, helpLinkUri: "docs/diagnostics/BSP0010.md");

    public static readonly DiagnosticDescriptor NoDistribution = new(
        "BSP0011", "Boards without a distribution", "{0}", Evaluation,
        DiagnosticSeverity.Warning, isEnabledByDefault: true, helpLinkUri: "docs/diagnostics/BSP0011.md");

    /// <summary>All descriptors, in the order of the ids.</summary>
    public static readonly ImmutableArray<DiagnosticDescriptor> All =
    [
        .. new[]
        {
            NotEvaluable, ForeignCode, OwnType, Cycle, TooMuchWork, TooDeep, OtherModel, WrongMember, Hidden, Failure, NoDistribution,
        }
        .Concat(s_rules.Values)
        .OrderBy(descriptor => descriptor.Id, StringComparer.Ordinal),
    ];

    /// <summary>What the model refuses, and what would have to be null.</summary>
    public static DiagnosticDescriptor InvalidValue => Of(Rules.InvalidValue);

    /// <summary>The descriptor of a rule of the checks.</summary>
    public static DiagnosticDescriptor Of(Rule rule) => s_rules[rule.Id];

    private static DiagnosticDescriptor Derive(Rule rule) => new(
        rule.Id, rule.Title, "{0}", Category(rule.Id),
        rule.Severity switch { Severity.Error =>
            DiagnosticSeverity.Error, Severity.Warning => DiagnosticSeverity.Warning, _ => DiagnosticSeverity.Info },
        isEnabledByDefault: true, helpLinkUri: "docs/diagnostics/" + rule.Id + ".md");

    private static string Category(string id) => id[3] switch
    {
        '1' => "Model",
        '2' => "Disk",
        '3' => "Kconfig",
        '4' => "DeviceTree",
        '5' => "Boot",
        _ => "Environment",
    };
}
