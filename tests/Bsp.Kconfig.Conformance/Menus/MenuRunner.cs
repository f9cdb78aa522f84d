using System.Text;
using Bsp.Build;
using Bsp.Cli;
using Bsp.Cli.SourceTrees;
using Bsp.Cli.Tests.Menus;
using Bsp.Kconfig.Conformance.Contract;
using Bsp.Kconfig.Conformance.Oracle;

namespace Bsp.Kconfig.Conformance.Menus;

/// <summary>Has a configuration edited at random in the menus, and asks conf whether it would change what was written.</summary>
/// <param name="oracle">The target.</param>
/// <param name="cache">The folder for what is remembered of the tree.</param>
internal sealed class MenuRunner(OracleTarget oracle, string cache)
{
    /// <summary>Edits and saves.</summary>
    /// <param name="seed">Chooses the keys.</param>
    /// <param name="keys">How many keys are typed before the user leaves.</param>
    /// <returns>The number of changes; what was written, null where the user did not want it; and what conf makes of that.</returns>
    public (int Steps, string? Written, string? Kept) Run(int seed, int keys)
    {
        var folder = Directory.CreateTempSubdirectory("bsp-menus-");
        try
        {
            using StringWriter output = new(), error = new();
            var environment = new Dictionary<string, string>(StringComparer.Ordinal)
            {
                ["PATH"] = oracle.Target.Environment["PATH"],
                ["BSP_CACHE"] = cache,
            };
            if (oracle.Target.Environment.TryGetValue("CROSS_COMPILE", out var prefix))
                environment["CROSS_COMPILE"] = prefix;
            var request = new SourceTreeRequest
            {
                Folder = oracle.Target.Root,
                Arch = oracle.Target.Architecture == "all" ? null : oracle.Target.Architecture,
                NeedsOnlyValues = true,
            };
            var host = new CliHost(output, error, environment, folder.FullName);
            var (session, isSaved) = new RandomSession(seed, keys).Run(host, request, ".config");
            var written = isSaved ? File.ReadAllText(Path.Combine(folder.FullName, session.File.Name)) : null;
            var steps = 0;
            while (session.Undo() is not null)
                steps++;
            return (steps, written, written is null ? null : OldDefconfig(written));
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    private string OldDefconfig(string text)
    {
        var @case = new KconfigCase
        {
            Target = oracle.Target, Name = "menus", Operation = KconfigOperation.OldDefconfig, Input = Encoding.UTF8.GetBytes(text),
        };
        var result = oracle.Conf.Run(@case, ShellMode.Replay(oracle.AnswersPath));
        return Encoding.UTF8.GetString(result.Output ?? throw new BuildFailedException($"{@case}: conf has failed"));
    }
}
