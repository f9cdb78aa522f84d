using System.Security.Cryptography;
using System.Text;
using System.Text.RegularExpressions;
using Bsp.Infix.Tests.Reading.DeviceTrees;

namespace Bsp.Infix.Tests.Reading.Bootloaders;

/// <summary>Reads what a board adds to U-Boot's own device tree: the environment, and keys.</summary>
internal static partial class EnvironmentReader
{
    /// <summary>The reference data has the hash of a text that is longer.</summary>
    private const int MaximumTextLength = 300;

    /// <summary>A medium → a variable → its text; <c>@key:</c> and a name → a key's properties.</summary>
    public static void Read(InfixTree tree, string folder, JsonObject expected, JsonObject found)
    {
        var files = DtsFile.Read(tree.Files(folder + "/uboot").Where(path => Path.GetExtension(path) is ".dtsi" or ".dtso")
            .ToDictionary(path => path, path => tree.Read($"{folder}/uboot/{path}")!, StringComparer.Ordinal));
        var included = files.Values.SelectMany(file => file.Includes).ToHashSet(StringComparer.Ordinal);
        var media = new JsonObject();
        foreach (var path in files.Keys.Where(path => !included.Contains(path)))
        {
            var medium = MediumOf(path, expected);
            if (media[medium] is not JsonObject variables)
                media[medium] = variables = [];
            Add(Environment(path, files), variables);
        }

        found["uboot_env"] = media;
    }

    private static string MediumOf(string path, JsonObject expected) => MediumInName().Match(path).Groups[1].Value switch
    {
        "sd" => "sdcard",
        "emmc" => "emmc",
        // A board with one medium does not name it.
        _ => expected["uboot_env"] is JsonObject { Count: 1 } environments ? environments.Single().Key : path,
    };

    private static JsonObject Environment(string path, IReadOnlyDictionary<string, DtsFile> files)
    {
        var environment = new JsonObject();
        foreach (var include in files[path].Includes.Where(files.ContainsKey))
            Add(Environment(include, files), environment);

        foreach (var (node, properties) in files[path].Edits)
        {
            if (node is "&env" or "/config/environment")
            {
                foreach (var (name, value) in properties!.AsObject())
                    environment[name] = value!["s"] is { } text ? Text(DtsText.Normal(text.GetValue<string>())) : value.DeepClone();
            }
            else if (node.StartsWith("/keys/", StringComparison.Ordinal))
            {
                environment["@key:" + node["/keys/".Length..]] = properties!.DeepClone();
            }
        }

        return environment;
    }

    private static void Add(JsonObject variables, JsonObject to)
    {
        foreach (var (name, value) in variables)
            to[name] = value?.DeepClone();
    }

    private static JsonNode Text(string text) => text.Length <= MaximumTextLength ? text : new JsonObject
    {
        ["len"] = text.Length,
        ["sha256"] = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)))[..16],
    };

    [GeneratedRegex("-(sd|emmc)[-.]")]
    private static partial Regex MediumInName();
}
