using System.Globalization;
using System.Text;

namespace Bsp.Artifacts.Quoting;

/// <summary>A string in device-tree source, FIT source (.its) included (Devicetree Specification 0.4, section 6.2).</summary>
internal static class DtsString
{
    /// <summary>The text between double quotes; control characters as <c>\xHH</c>.</summary>
    /// <exception cref="Model.ModelException">The text has a zero byte, which would make two strings of it.</exception>
    public static string Quote(string text)
    {
        Refusal.ThrowIfAny(text, "a device-tree string", c => c == '\0');
        var quoted = new StringBuilder("\"");
        foreach (var c in text)
        {
            if (c is '"' or '\\')
                quoted.Append('\\').Append(c);
            else if (c == '\n')
                quoted.Append("\\n");
            else if (Refusal.IsControl(c))
                // dtc's get_hex_char takes two digits at most, so what follows cannot be drawn in.
                quoted.Append("\\x").Append(((int)c).ToString("x2", CultureInfo.InvariantCulture));
            else
                quoted.Append(c);
        }

        return quoted.Append('"').ToString();
    }
}
