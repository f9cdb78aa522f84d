using System.Globalization;
using System.Runtime.InteropServices;
using Bsp.Build.Steps;
using Bsp.Build.Storage;
using CliWrap;
using CliWrap.Buffered;

namespace Bsp.Build.Results;

/// <summary>A folder with results that is replaced as a whole: at any moment it holds the old ones or the new ones.</summary>
/// <param name="path">The folder, such as <c>artifacts/images/qemu-aarch64</c>.</param>
public sealed class ResultFolder(string path)
{
    private const string Sums = "SHA256SUMS";
    private static readonly TimeSpan LockInterval = TimeSpan.FromMilliseconds(100);

    /// <summary>Whether the folder holds what these inputs give, untouched since it was written.</summary>
    /// <param name="inputs">The hash of all inputs.</param>
    /// <param name="date">The date that the files bear.</param>
    /// <remarks>Sizes and dates are compared, contents are not: an image that somebody booted from has another date.</remarks>
    public bool IsUpToDate(string inputs, long date)
    {
        if (Manifest.Read(path) is not { } manifest || manifest.Inputs != inputs)
            return false;
        return manifest.Files.All(file => new FileInfo(Path.Combine(path, file.Name)) is { Exists: true } there
            && there.Length == file.Size && new DateTimeOffset(there.LastWriteTimeUtc).ToUnixTimeSeconds() == date)
            && File.Exists(Path.Combine(path, Sums));
    }

    /// <summary>Writes the results in place of what is there.</summary>
    /// <param name="files">Where each file is, by its name in the folder.</param>
    /// <param name="manifest">Makes the manifest when the files are known.</param>
    /// <param name="date">The date that the files bear.</param>
    /// <param name="cancel">Stops it; the old results stay.</param>
    /// <exception cref="BuildFailedException">The folder cannot be written, as on a full disk; the old results stay.</exception>
    public async Task ReplaceAsync(
        IReadOnlyDictionary<string, string> files, Func<IReadOnlyList<ManifestFile>, Manifest> manifest, long date,
        CancellationToken cancel)
    {
        var draft = SiblingPath("new");
        try
        {
            Directory.CreateDirectory(Path.GetDirectoryName(path)!);
            using var held = await AcquireLockAsync(cancel).ConfigureAwait(false);
            // The turn is ours, so a draft that is there is of a build that was killed.
            Delete(draft);
            try
            {
                Directory.CreateDirectory(draft);
                List<ManifestFile> listed = [];
                foreach (var (name, source) in files.OrderBy(file => file.Key, StringComparer.Ordinal))
                {
                    var target = Path.Combine(draft, name);
                    // Never a hard link: who writes to a result must not write into the store.
                    await CopyAsync(source, target, cancel).ConfigureAwait(false);
                    listed.Add(new(name, new FileInfo(target).Length, FileHashes.Compute(target)));
                }

                await File.WriteAllTextAsync(
                    Path.Combine(draft, Sums), string.Concat(listed.Select(file => file.Sha256 + "  " + file.Name + "\n")),
                    cancel).ConfigureAwait(false);
                await File.WriteAllTextAsync(
                    Path.Combine(draft, Manifest.FileName), manifest(listed).ToText(), cancel).ConfigureAwait(false);
                foreach (var file in Directory.EnumerateFiles(draft))
                    File.SetLastWriteTimeUtc(file, DateTimeOffset.FromUnixTimeSeconds(date).UtcDateTime);
                Publish(draft);
            }
            finally
            {
                Delete(draft);
            }
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw new BuildFailedException($"'{path}' cannot be written: {exception.Message}", exception);
        }
    }

    private string SiblingPath(string end) => Path.Combine(Path.GetDirectoryName(path)!, "." + Path.GetFileName(path) + "." + end);

    // Two builds in one tree write one after the other.
    private async Task<FileLock> AcquireLockAsync(CancellationToken cancel)
    {
        while (true)
        {
            if (FileLock.TryAcquire(SiblingPath("lock")) is { } held)
                return held;
            await Task.Delay(LockInterval, cancel).ConfigureAwait(false);
        }
    }

    private static void Delete(string folder)
    {
        if (Directory.Exists(folder))
            Directory.Delete(folder, recursive: true);
    }

    private static async Task CopyAsync(string source, string target, CancellationToken cancel)
    {
        var copy = await Cli.Wrap("cp").WithArguments(["--reflink=auto", "--sparse=always", source, target])
            .WithValidation(CommandResultValidation.None).ExecuteBufferedAsync(cancel).ConfigureAwait(false);
        if (copy.ExitCode != 0)
            throw new IOException(copy.StandardError.Trim());
    }

    // Afterwards the draft's name leads to the old results, which the caller deletes.
    private void Publish(string draft)
    {
        if (!Directory.Exists(path))
        {
            Directory.Move(draft, path);
            return;
        }

        const int here = -100, exchange = 2; // AT_FDCWD and RENAME_EXCHANGE of renameat2(2)
        if (renameat2(here, draft, here, path, exchange) != 0)
        {
            throw new BuildFailedException(
                $"'{path}' cannot be replaced: {Marshal.GetLastPInvokeErrorMessage()} (error "
                + $"{Marshal.GetLastPInvokeError().ToString(CultureInfo.InvariantCulture)})");
        }
    }

    [DllImport("libc", SetLastError = true)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.System32)]
    private static extern int renameat2(
        int oldFolder, [MarshalAs(UnmanagedType.LPUTF8Str)] string oldPath, int newFolder,
        [MarshalAs(UnmanagedType.LPUTF8Str)] string newPath, uint flags);
}
