using System.Reflection;
using Bsp.Build;
using Bsp.Model;

namespace Bsp.Infix.Importing;

/// <summary>What the project has described already: distributions, architectures and SoCs, each with the C# that names it.</summary>
internal sealed class KnownFamilies
{
    private readonly List<(string Name, object Value)> _values;

    private KnownFamilies(List<(string Name, object Value)> values) => _values = values;

    /// <summary>The static members of the compiled boards.</summary>
    /// <exception cref="BuildFailedException">No distribution of them is Infix.</exception>
    public static KnownFamilies Of(Assembly boards)
    {
        var known = new KnownFamilies([.. boards.GetExportedTypes()
            .OrderBy(type => type.FullName, StringComparer.Ordinal)
            .SelectMany(type => type.GetFields(BindingFlags.Public | BindingFlags.Static))
            .Where(
                field => field.FieldType == typeof(Soc) || field.FieldType == typeof(Architecture)
                    || field.FieldType == typeof(InfixDistribution))
            .Select(field => (field.DeclaringType!.Name + "." + field.Name, field.GetValue(null)!))]);
        return known._values.Any(x => x.Value is InfixDistribution)
            ? known
            : throw new BuildFailedException("no distribution of this project is Infix; boards/families/infix describes it");
    }

    /// <summary>Infix.</summary>
    public InfixDistribution Infix => _values.Select(x => x.Value).OfType<InfixDistribution>().First();

    /// <summary>The architecture that Buildroot gives a name, null when none is described.</summary>
    public Architecture? ArchitectureOf(string name) =>
        _values.Select(x => x.Value).OfType<Architecture>().FirstOrDefault(x => x.Name.Value == name);

    /// <summary>The SoCs of an architecture.</summary>
    public IEnumerable<Soc> SocsOf(Architecture architecture) =>
        _values.Select(x => x.Value).OfType<Soc>().Where(x => x.Architecture == architecture);

    /// <summary>The C# that names a value of the project, null when it is none.</summary>
    public string? NameOf(object value) => _values.Find(x => ReferenceEquals(x.Value, value)).Name;
}
