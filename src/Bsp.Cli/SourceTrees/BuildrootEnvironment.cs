using System.Diagnostics;
using System.Security.Cryptography;
using System.Text;
using System.Text.RegularExpressions;
using Bsp.Kconfig.Parsing.Shells;

namespace Bsp.Cli.SourceTrees;

/// <summary>The variables that Buildroot's Makefile gives to its conf, and the files about external trees that it makes for it.</summary>
/// <param name="host">Says where the files are kept.</param>
/// <param name="source">The tree.</param>
internal sealed partial class BuildrootEnvironment(CliHost host, SourceTree source)
{
    private const string External = "BR2_EXTERNAL";

    private readonly string _makefile = File.ReadAllText(Path.Combine(source.Folder, "Makefile"));

    /// <summary>Sets what is not set yet.</summary>
    /// <param name="variables">The variables.</param>
    /// <param name="defconfig">The defconfig that a configuration is made of; null for none.</param>
    public void Set(Dictionary<string, string> variables, string? defconfig)
    {
        var externals = Externals(variables.GetValueOrDefault(External, ""));
        variables.TryAdd("HOSTCC", "gcc");
        var shell = new ProcessShell(source.Folder, variables);
        variables.TryAdd("BASE_DIR", ExternalFiles(externals));
        if (!variables.ContainsKey("BR2_VERSION_FULL"))
        {
            var local = shell.Run("support/scripts/setlocalversion 2>/dev/null");
            variables["BR2_VERSION_FULL"] = local.Length > 0 ? local : Version().Match(_makefile).Groups[1].Value;
        }

        // As in its Makefile.
        variables.TryAdd(
            "HOSTARCH",
            shell.Run(
                @"LC_ALL=C $HOSTCC -v 2>&1 | sed -e '/^Target: \([^-]*\).*/!d' -e 's//\1/' -e 's/i.86/x86/' "
                + "-e 's/sun4u/sparc64/' -e 's/arm.*/arm/' -e 's/sa110/arm/' -e 's/ppc64/powerpc64/' "
                + "-e 's/ppc/powerpc/' -e 's/macppc/powerpc/' -e 's/sh.*/sh/'"));
        variables.TryAdd("HOST_GCC_VERSION", CompilerVersion(shell));
        variables.TryAdd("BR2_DEFCONFIG", defconfig is null ? "" : FindDefconfig(defconfig, externals) ?? host.Absolute(defconfig));
        variables.TryAdd("SKIP_LEGACY", "");
        variables.TryAdd("BR2_HIDE_SECONDARY_TARGET_OPTIONS", "n");
    }

    /// <summary>The defconfig of a name in the tree, or in one of the external ones, which come first.</summary>
    /// <returns>Null where there is none.</returns>
    public string? FindDefconfig(string name, IReadOnlyDictionary<string, string> variables) =>
        FindDefconfig(name, Externals(variables.GetValueOrDefault(External, "")));

    private string? FindDefconfig(string name, IReadOnlyList<string> externals) => externals.Reverse()
        .Append(source.Folder)
        .Select(folder => Path.Combine(folder, "configs", name))
        .FirstOrDefault(File.Exists);

    // The first number of what the compiler says; of those that are too new for this Buildroot the newest that it knows, and of the
    // old ones the second number, too.
    private string CompilerVersion(ProcessShell shell)
    {
        var version = shell.Run("$HOSTCC --version | sed -n -r 's/^.* ([0-9]*)\\.([0-9]*)\\.([0-9]*)[ ]*.*/\\1 \\2/p'");
        var first = version.Split(' ')[0];
        if (int.TryParse(first, out var number) && int.TryParse(MaximumVersion().Match(_makefile).Groups[1].Value, out var maximum)
            && number > maximum)
            return $"{maximum}";
        return first == "4" ? version : first;
    }

    /// <summary>The trees that BR2_EXTERNAL names, and the one that the command line does.</summary>
    private List<string> Externals(string value) =>
    [
        .. value.Split([' ', ':'], StringSplitOptions.RemoveEmptyEntries).Select(host.Absolute),
        .. source.External is { } external ? new[] { external } : [],
    ];

    /// <summary>Has Buildroot's script make the files through which conf finds the external trees.</summary>
    /// <returns>Their folder.</returns>
    private string ExternalFiles(IReadOnlyList<string> externals)
    {
        var script = Path.Combine(source.Folder, "support/scripts/br2-external");
        var key = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(string.Join('\0', externals.Prepend(source.Folder)))));
        var folder = Path.Combine(SourceTreeReader.CacheFolder(host) ?? Path.GetTempPath(), "kconfig", "buildroot", key[..32]);
        Directory.CreateDirectory(folder);
        var start = new ProcessStartInfo("bash")
        {
            WorkingDirectory = source.Folder,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        foreach (var argument in (string[])[script, "-d", folder, .. externals])
            start.ArgumentList.Add(argument);
        using var process = Process.Start(start)!;
        var said = process.StandardError.ReadToEndAsync();
        var output = process.StandardOutput.ReadToEnd() + said.GetAwaiter().GetResult();
        process.WaitForExit();
        var error = Error().Match(output + File.ReadAllText(Path.Combine(folder, ".br2-external.mk")));
        if (error.Success || process.ExitCode != 0)
        {
            // In its makefile, a dollar is two.
            var reason = error.Success ? error.Groups[1].Value.Replace("$$", "$", StringComparison.Ordinal) : output.Trim();
            throw new CliException($"Buildroot refuses an external tree: {reason}");
        }

        return folder;
    }

    [GeneratedRegex(@"^export BR2_VERSION := (\S+)", RegexOptions.CultureInvariant | RegexOptions.Multiline)]
    private static partial Regex Version();

    [GeneratedRegex(@"^HOSTCC_MAX_VERSION := (\d+)", RegexOptions.CultureInvariant | RegexOptions.Multiline)]
    private static partial Regex MaximumVersion();

    [GeneratedRegex(@"^BR2_EXTERNAL_ERROR = (.+)", RegexOptions.CultureInvariant | RegexOptions.Multiline)]
    private static partial Regex Error();
}
