using System.Text;
using Bsp.Cli;
using Bsp.Kconfig.Conformance.Contract;

namespace Bsp.Kconfig.Conformance.Engines;

/// <summary>
/// The commands that people type, <c>bsp kconfig defconfig</c> and its like, in a plain environment: they find variables, the
/// dialect and what a defconfig includes by themselves.
/// </summary>
internal sealed class BspCommands : IKconfigUnderTest, IDisposable
{
    private readonly DirectoryInfo _cache = Directory.CreateTempSubdirectory("bsp-commands-");

    /// <inheritdoc/>
    public string Name => "bsp kconfig";

    /// <inheritdoc/>
    public bool Supports(KconfigCase @case) => Command(@case) is not null;

    /// <inheritdoc/>
    public KconfigResult Run(KconfigCase @case)
    {
        var folder = Directory.CreateTempSubdirectory("bsp-commands-case-");
        try
        {
            if (@case.Input is { } input)
                File.WriteAllBytes(Path.Combine(folder.FullName, @case.InputName), input);
            using StringWriter output = new(), error = new();
            var status = Bsp.Cli.Program.Run(
                ["kconfig", .. Command(@case)!, "--tree", @case.Target.Root, .. Architecture(@case)],
                new(output, error, Environment(@case), folder.FullName));
            var made = Path.Combine(folder.FullName, @case.Operation == KconfigOperation.SaveDefconfig ? "defconfig" : ".config");
            return new()
            {
                ExitStatus = status,
                Output = status != 0 ? null
                    : @case.Operation == KconfigOperation.ListNewConfig ? Encoding.UTF8.GetBytes(output.ToString())
                    : File.ReadAllBytes(made),
                StandardOutput = Encoding.UTF8.GetBytes(output.ToString()),
                StandardError = Encoding.UTF8.GetBytes(error.ToString()),
            };
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    /// <inheritdoc/>
    public void Dispose() => _cache.Delete(recursive: true);

    private static string[]? Command(KconfigCase @case) => @case.Operation switch
    {
        KconfigOperation.Defconfig => ["defconfig", @case.File ?? @case.InputName],
        KconfigOperation.OldDefconfig => ["olddefconfig"],
        KconfigOperation.SaveDefconfig => ["savedefconfig"],
        KconfigOperation.ListNewConfig => ["list-new"],
        KconfigOperation.AllNoConfig or KconfigOperation.AllYesConfig or KconfigOperation.AllModConfig or KconfigOperation.AllDefConfig =>
            [@case.Operation.ToString().ToLowerInvariant()],
        _ => null,
    };

    private static string[] Architecture(KconfigCase @case) =>
        @case.Target.Architecture == "all" ? [] : ["--arch", @case.Target.Architecture];

    private Dictionary<string, string> Environment(KconfigCase @case)
    {
        var variables = new Dictionary<string, string>(@case.Variables, StringComparer.Ordinal)
        {
            // With the compilers that conf had.
            ["PATH"] = @case.Target.Environment["PATH"],
            ["BSP_CACHE"] = _cache.FullName,
        };
        // What a user gives to make.
        if (@case.Target.Environment.TryGetValue("CROSS_COMPILE", out var prefix))
            variables["CROSS_COMPILE"] = prefix;
        if (@case.InputName == "input_allconfig" && @case.Input is not null)
            variables["KCONFIG_ALLCONFIG"] = @case.InputName;
        return variables;
    }
}
