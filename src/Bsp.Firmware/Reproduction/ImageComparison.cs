using System.Security.Cryptography;
using Bsp.Build;
using CliWrap;
using CliWrap.Buffered;

namespace Bsp.Firmware.Reproduction;

/// <summary>Compares two folders of results byte for byte.</summary>
public static class ImageComparison
{
    private const int ShownLines = 60;

    /// <summary>The SHA-256 of each file of the first folder that the second has alike.</summary>
    /// <param name="first">A folder of results.</param>
    /// <param name="second">The other.</param>
    /// <param name="report">The folder for diffoscope's reports.</param>
    /// <param name="cancel">Stops it.</param>
    /// <exception cref="BuildFailedException">
    /// They differ; the message begins diffoscope's report of the first difference and names the file with all of it.
    /// </exception>
    public static async Task<IReadOnlyDictionary<string, string>> CompareAsync(
        string first, string second, string report, CancellationToken cancel)
    {
        var (left, right) = (await HashesAsync(first, cancel).ConfigureAwait(false),
            await HashesAsync(second, cancel).ConfigureAwait(false));
        if (!left.Keys.SequenceEqual(right.Keys, StringComparer.Ordinal))
        {
            throw new BuildFailedException(
                $"the second build has other files: {string.Join(", ", right.Keys)}; the first: {string.Join(", ", left.Keys)}");
        }

        var different = left.Where(x => right[x.Key] != x.Value).Select(x => x.Key).ToList();
        if (different.Count == 0)
            return left;

        // Sums and manifest differ because a file does: that file says why.
        var name = different.OrderBy(x => x is "SHA256SUMS" or "manifest.json").ThenBy(x => x, StringComparer.Ordinal).First();
        Directory.CreateDirectory(report);
        var path = Path.Combine(report, name + ".txt");
        var text = await DiffoscopeAsync(Path.Combine(first, name), Path.Combine(second, name), cancel).ConfigureAwait(false);
        await File.WriteAllTextAsync(path, text, cancel).ConfigureAwait(false);
        throw new BuildFailedException(
            $"{string.Join(", ", different)} of {Path.GetFileName(first)} came out different; {name}, "
            + $"by diffoscope (all of it in {path}):\n{string.Join('\n', text.Split('\n').Take(ShownLines))}");
    }

    private static async Task<SortedDictionary<string, string>> HashesAsync(string folder, CancellationToken cancel)
    {
        var hashes = new SortedDictionary<string, string>(StringComparer.Ordinal);
        foreach (var path in Directory.GetFiles(folder))
        {
            var stream = File.OpenRead(path);
            await using (stream.ConfigureAwait(false))
                hashes[Path.GetFileName(path)] = Convert.ToHexStringLower(await SHA256.HashDataAsync(stream, cancel).ConfigureAwait(false));
        }

        return hashes;
    }

    private static async Task<string> DiffoscopeAsync(string first, string second, CancellationToken cancel)
    {
        try
        {
            var result = await Cli.Wrap("diffoscope")
                .WithArguments(["--text", "-", "--no-progress", "--max-text-report-size", "1000000", first, second])
                .WithValidation(CommandResultValidation.None).ExecuteBufferedAsync(cancel).ConfigureAwait(false);
            return result.StandardOutput + result.StandardError;
        }
        catch (System.ComponentModel.Win32Exception)
        {
            return "diffoscope is not installed: apt-get install diffoscope-minimal";
        }
    }
}
