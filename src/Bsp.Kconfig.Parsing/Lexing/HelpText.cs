namespace Bsp.Kconfig.Parsing.Lexing;

/// <summary>Where a help text ends: it is skipped line by line and never made into tokens.</summary>
internal static class HelpText
{
    /// <summary>
    /// Skips a help text that begins at <paramref name="position"/>, after the line end of <c>help</c>. It ends before the
    /// first line that is indented less than the first one with text, and before text in the first column.
    /// </summary>
    /// <returns>The length of the text in bytes, without a line end that only ends it.</returns>
    public static int Skip(ReadOnlySpan<byte> text, ref int position, ref int line)
    {
        var start = position;
        var indentation = 0;
        while (position < text.Length)
        {
            var (content, columns) = Indentation(text, position);
            if (content < text.Length && text[content] != (byte)'\n')
            {
                if (content > position && indentation != 0 && columns < indentation)
                {
                    var length = position - start;
                    position = content;
                    return length;
                }
                if (indentation == 0 && content > position)
                    indentation = columns;
                var end = text[content..].IndexOf((byte)'\n');
                content = end < 0 ? text.Length : content + end;
            }
            if (content == text.Length)
            {
                position = content;
                break;
            }
            // Text in the first column of the next line ends the help text.
            position = content + 1;
            line++;
            if (position < text.Length && text[position] is not ((byte)' ' or (byte)'\t' or (byte)'\n'))
                return content - start;
        }
        return position - start;
    }

    /// <summary>Where the text of a line begins, and in which column: tabs go to the next multiple of 8.</summary>
    private static (int Content, int Columns) Indentation(ReadOnlySpan<byte> text, int position)
    {
        var columns = 0;
        for (; position < text.Length; position++)
        {
            if (text[position] == (byte)'\t')
                columns = (columns & ~7) + 8;
            else if (text[position] == (byte)' ')
                columns++;
            else
                break;
        }
        return (position, columns);
    }
}
