using Bsp.DeviceTrees.Bindings;

namespace Bsp.Cli.DeviceTrees;

/// <summary>Finds bindings: prepared ones, or the folders that they are prepared from.</summary>
/// <param name="host">The process.</param>
internal sealed class BindingFolders(CliHost host)
{
    // Where Debian's package dt-schema has them.
    private const string Installed = "/usr/lib/python3/dist-packages/dtschema/schemas";

    /// <summary>Prepares the bindings of a folder, or reads what was prepared before.</summary>
    /// <param name="path">The folder, or the file.</param>
    /// <param name="schemas">The folder of dt-schema's own schemas; null for where Debian has them.</param>
    public Bindings Load(string path, string? schemas)
    {
        var place = host.Absolute(path);
        if (Directory.Exists(place))
            return Prepare(place, schemas);
        if (!File.Exists(place))
            throw new CliException($"there is no '{path}': --bindings takes a kernel's Documentation/devicetree/bindings, or a file that 'bsp dt bindings' has written");
        try
        {
            return Bindings.Read(File.ReadAllBytes(place));
        }
        catch (FormatException exception)
        {
            throw new CliException($"'{path}': {exception.Message}; 'bsp dt bindings' writes it anew");
        }
    }

    /// <summary>Prepares the bindings of a folder; what is left out is told.</summary>
    public Bindings Prepare(string bindings, string? schemas)
    {
        var core = host.Absolute(schemas ?? Installed);
        if (!File.Exists(Path.Combine(core, "types.yaml")))
            throw new CliException($"'{core}' does not have dt-schema's schemas: install Debian's package dt-schema, or name the folder dtschema/schemas with --schemas");
        if (VersionOf(core) is { } version && version != BindingsPreparation.Version)
            host.Error.Write($"bsp: warning: '{core}' is of dt-schema {version}; schemas are read as {BindingsPreparation.Version} reads them\n");
        var prepared = BindingsPreparation.Prepare(host.Absolute(bindings), core);
        foreach (var message in prepared.Messages)
            host.Error.Write($"bsp: warning: {message}\n");
        return prepared.Bindings;
    }

    private static string? VersionOf(string schemas) =>
        Path.Combine(schemas, "..", "version.py") is var file && File.Exists(file) ? File.ReadAllText(file).Split('"') is [_, var version, ..] ? version : null : null;
}
