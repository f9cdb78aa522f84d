using System.Text.Json;
using System.Xml.Linq;

namespace Bsp.Build.Tests;

/// <summary>The versions of packages in Directory.Packages.props are those that projects use.</summary>
public sealed class PackageVersionTests
{
    private static readonly IReadOnlyList<string> s_projects =
    [
        .. Directory.EnumerateFiles(Repository.Root, "*.csproj", SearchOption.AllDirectories)
            .Where(path => !path.Split('/').Intersect(["obj", "bin", "artifacts"]).Any()),
    ];

    [Fact]
    public void Every_version_is_of_a_package_that_a_project_names_or_that_such_a_package_pulls_in() =>
        Assert.Empty(Unused(Included("Directory.Packages.props", "PackageVersion")));

    [Fact]
    public void One_that_nobody_uses_is_found() => Assert.Equal(["Newtonsoft.Json"], Unused(["Newtonsoft.Json", "xunit.v3"]));

    private static IEnumerable<string> Unused(IEnumerable<string> versions) =>
        versions.Except(s_projects.SelectMany(path => Included(path, "PackageReference")))
            .Except(PulledIn(), StringComparer.OrdinalIgnoreCase);

    private static List<string> Included(string file, string element) =>
        [.. XDocument.Load(Repository.At(file)).Descendants(element).Select(item => item.Attribute("Include")!.Value)];

    /// <summary>The packages that NuGet has resolved for a project, as "name/version".</summary>
    private static IEnumerable<string> PulledIn() =>
        from project in s_projects
        let assets = Path.Combine(Path.GetDirectoryName(project)!, "obj", "project.assets.json")
        where File.Exists(assets)
        from name in Libraries(assets)
        select name.Split('/')[0];

    private static List<string> Libraries(string assets)
    {
        using var json = JsonDocument.Parse(File.ReadAllText(assets));
        return [.. json.RootElement.GetProperty("libraries").EnumerateObject().Select(library => library.Name)];
    }
}
