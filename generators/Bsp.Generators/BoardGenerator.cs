using Bsp.Artifacts;
using Bsp.Generators.Evaluation;
using Bsp.Generators.Rendering;
using Bsp.Model;
using Microsoft.CodeAnalysis;

namespace Bsp.Generators;

/// <summary>Evaluates boards and distributions while they compile, and emits the artifacts of each pair and a registry of all.</summary>
[Generator(LanguageNames.CSharp)]
public sealed class BoardGenerator : IIncrementalGenerator
{
    private readonly EvaluationCache _cache;
    private readonly Func<Board, Distribution, Seq<GeneratedFile>> _plan;

    /// <summary>The compiler makes it.</summary>
    public BoardGenerator()
        : this(EvaluationCache.Shared, ArtifactPlanner.Plan)
    {
    }

    internal BoardGenerator(EvaluationCache cache, Func<Board, Distribution, Seq<GeneratedFile>> plan) => (_cache, _plan) = (cache, plan);

    /// <inheritdoc/>
    public void Initialize(IncrementalGeneratorInitializationContext context)
    {
        // The registry's public face never changes, so editors have it at once.
        context.RegisterPostInitializationOutput(
            static output => output.AddSource(RegistrySource.DeclarationHint, RegistrySource.Declaration()));

        // Values, without positions: a comment typed in a board gives an equal value, and everything below stands.
        var boards = context.SyntaxProvider
            .ForAttributeWithMetadataName(
                AttributedMember.BoardAttribute, static (_, _) => true,
                (match, cancel) => EvaluatedMember<Board>.Evaluate(match, nameof(Board), _cache, cancel))
            .WithTrackingName(StepNames.Boards);
        var distributions = context.SyntaxProvider
            .ForAttributeWithMetadataName(
                AttributedMember.DistributionAttribute, static (_, _) => true,
                (match, cancel) => EvaluatedMember<Distribution>.Evaluate(match, nameof(Distribution), _cache, cancel))
            .WithTrackingName(StepNames.Distributions)
            .Collect()
            .Select(static (all, _) => Seq<EvaluatedMember<Distribution>>.Of(all));

        // Every board with every distribution; what could not be evaluated stays in, for the registry to say so.
        var pairs = boards.Combine(distributions)
            .SelectMany(static (both, _) => BoardDistributionPair.Of(both.Left, both.Right))
            .WithTrackingName(StepNames.Pairs);

        // The artifacts of each pair, as a source file of its own.
        var rendered = pairs
            .Select((pair, cancel) => RenderedPair.From(pair, _plan, cancel))
            .WithTrackingName(StepNames.Render);
        context.RegisterImplementationSourceOutput(rendered, static (output, pair) => ArtifactSource.Add(output, pair));

        // The list of all pairs, from their names alone.
        var registry = rendered
            .Select(static (pair, _) => pair.ToEntry())
            .Collect()
            .Select(static (all, _) => Seq<RegistryEntry>.Of(all.OrderBy(static entry => entry.Order, StringComparer.Ordinal)))
            .WithTrackingName(StepNames.Registry);
        context.RegisterImplementationSourceOutput(
            registry, static (output, entries) => output.AddSource(RegistrySource.Hint, RegistrySource.List(entries)));

        // Locations change at every keystroke, so they meet the values only here, where something is to be reported.
        var locations = context.SyntaxProvider
            .ForAttributeWithMetadataName(
                AttributedMember.BoardAttribute, static (_, _) => true, static (match, _) => MemberLocation.Of(match))
            .WithTrackingName(StepNames.Locations)
            .Collect();
        var failures = rendered.Where(static pair => pair.Failure is not null).Collect().Combine(locations);
        context.RegisterImplementationSourceOutput(failures, static (output, both) => MemberLocation.Report(output, both.Left, both.Right));
    }
}
