using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Bsp.Build.Sources;

/// <summary>The pinned sources of everything that a build takes from elsewhere: <c>sources.lock.json</c>.</summary>
public sealed record LockFile
{
    /// <summary>The file's name in the repository's root.</summary>
    public const string FileName = "sources.lock.json";

    private const string CurrentSchema = "bsp-sources/1";

    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web)
    {
        WriteIndented = true,
        NewLine = "\n",
        UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    /// <summary>The format of the file.</summary>
    public string Schema { get; init; } = CurrentSchema;

    /// <summary>The sources, sorted by name.</summary>
    public required IReadOnlyList<LockedSource> Sources { get; init; }

    /// <summary>Reads the file of a repository.</summary>
    /// <exception cref="BuildFailedException">It is missing or wrong; the message has the line.</exception>
    public static LockFile Load(string repositoryRoot)
    {
        var path = System.IO.Path.Combine(repositoryRoot, FileName);
        return File.Exists(path)
            ? Parse(File.ReadAllText(path), path)
            : throw new BuildFailedException(
                $"there is no '{path}'; it pins what a build downloads and is part of the repository: './build.sh Lock' writes a new one");
    }

    /// <summary>Reads the text of such a file.</summary>
    /// <param name="text">The text.</param>
    /// <param name="path">What messages call it.</param>
    /// <exception cref="BuildFailedException">The text is wrong.</exception>
    public static LockFile Parse(string text, string path)
    {
        LockFile file;
        try
        {
            file = JsonSerializer.Deserialize<LockFile>(text, Json) ?? throw new BuildFailedException($"{path}:1: the file says 'null'");
        }
        catch (JsonException exception)
        {
            var reason = exception.Message.Split(" Path:")[0].Split(" LineNumber:")[0];
            throw new BuildFailedException($"{path}:{(exception.LineNumber ?? 0) + 1}: {reason} (at {exception.Path ?? "$"})", exception);
        }

        LockFileRules.Check(file, text, path, CurrentSchema);
        return file;
    }

    /// <summary>A source by its name.</summary>
    /// <exception cref="BuildFailedException">There is none of that name.</exception>
    public LockedSource Find(string name) => Sources.FirstOrDefault(source => source.Name == name)
        ?? throw new BuildFailedException(
            $"{FileName} has no source '{name}'; it has {string.Join(", ", Sources.Select(source => source.Name))}");

    /// <summary>The names of the sources of one product, such as <c>linux-6.1</c> and <c>linux-6.12</c> of <c>linux</c>.</summary>
    /// <param name="product">What precedes the version.</param>
    /// <returns>The oldest first; those whose version is no number, such as <c>linux-newest</c>, last.</returns>
    /// <exception cref="BuildFailedException">There is none.</exception>
    public IReadOnlyList<string> ReleasesOf(string product)
    {
        string[] names =
        [
            .. Sources.Select(source => source.Name).Where(name => name.StartsWith(product + "-", StringComparison.Ordinal))
                .OrderBy(name => VersionOf(name, product) is null)
                .ThenBy(name => VersionOf(name, product))
                .ThenBy(name => name, StringComparer.Ordinal),
        ];
        return names.Length > 0 ? names : throw new BuildFailedException($"{FileName} has no source of '{product}'");
    }

    /// <summary>The newest of <see cref="ReleasesOf"/> whose version is a number.</summary>
    /// <exception cref="BuildFailedException">There is none.</exception>
    public string NewestOf(string product) => ReleasesOf(product).LastOrDefault(name => VersionOf(name, product) is not null)
        ?? throw new BuildFailedException($"{FileName} has no source of '{product}' with a version");

    private static Version? VersionOf(string name, string product) =>
        Version.TryParse(name[(product.Length + 1)..], out var version) ? version : null;

    /// <summary>The text of the file.</summary>
    public string ToText() => JsonSerializer.Serialize(this, Json) + "\n";
}
