using System.Security.Cryptography;
using System.Text;
using Bsp.Kconfig.Parsing.Shells;

namespace Bsp.Cli.SourceTrees;

/// <summary>
/// BusyBox's Config.in files: most are made of comments in its C files, by a script that its makefile runs. Where it builds outside
/// of the sources, or has yet to build, they are not among these.
/// </summary>
/// <param name="host">Says where the files are kept.</param>
/// <param name="source">The tree.</param>
internal sealed class BusyBoxFiles(CliHost host, SourceTree source)
{
    private const string Script = "scripts/gen_build_files.sh";

    /// <summary>Has the script make the files in a folder of their own, where they are not in the tree.</summary>
    /// <returns>The folder, which is to the sources what that of a build is; null where the tree has them.</returns>
    /// <exception cref="CliException">The script makes none.</exception>
    public string? Make()
    {
        if (source.Kind != SourceTreeKind.BusyBox || !File.Exists(Path.Combine(source.Folder, "init/Config.src"))
            || File.Exists(Path.Combine(source.Folder, "init/Config.in")))
            return null;
        var key = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(source.Folder)));
        var folder = Path.Combine(SourceTreeReader.CacheFolder(host) ?? Path.GetTempPath(), "kconfig", "busybox", key[..32]);
        Directory.CreateDirectory(folder);
        var variables = new Dictionary<string, string>(host.Environment, StringComparer.Ordinal)
        {
            ["SOURCES"] = source.Folder,
            ["OBJECTS"] = folder,
        };
        // It leaves alone what would stay the same.
        var said = new ProcessShell(source.Folder, variables).Run($"sh {Script} \"$SOURCES\" \"$OBJECTS\" 2>&1");
        return File.Exists(Path.Combine(folder, "init/Config.in"))
            ? folder
            : throw new CliException($"BusyBox's {Script} makes no Config.in files: {said.Trim()}");
    }
}
