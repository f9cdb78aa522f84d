namespace Bsp.Cli.Dtc;

/// <summary>What fdtget and fdtdump take for text.</summary>
internal static class FdtText
{
    /// <summary>Whether bytes are texts of ASCII that can be shown, none of them empty (util.c, util_is_printable_string).</summary>
    public static bool IsPrintable(ReadOnlySpan<byte> bytes)
    {
        if (bytes.Length == 0 || bytes[^1] != 0)
            return false;
        var length = 0;
        foreach (var c in bytes)
        {
            if (c == 0 ? length == 0 : c is < 0x20 or > 0x7e)
                return false;
            length = c == 0 ? 0 : length + 1;
        }

        return true;
    }
}
