using Bsp.Build;
using CliWrap;
using CliWrap.Buffered;

namespace Bsp.Firmware.Reproduction;

/// <summary>A clone of a tree with the changes that are not committed, and without what git ignores.</summary>
internal static class TreeCopy
{
    public static async Task MakeAsync(string root, string target, CancellationToken cancel)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(target)!);
        await GitAsync(cancel, "clone", "--quiet", "--no-hardlinks", root, target).ConfigureAwait(false);
        var changed = await GitAsync(cancel, "-C", root, "diff", "--name-only", "-z", "HEAD").ConfigureAwait(false);
        var added = await GitAsync(cancel, "-C", root, "ls-files", "-z", "--others", "--exclude-standard").ConfigureAwait(false);
        foreach (var name in (changed + added).Split('\0', StringSplitOptions.RemoveEmptyEntries))
        {
            var (from, to) = (Path.Combine(root, name), Path.Combine(target, name));
            if (File.Exists(from))
            {
                Directory.CreateDirectory(Path.GetDirectoryName(to)!);
                File.Copy(from, to, overwrite: true);
            }
            else
            {
                File.Delete(to);
            }
        }

        // The answer of the package mirror is the same there.
        var provider = Path.Combine(".nuke", "temp", "nuke-provider");
        Directory.CreateDirectory(Path.Combine(target, ".nuke", "temp"));
        if (File.Exists(Path.Combine(root, provider)))
            File.Copy(Path.Combine(root, provider), Path.Combine(target, provider));
    }

    private static async Task<string> GitAsync(CancellationToken cancel, params string[] arguments)
    {
        var result = await Cli.Wrap("git").WithArguments(["-c", "safe.directory=*", .. arguments])
            .WithValidation(CommandResultValidation.None).ExecuteBufferedAsync(cancel).ConfigureAwait(false);
        return result.ExitCode == 0
            ? result.StandardOutput
            : throw new BuildFailedException(
                $"git {string.Join(' ', arguments)} failed: {result.StandardError.Trim()}; a build is reproduced from a clone");
    }
}
