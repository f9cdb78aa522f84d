using System.CommandLine;
using System.Globalization;
using Bsp.Cli.Reports;
using Bsp.Cli.SourceTrees;
using Bsp.DeviceTrees.Bindings;

namespace Bsp.Cli.DeviceTrees;

/// <summary>Finds bindings: prepared ones, or the folders that they are prepared from.</summary>
/// <param name="host">The process.</param>
internal sealed class BindingFolders(CliHost host)
{
    // How many of many are named.
    private const int Named = 3;

    // Where Debian's package dt-schema has them.
    private const string Installed = "/usr/lib/python3/dist-packages/dtschema/schemas";

    /// <summary>The option that names dt-schema's own schemas.</summary>
    public static Option<string?> SchemasOption() => new("--schemas")
    {
        HelpName = "DIR",
        Description = "The folder of dt-schema's own schemas; by default that of Debian's package dt-schema",
    };

    /// <summary>The option that names the rules.</summary>
    public static Option<string?> RulesOption() => new("--rules")
    {
        HelpName = "VERSION",
        Description =
            $"The version of dt-schema whose rules apply: {string.Join(" or ", SchemaRules.All)}; by default that of the schemas, "
            + "which must not be older than the bindings need",
    };

    /// <summary>Prepares the bindings of a folder, or reads what was prepared before.</summary>
    /// <param name="path">The folder, or the file.</param>
    /// <param name="schemas">The folder of dt-schema's own schemas; null for where Debian has them.</param>
    /// <param name="version">The version of dt-schema whose rules apply; null for that of the schemas.</param>
    public Bindings Load(string path, string? schemas, string? version)
    {
        var fullPath = host.Absolute(path);
        if (Directory.Exists(fullPath))
            return Prepare(fullPath, schemas, version);
        if (!File.Exists(fullPath))
        {
            throw new CliException(
                $"there is no '{path}': --bindings takes a kernel's Documentation/devicetree/bindings, "
                + "or a file that 'bsp dt bindings' has written");
        }

        try
        {
            var bindings = Bindings.Read(File.ReadAllBytes(fullPath));
            if (version is not null && bindings.Rules != RulesOf(version))
            {
                throw new CliException(
                    $"'{path}' was prepared by the rules of dt-schema {bindings.Rules}; "
                    + $"'bsp dt bindings --rules {version}' prepares it by others");
            }

            return bindings;
        }
        catch (FormatException exception)
        {
            throw new CliException($"'{path}': {exception.Message}; 'bsp dt bindings' writes it again");
        }
    }

    /// <summary>Prepares the bindings of a folder; what is left out is reported.</summary>
    public Bindings Prepare(string bindings, string? schemas, string? version)
    {
        var core = host.Absolute(schemas ?? Installed);
        if (!File.Exists(Path.Combine(core, "types.yaml")))
        {
            throw new CliException(
                $"'{core}' does not have dt-schema's schemas: install Debian's package dt-schema, "
                + "or name the folder dtschema/schemas with --schemas");
        }

        var rules = version is null ? null : RulesOf(version);
        var folder = host.Absolute(bindings);
        // The kernel's own check ends here as well: what old schemas lack would be reported as unknown, property by property.
        if (rules is null && SchemaRules.VersionOf(core) is { } has && LeastVersion(folder) is { } least && IsOlder(has, least))
        {
            throw new CliException(
                $"the bindings in '{bindings}' need dt-schema {least} or newer, and '{core}' is of {has}: --schemas takes the folder "
                + "dtschema/schemas of a newer one");
        }

        var prepared = BindingsPreparation.Prepare(folder, core, rules);
        if (rules is null && SchemaRules.VersionOf(core) is { } actual && actual != prepared.Bindings.Rules.Version)
        {
            host.Error.Write(
                $"bsp: warning: '{core}' is of dt-schema {actual}; schemas are read by the rules of {prepared.Bindings.Rules}\n");
        }

        var messages = prepared.Messages;
        if (KernelOf(folder) is var (kernel, needed) && prepared.Bindings.Rules.IsOlderThan(needed))
        {
            // One reason for all of them, in one line.
            messages = [.. messages.Except(prepared.DeadReferences)];
            var missing = prepared.MissingSchemas.Count switch
            {
                0 => "",
                1 => "a schema that the bindings refer to is not there, and ",
                var count => $"{count} schemas that the bindings refer to are not there, and ",
            };
            host.Error.Write(
                $"bsp: warning: the bindings of Linux {kernel} are written for dt-schema {needed}, and those of '{core}' are older: "
                + $"{missing}what they lack is not checked, or reported as unknown; --schemas takes the folder dtschema/schemas of a newer "
                + "one\n");
        }
        else if (prepared.DeadReferences.Count > 1)
        {
            messages = [WordsOf(prepared, core, folder), .. messages.Except(prepared.DeadReferences)];
        }

        foreach (var message in messages)
            host.Error.Write($"bsp: warning: {PrintableText.Of(message)}\n");
        return prepared.Bindings;
    }

    // In one line, whatever they have in common: a file that is not there is missed by many.
    private static string WordsOf(PreparedBindings prepared, string core, string bindings)
    {
        var demanded = LeastVersion(bindings) is { } least ? $", and the bindings need {least}" : "";
        var more = prepared.MissingSchemas.Count > Named ? $" and {prepared.MissingSchemas.Count - Named} more" : "";
        return $"{prepared.DeadReferences.Count} references lead nowhere; dt-schema is {SchemaRules.VersionOf(core) ?? "of no version"}"
            + $"{demanded}. The first: {prepared.DeadReferences[0]}; in all they lead to "
            + string.Join(", ", prepared.MissingSchemas.Take(Named)) + more;
    }

    // What a kernel's Documentation/devicetree/bindings/Makefile demands; null where it says nothing.
    private static string? LeastVersion(string bindings)
    {
        var makefile = Path.Combine(bindings, "Makefile");
        return !File.Exists(makefile) ? null : File.ReadLines(makefile)
            .Select(line => line.Split('=', StringSplitOptions.TrimEntries))
            .Where(parts => parts is ["DT_SCHEMA_MIN_VERSION", _])
            .Select(parts => parts[1])
            .FirstOrDefault();
    }

    // A year, a month, and what may follow.
    private static bool IsOlder(string version, string least)
    {
        var (left, right) = (Numbers(version), Numbers(least));
        return left.Zip(right).Select(pair => pair.First.CompareTo(pair.Second)).FirstOrDefault(order => order != 0) switch
        {
            0 => left.Count < right.Count,
            var order => order < 0,
        };

        static List<int> Numbers(string text) =>
        [
            .. text.Split('.')
                .Select(part => int.TryParse(part, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : 0),
        ];
    }

    // Null where the folder is not in a kernel's tree, or its Makefile has a version of somebody's own.
    private static (string Version, SchemaRules Needed)? KernelOf(string bindings)
    {
        if (SourceTree.Open(
            Path.GetFullPath(Path.Combine(bindings, "../../.."))) is not { Kind: SourceTreeKind.Linux, Version.Text: var version })
            return null;
        try
        {
            return (version, SchemaRules.ForLinux(version));
        }
        catch (FormatException)
        {
            return null;
        }
    }

    private static SchemaRules RulesOf(string version) => SchemaRules.All.FirstOrDefault(rules => rules.Version == version)
        ?? throw new CliException($"--rules takes a version of dt-schema: {string.Join(" or ", SchemaRules.All)}");
}
