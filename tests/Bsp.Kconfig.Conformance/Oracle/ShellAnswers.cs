using System.Globalization;
using System.Text;
using Bsp.Build;

namespace Bsp.Kconfig.Conformance.Oracle;

/// <summary>What the shell printed for each command, in the format of <c>shell-answers.c</c>.</summary>
public static class ShellAnswers
{
    private const string Header = "bsp-shell-answers 1\n";

    /// <summary>The content of a file without answers.</summary>
    public static byte[] None => Encoding.ASCII.GetBytes(Header);

    /// <summary>Reads a file.</summary>
    /// <exception cref="BuildFailedException">It is not such a file, or it is cut short.</exception>
    public static IReadOnlyDictionary<string, byte[]> Read(string path) => Parse(File.ReadAllBytes(path), path);

    /// <summary>Reads the content of a file.</summary>
    /// <param name="content">The content.</param>
    /// <param name="path">What messages call it.</param>
    /// <exception cref="BuildFailedException">It is not such a file, or it is cut short.</exception>
    public static IReadOnlyDictionary<string, byte[]> Parse(ReadOnlySpan<byte> content, string path)
    {
        if (!content.StartsWith(Encoding.ASCII.GetBytes(Header)))
            throw new BuildFailedException($"{path}: this is not a file with shell answers");
        var rest = content[Header.Length..];
        var answers = new Dictionary<string, byte[]>(StringComparer.Ordinal);
        while (rest.Length > 0)
        {
            var end = rest.IndexOf((byte)'\n');
            var lengths = Encoding.ASCII.GetString(end < 0 ? rest : rest[..end]).Split(' ');
            if (end < 0 || lengths is not [var first, var second]
                || !int.TryParse(first, CultureInfo.InvariantCulture, out var command)
                || !int.TryParse(second, CultureInfo.InvariantCulture, out var answer)
                || rest.Length < end + command + answer + 3)
                throw new BuildFailedException($"{path}: the file is cut short or damaged at byte {content.Length - rest.Length}");
            rest = rest[(end + 1)..];
            answers[Encoding.UTF8.GetString(rest[..command])] = rest.Slice(command + 1, answer).ToArray();
            rest = rest[(command + answer + 2)..];
        }

        return answers;
    }

    /// <summary>The content of a file with these answers.</summary>
    public static byte[] ToBytes(IReadOnlyDictionary<string, byte[]> answers)
    {
        using var file = new MemoryStream();
        file.Write(Encoding.ASCII.GetBytes(Header));
        foreach (var (command, answer) in answers.OrderBy(pair => pair.Key, StringComparer.Ordinal))
        {
            var bytes = Encoding.UTF8.GetBytes(command);
            file.Write(Encoding.ASCII.GetBytes(string.Create(CultureInfo.InvariantCulture, $"{bytes.Length} {answer.Length}\n")));
            file.Write([.. bytes, (byte)'\n', .. answer, (byte)'\n']);
        }

        return file.ToArray();
    }
}
