using System.Collections;
using System.Reflection;
using System.Text.Json;
using Serilog;

namespace Nuke.Common.Execution;

/// <summary>Finds the value of a parameter: command line, environment, <c>.nuke/parameters.json</c>, in this order.</summary>
internal sealed class ParameterService(IReadOnlyList<string> arguments, IReadOnlyDictionary<string, string> environment)
{
    private readonly ArgumentParser _arguments = new(arguments);
    private Dictionary<string, JsonElement>? _file;

    public static ParameterService Current { get; } = new(
        [.. Environment.GetCommandLineArgs().Skip(1)],
        Environment.GetEnvironmentVariables()
            .Cast<DictionaryEntry>()
            .ToDictionary(x => (string)x.Key, x => (string?)x.Value ?? "", StringComparer.Ordinal));

    /// <summary>The targets asked for, by <c>--target</c>, by position, or from outside; null for the default.</summary>
    public IReadOnlyList<string>? Targets =>
        Split(_arguments.Named("Target"), '+') is { } named ? named
        : Split(_arguments.Positional, '+') is { } positional ? positional
        : FromEnvironment("Target") is { Length: > 0 } outside ? outside.Split('+', StringSplitOptions.RemoveEmptyEntries)
        : null;

    public T? Get<T>(string name, char? separator = null) => (T?)Get(name, typeof(T), separator);

    public object? Get(string name, Type type, char? separator)
    {
        if (Split(_arguments.Named(name), separator) is { } words)
            return ValueConversion.Convert(name, words, type, bare: true);
        if (FromEnvironment(name) is { } text)
        {
            return ValueConversion.Convert(
                name, [.. (separator is { } c ? text.Split(c) : [text]).Where(x => !string.IsNullOrWhiteSpace(x))], type, bare: false);
        }

        return name != "Root" && FromFile(name) is { } value ? value.Deserialize(type, JsonOptions) : null;
    }

    /// <summary>Sets every parameter that has a value from outside; the others keep what the build gave them.</summary>
    public void Inject(NukeBuild build)
    {
        foreach (var member in ParameterNames.Members(build.GetType()))
        {
            if (member is PropertyInfo { CanWrite: false })
                continue;
            var type = member is FieldInfo field ? field.FieldType : ((PropertyInfo)member).PropertyType;
            var separator = member.GetCustomAttribute<ParameterAttribute>()!.Separator is [var c] ? c : (char?)null;
            if (Get(ParameterNames.Of(member), type, separator) is not { } value)
                continue;
            if (member is FieldInfo target)
                target.SetValue(build, value);
            else
                ((PropertyInfo)member).SetValue(build, value);
        }
    }

    private static JsonSerializerOptions JsonOptions { get; } = new()
    {
        Converters = { new System.Text.Json.Serialization.JsonStringEnumConverter() },
    };

    private static List<string>? Split(IReadOnlyList<string>? words, char? separator) =>
        words is null ? null
            : separator is { } c ? [.. words.SelectMany(x => x.Split(c, StringSplitOptions.RemoveEmptyEntries))]
            : [.. words];

    private string? FromEnvironment(string name)
    {
        if (environment.TryGetValue(name, out var exact))
            return exact;
        var plain = ParameterNames.Plain(name);
        var found = environment.Where(x => ParameterNames.Plain(x.Key) is var key && (key == plain || key == "NUKE" + plain)).ToList();
        if (found.Count > 1)
        {
            Log.Warning(
                "Parameter {Name} is not taken from the environment, which has it several times: {Names}", name,
                string.Join(", ", found.Select(x => x.Key)));
        }

        return found.Count == 1 ? found[0].Value : null;
    }

    private JsonElement? FromFile(string name)
    {
        if (_file is null)
        {
            string path = NukeBuild.RootDirectory / ".nuke" / "parameters.json";
            _file = File.Exists(path) ? JsonSerializer.Deserialize<Dictionary<string, JsonElement>>(File.ReadAllText(path)) ?? [] : [];
        }

        return _file.TryGetValue(name, out var value) ? value : null;
    }
}
