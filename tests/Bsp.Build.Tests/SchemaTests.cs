using Manifest = Bsp.Build.Results.Manifest;

namespace Bsp.Build.Tests;

/// <summary>
/// What programs read of the build, against the schemas in docs/schemas. A validator of the host judges: python3-jsonschema.
/// </summary>
public sealed class SchemaTests
{
    private const string Validate =
        "import json, jsonschema, sys; "
        + "jsonschema.Draft202012Validator(json.load(open(sys.argv[1]))).validate(json.load(open(sys.argv[2])))";

    [Fact]
    public async Task The_list_of_boards_follows_its_schema()
    {
        var list = await Command.RunAsync(Repository.Root, "sh", ["-c", "./build.sh List --json 2>/dev/null"]);
        Assert.Equal("", await FaultAsync("list-1.json", list.Output));
    }

    [Fact]
    public async Task The_manifests_of_the_images_follow_their_schema()
    {
        var images = new DirectoryInfo(Repository.At("artifacts", "images"));
        var manifests = images.Exists
            ? images.GetFiles(Manifest.FileName, new EnumerationOptions { RecurseSubdirectories = true, MaxRecursionDepth = 1 })
            : [];
        Assert.SkipWhen(manifests.Length == 0, "no image has been built in this tree");
        foreach (var manifest in manifests)
        {
            Assert.Equal(
                "",
                await FaultAsync("manifest-1.json", await File.ReadAllTextAsync(manifest.FullName, TestContext.Current.CancellationToken)));
        }
    }

    [Fact]
    public async Task A_manifest_with_everything_in_it_follows_its_schema() =>
        Assert.Equal("", await FaultAsync("manifest-1.json", Whole().ToText()));

    [Fact]
    public async Task The_schema_of_manifests_refuses_a_hash_that_is_none() =>
        Assert.Contains(
            "'abc' does not match", await FaultAsync("manifest-1.json", (Whole() with { Inputs = "abc" }).ToText()),
            StringComparison.Ordinal);

    [Fact]
    public void A_schema_is_named_as_its_file()
    {
        foreach (var path in Directory.GetFiles(Repository.At("docs", "schemas")))
        {
            var id = (string?)System.Text.Json.Nodes.JsonNode.Parse(File.ReadAllText(path))!["$id"];
            Assert.Equal("bsp-" + Path.GetFileNameWithoutExtension(path).Replace('-', '/'), id);
        }
    }

    // The empty text, or what the validator says.
    private static async Task<string> FaultAsync(string schema, string json)
    {
        using var folder = new TempFolder();
        folder.Write("instance.json", json);
        var run = await Command.RunAsync(
            folder.Path, "python3", ["-c", Validate, Repository.At("docs", "schemas", schema), folder["instance.json"]]);
        Assert.DoesNotContain("No module named", run.Output, StringComparison.Ordinal);
        return run.Output;
    }

    private static Manifest Whole()
    {
        var hash = new string('0', 64);
        return new()
        {
            Board = "sample",
            Distribution = "reference",
            Compatible = "reference-sample",
            Version = "1",
            Date = "2026-01-01T00:00:00Z",
            Revision = "unknown",
            Inputs = hash,
            VerityRoot = hash,
            Files = [new("disk.img", 1, hash)],
            Sources = [new("source", [new("package", "1", "all", [new("package.deb", 1, hash)])])],
            HostPackages = new Dictionary<string, string> { ["tar"] = "1" },
            Keys = new Dictionary<string, string> { ["fit.crt"] = hash },
            DevelopmentKeys = true,
        };
    }
}
