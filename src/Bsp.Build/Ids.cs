namespace Bsp.Build;

/// <summary>
/// The rule for ids that become names of folders and hosts, checked again wherever one comes from the command line or a file.
/// </summary>
public static class Ids
{
    /// <summary>The id itself, when it is safe as a folder name and as a DNS label.</summary>
    /// <exception cref="BuildFailedException">It is not.</exception>
    public static string Validate(string id)
    {
        var valid = id.Length is >= 1 and <= 63
            && id.All(c => char.IsAsciiLetterLower(c) || char.IsAsciiDigit(c) || c is '-' or '_')
            && char.IsAsciiLetterOrDigit(id[0]) && char.IsAsciiLetterOrDigit(id[^1]);
        return valid
            ? id
            : throw new BuildFailedException(
                $"'{Printable(id)}' is no id: an id is 1 to 63 lower-case letters, digits, '-' and '_', "
                + "with a letter or digit at both ends");
    }

    /// <summary>The host name of a fresh device: the id as a DNS label (RFC 1123 section 2.1 has no <c>_</c>).</summary>
    public static string HostName(string id) => Validate(id).Replace('_', '-');

    private static string Printable(string id) => string.Concat(id.Take(80).Select(c => char.IsControl(c) ? '?' : c));
}
