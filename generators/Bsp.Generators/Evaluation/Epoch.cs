using System.Collections.Immutable;
using System.Runtime.CompilerServices;
using Microsoft.CodeAnalysis;

namespace Bsp.Generators.Evaluation;

/// <summary>What names mean throughout a compilation: the declarations in all files, the references and the options.</summary>
/// <remarks>
/// An evaluation that is kept stands while its own trees and the epoch stand. Without the epoch, a new overload or a changed
/// global using in a file that it never read could give its names another meaning.
/// </remarks>
internal sealed class Epoch : IEquatable<Epoch>
{
    private static readonly ConditionalWeakTable<Compilation, Epoch> s_epochs = new();

    private readonly ulong _declarations;
    private readonly ImmutableArray<MetadataReference> _references;
    private readonly CompilationOptions _options;

    private Epoch(Compilation compilation)
    {
        var hash = new Fnv();
        foreach (var tree in compilation.SyntaxTrees.Where(tree => !GeneratedTrees.IsOurs(tree)))
            hash.Add(DeclarationShape.Of(tree));
        _declarations = hash.Value;
        _references = [.. compilation.References];
        _options = compilation.Options;
    }

    public static Epoch Of(Compilation compilation) => s_epochs.GetValue(compilation, static c => new(c));

    public bool Equals(Epoch? other) =>
        ReferenceEquals(this, other)
        || (other is not null
            && _declarations == other._declarations
            && _references.Length == other._references.Length
            && _references.Zip(other._references, ReferenceEquals).All(same => same)
            && _options.Equals(other._options));

    public override bool Equals(object? obj) => Equals(obj as Epoch);

    public override int GetHashCode() => _declarations.GetHashCode();
}
