using System.Reflection;
using System.Runtime.CompilerServices;
using Microsoft.CodeAnalysis;

namespace Bsp.Generators.Evaluation;

/// <summary>Compares the Bsp.Model that the generator runs with the one that the boards are compiled against.</summary>
/// <remarks>
/// The two are built for different frameworks, so their module ids differ always; both carry a hash of the sources that they
/// were built from.
/// </remarks>
internal static class ModelIdentity
{
    private const string Key = "Bsp.Model.Sources";

    private static readonly ConditionalWeakTable<Compilation, StrongBox<string?>> s_mismatches = new();

    private static readonly string? s_own = ModelTypes.Assembly.GetCustomAttributes<AssemblyMetadataAttribute>()
        .FirstOrDefault(attribute => attribute.Key == Key)?.Value;

    /// <summary>What differs and what to do; null where both are the same.</summary>
    public static string? Mismatch(Compilation compilation) =>
        s_mismatches.GetValue(compilation, static c => new(Compare(c))).Value;

    private static string? Compare(Compilation compilation)
    {
        var other = compilation.SourceModule.ReferencedAssemblySymbols.FirstOrDefault(assembly => assembly.Name == ModelTypes.AssemblyName);
        if (other is null)
            return null;
        var theirs = other.GetAttributes()
            .Where(attribute => attribute.AttributeClass?.Name == nameof(AssemblyMetadataAttribute)
                && attribute.ConstructorArguments is [{ Value: Key }, { Value: string }])
            .Select(attribute => (string)attribute.ConstructorArguments[1].Value!)
            .FirstOrDefault();
        return s_own is not null && theirs == s_own
            ? null
            : $"the generator was built with Bsp.Model {Abbreviate(s_own)}, "
                + $"these boards refer to {Abbreviate(theirs)}: build both from one tree, "
                + "and restart the compiler server (dotnet build-server shutdown) or the editor when it keeps an old one";
    }

    private static string Abbreviate(string? hash) => hash is { Length: >= 12 } ? hash.Substring(0, 12) : "of an unknown version";
}
