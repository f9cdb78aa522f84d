using System.Text;
using Bsp.Kconfig;

namespace Bsp.Cli.ConfTool.Prompting;

/// <summary>Lines of answers (xfgets).</summary>
internal sealed partial class ConfigPrompter
{
    // PATH_MAX without the byte that ends a text in C; what is longer comes in pieces.
    private const int MaximumLineLength = 4095;
    private static readonly char[] Blanks = [' ', '\t', '\n', '\v', '\f', '\r'];
    private bool _hasEnded;

    /// <summary>The next line, with its line feed.</summary>
    /// <param name="preset">What is taken when there is none any more.</param>
    private string Line(string preset)
    {
        questions.Flush();
        var line = new StringBuilder();
        while (line.Length < MaximumLineLength && answers.Read() is var next and >= 0)
        {
            line.Append((char)next);
            if (next == '\n')
                break;
        }

        if (line.Length == 0)
        {
            _hasEnded = true;
            faults.Write("\nError in reading or end of file.\n");
            faults.Flush();
            line.Append(preset);
        }

        if (Echoes)
            questions.Write(line.ToString());
        return line.ToString();
    }
}
