using System.Reflection;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Nuke.Common.Execution;

/// <summary>
/// <c>.nuke/build.schema.json</c>, by which shells and editors complete: byte for byte what Nuke writes, which each run writes too.
/// </summary>
internal static class SchemaFile
{
    // Nuke's own, and the one that build/package adds.
    private static readonly string[] Hosts =
    [
        "AppVeyor", "AzurePipelines", "Bamboo", "Bitbucket", "Bitrise", "GitHubActions", "GitLab", "Jenkins", "LoglessTerminal",
        "Rider", "SpaceAutomation", "TeamCity", "Terminal", "TravisCI", "VSCode", "VisualStudio",
    ];

    private static readonly JsonSerializerOptions Form = new()
    {
        WriteIndented = true,
        NewLine = "\n",
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    /// <summary>Writes it where it is another one. A tree that cannot be written is no reason to stop.</summary>
    public static void Update(NukeBuild build, IEnumerable<string> targets)
    {
        string path = NukeBuild.RootDirectory / ".nuke" / "build.schema.json";
        var text = Text(build.GetType(), targets);
        try
        {
            if (!File.Exists(path) || File.ReadAllText(path) != text)
                File.WriteAllText(path, text);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            // Completion knows the old names until the tree can be written.
        }
    }

    private static string Text(Type build, IEnumerable<string> targets)
    {
        var definitions = new JsonObject();
        var own = new JsonObject();
        foreach (var member in ParameterNames.Members(build)
            .Where(x => x.DeclaringType != typeof(NukeBuild))
            .OrderBy(ParameterNames.Of, StringComparer.Ordinal))
            own[ParameterNames.Of(member)] = Property(member, definitions);
        definitions["Host"] = new JsonObject { ["type"] = "string", ["enum"] = Names(Hosts) };
        definitions["ExecutableTarget"] = new JsonObject { ["type"] = "string", ["enum"] = Names(targets.Order(StringComparer.Ordinal)) };
        definitions["Verbosity"] = Enumeration(typeof(Verbosity));
        definitions["NukeBuild"] = new JsonObject { ["properties"] = Inherited() };
        return new JsonObject
        {
            ["$schema"] = "http://json-schema.org/draft-04/schema#",
            ["definitions"] = definitions,
            ["allOf"] = new JsonArray(new JsonObject { ["properties"] = own }, Reference("NukeBuild")),
        }.ToJsonString(Form) + "\n";
    }

    // Those that the fallback does not have are completed all the same: the file is one for both.
    private static JsonObject Inherited() => new()
    {
        ["Continue"] = Simple("boolean", "Indicates to continue a previously failed build attempt"),
        ["Help"] = Simple("boolean", "Shows the help text for this build assembly"),
        ["Host"] = Reference("Host", "Host for execution. Default is 'automatic'"),
        ["NoLogo"] = Simple("boolean", "Disables displaying the NUKE logo"),
        ["Partition"] = Simple("string", "Partition to use on CI"),
        ["Plan"] = Simple("boolean", "Shows the execution plan (HTML)"),
        ["Profile"] = List("Defines the profiles to load", new() { ["type"] = "string" }),
        ["Root"] = Simple("string", "Root directory during build execution"),
        ["Skip"] = List("List of targets to be skipped. Empty list skips all dependencies", Reference("ExecutableTarget")),
        ["Target"] = List("List of targets to be invoked. Default is '{default_target}'", Reference("ExecutableTarget")),
        ["Verbosity"] = Reference("Verbosity", "Logging verbosity during build execution. Default is 'Normal'"),
    };

    private static JsonObject Property(MemberInfo member, JsonObject definitions)
    {
        var description = member.GetCustomAttribute<ParameterAttribute>()!.Description?.TrimEnd('.');
        var type = member is FieldInfo field ? field.FieldType : ((PropertyInfo)member).PropertyType;
        if (type.IsArray)
            return List(description, new() { ["type"] = "string" });
        var scalar = Nullable.GetUnderlyingType(type) ?? type;
        var property = Simple(scalar == typeof(bool) ? "boolean" : scalar == typeof(int) ? "integer" : "string", description);
        if (scalar.IsEnum)
        {
            definitions[scalar.Name] = Enumeration(scalar, again: scalar != type);
            property["$ref"] = "#/definitions/" + scalar.Name;
        }
        else if (scalar == typeof(int))
        {
            property["format"] = "int32";
        }

        // A class may be null, too, but only of these does Nuke say so; in the order of the types' names.
        if (scalar != type)
            property["type"] = Names(new[] { (string)property["type"]!, "null" }.Order(StringComparer.Ordinal));
        else if (scalar.IsEnum)
            property.Remove("type");
        return property;
    }

    private static JsonObject Simple(string type, string? description) => Described(new() { ["type"] = type }, description);

    private static JsonObject List(string? description, JsonObject items)
    {
        var list = Simple("array", description);
        list["items"] = items;
        return list;
    }

    private static JsonObject Reference(string definition, string? description = null)
    {
        var reference = Described([], description);
        reference["$ref"] = "#/definitions/" + definition;
        return reference;
    }

    private static JsonObject Described(JsonObject property, string? description)
    {
        if (description is not null)
            property["description"] = description;
        return property;
    }

    // Of an enumeration that may be null, Nuke lists the names again, in order.
    private static JsonObject Enumeration(Type type, bool again = false) => new()
    {
        ["type"] = "string",
        ["description"] = "",
        ["enum"] = Names([.. Enum.GetNames(type), .. Enum.GetNames(type).Order(StringComparer.Ordinal).Where(_ => again)]),
    };

    private static JsonArray Names(IEnumerable<string> names) => [.. names.Select(x => (JsonNode)x)];
}
