using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Bsp.Build.Tests;

/// <summary>
/// NukeApi.txt lists, as documentation ids, the members of Nuke.Common 10.1 (and of Serilog, which comes with it) that the
/// build may use; each was compared with Nuke's source. The fallback has these and no others.
/// </summary>
public sealed class NukeApiTests
{
    private static readonly HashSet<string> Allowed =
        [.. File.ReadAllLines(Path.Combine(AppContext.BaseDirectory, "NukeApi.txt")).Where(x => x.Length > 0 && x[0] != '#')];

    [Fact]
    public void The_build_uses_no_other_member_of_Nuke_than_the_listed_ones()
    {
        var compilation = BuildSource.Compilation();
        Assert.Empty(compilation.GetDiagnostics(TestContext.Current.CancellationToken).Where(x => x.Severity == DiagnosticSeverity.Error));
        var used = compilation.SyntaxTrees.SelectMany(tree =>
        {
            var model = compilation.GetSemanticModel(tree);
            return tree.GetRoot(TestContext.Current.CancellationToken).DescendantNodes()
                .Where(x => x is ExpressionSyntax or AttributeSyntax or ConstructorInitializerSyntax)
                .Select(x => model.GetSymbolInfo(x).Symbol)
                .OfType<ISymbol>()
                .Where(x => x is not INamespaceSymbol && x.ContainingAssembly?.Name == "Nuke.Fallback")
                .Select(x => x.OriginalDefinition.GetDocumentationCommentId()!);
        }).Distinct().ToList();
        Assert.Contains("M:Nuke.Common.ITargetDefinition.Description(System.String)", used);
        Assert.Empty(used.Except(Allowed).Order(StringComparer.Ordinal));
    }

    [Fact]
    public void The_fallback_has_the_listed_members_and_no_others()
    {
        var compilation = BuildSource.Compilation();
        var assembly = compilation.References
            .Select(compilation.GetAssemblyOrModuleSymbol)
            .OfType<IAssemblySymbol>()
            .Single(x => x.Name == "Nuke.Fallback");
        var members = Types(assembly.GlobalNamespace)
            .Where(x => x.DeclaredAccessibility == Accessibility.Public)
            .SelectMany(x => x.TypeKind == TypeKind.Delegate ? [x] : x.GetMembers().Where(IsVisible).Prepend(x))
            .Select(x => x.GetDocumentationCommentId()!);
        Assert.Equal(Allowed.Order(StringComparer.Ordinal), members.Distinct().Order(StringComparer.Ordinal));
    }

    [Fact]
    public void No_parameter_bears_the_name_of_a_target()
    {
        var build = BuildSource.Compilation().GetTypeByMetadataName("Build")!;
        var targets = BuildSource.Targets(build).ToList();
        var parameters = BuildSource.Parameters(build).ToList();
        Assert.NotEmpty(targets);
        Assert.NotEmpty(parameters);
        Assert.Empty(targets.Intersect(parameters, StringComparer.OrdinalIgnoreCase));
    }

    [Fact]
    public void Every_target_has_a_description()
    {
        var targets = BuildSource.Compilation().SyntaxTrees
            .SelectMany(x => x.GetRoot(TestContext.Current.CancellationToken).DescendantNodes().OfType<PropertyDeclarationSyntax>())
            .Where(x => x.Type.ToString() == "Target")
            .ToList();
        Assert.NotEmpty(targets);
        Assert.All(targets, x => Assert.Matches(@"\.Description\(\s*""", x.ToString()));
    }

    // A property stands for its accessors.
    private static bool IsVisible(ISymbol symbol) =>
        symbol.DeclaredAccessibility is Accessibility.Public or Accessibility.Protected or Accessibility.ProtectedOrInternal
        && symbol is not IMethodSymbol { MethodKind: MethodKind.Constructor, Parameters.Length: 0 }
        && symbol is not IMethodSymbol { MethodKind: MethodKind.PropertyGet or MethodKind.PropertySet }
        && symbol is not IMethodSymbol { IsOverride: true };

    private static IEnumerable<INamedTypeSymbol> Types(INamespaceSymbol space) =>
        space.GetTypeMembers().Concat(space.GetNamespaceMembers().SelectMany(Types));
}
