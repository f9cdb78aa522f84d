using System.Text;

namespace Bsp.Cli.Files;

/// <summary>Reads and writes files that the command line names.</summary>
internal static class TextFile
{
    private static readonly UTF8Encoding Utf8 = new(encoderShouldEmitUTF8Identifier: false);

    /// <summary>Reads a file.</summary>
    /// <param name="host">Knows where relative paths begin.</param>
    /// <param name="file">The file.</param>
    /// <param name="what">What it is, for the message when it cannot be read.</param>
    public static string Read(CliHost host, string file, string what) => Utf8.GetString(ReadBytes(host, file, what));

    /// <summary>Reads the bytes of a file.</summary>
    /// <param name="host">Knows where relative paths begin.</param>
    /// <param name="file">The file.</param>
    /// <param name="what">What it is, for the message when it cannot be read.</param>
    public static byte[] ReadBytes(CliHost host, string file, string what)
    {
        using var stream = Open(host, file, what);
        // A pipe, such as /dev/stdin or what <(…) of a shell names, has no length.
        using var bytes = new MemoryStream(stream.CanSeek ? (int)stream.Length : 0);
        stream.CopyTo(bytes);
        return bytes.ToArray();
    }

    /// <summary>Opens a file.</summary>
    /// <param name="host">Knows where relative paths begin.</param>
    /// <param name="file">The file.</param>
    /// <param name="what">What it is, for the message when it cannot be read.</param>
    public static FileStream Open(CliHost host, string file, string what)
    {
        var path = host.Absolute(file);
        if (Directory.Exists(path))
            throw new CliException($"'{file}' is a folder, not {what}");
        if (!File.Exists(path))
            throw new CliException($"there is no '{file}', {what}");
        try
        {
            return new(path, FileMode.Open, FileAccess.Read, FileShare.Read, bufferSize: 0);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new CliException($"'{file}', {what}, cannot be read: {FileError.Reason(e)}");
        }
    }

    /// <summary>Writes a file; <c>-</c> is standard output.</summary>
    public static void Write(CliHost host, string file, string text)
    {
        if (file == "-")
        {
            host.Out.Write(text);
            return;
        }

        var path = host.Absolute(file);
        if (Directory.Exists(path))
            throw new CliException($"'{file}' is a folder; name a file in it");
        try
        {
            Directory.CreateDirectory(Path.GetDirectoryName(path)!);
            File.WriteAllBytes(path, Utf8.GetBytes(text));
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new CliException($"'{file}' cannot be written: {FileError.Reason(e)}");
        }
    }
}
