using System.Text;

namespace Bsp.Infix.Tests.Reading.DeviceTrees;

/// <summary>A string of a device-tree source, of which one text can be written in several ways.</summary>
internal static class DtsText
{
    /// <summary>The one way to write it: only quotes and backslashes are escaped, a new line stands as it is.</summary>
    /// <param name="text">What is between the quotes.</param>
    public static string Normal(string text)
    {
        var normal = new StringBuilder();
        for (var i = 0; i < text.Length; i++)
        {
            var c = text[i];
            if (c == '\\' && i + 1 < text.Length)
            {
                c = text[++i] switch { 'n' => '\n', 't' => '\t', 'r' => '\r', var other => other };
                if (c is '"' or '\\')
                    normal.Append('\\');
            }

            normal.Append(c);
        }

        return normal.ToString();
    }
}
