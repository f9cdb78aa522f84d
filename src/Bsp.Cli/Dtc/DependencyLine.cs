using System.Text;

namespace Bsp.Cli.Dtc;

/// <summary>A rule for make: what a file was made of.</summary>
internal static class DependencyLine
{
    /// <summary>The line, in which blanks are escaped, and nothing else (util.c, fprint_path_escaped).</summary>
    /// <param name="output">The file that was made.</param>
    /// <param name="files">The files that were read.</param>
    public static string Of(string output, IEnumerable<string> files) =>
        files.Prepend(output + ":")
            .Aggregate(
                new StringBuilder(),
                (line, file) => line.Append(line.Length > 0 ? " " : "").Append(file.Replace(" ", "\\ ", StringComparison.Ordinal)))
            .Append('\n')
            .ToString();
}
