using Bsp.Build;

namespace Bsp.Infix.Porting;

/// <summary>The rule for paths that Port writes or removes: a file below the checkout, and nothing of git's.</summary>
internal static class PortPath
{
    // NAME_MAX and PATH_MAX of Linux, in bytes of UTF-8.
    private const int MaximumNameLength = 255;
    private const int MaximumPathLength = 4000;

    /// <summary>The path itself, when it is safe.</summary>
    /// <param name="path">Relative to the checkout, with forward slashes.</param>
    /// <param name="origin">Who wants it: begins the message.</param>
    /// <exception cref="BuildFailedException">It is not safe.</exception>
    public static string Validate(string path, string origin)
    {
        var fault = Fault(path);
        return fault is null
            ? path
            : throw new BuildFailedException($"{origin} has the path '{Printable(path)}', {fault}; a path names a file below the checkout");
    }

    /// <summary>Whether the path is safe.</summary>
    public static bool IsSafe(string path) => Fault(path) is null;

    private static string? Fault(string path)
    {
        if (path.Any(c => char.IsControl(c) || c is '\\'))
            return "which has a control character or a backslash";
        if (System.Text.Encoding.UTF8.GetByteCount(path) > MaximumPathLength)
            return "which is too long";
        foreach (var name in path.Split('/'))
        {
            if (name is "" or "." or "..")
                return $"which has '{name}' between slashes";
            if (System.Text.Encoding.UTF8.GetByteCount(name) > MaximumNameLength)
                return "which has a name that is too long";
            // What is in there runs programs: hooks, filters.
            if (name.Equals(".git", StringComparison.OrdinalIgnoreCase))
                return "which is git's own";
        }

        return path is PortManifest.FilePath or PortManifest.PendingPath ? "which is where Port keeps its own record" : null;
    }

    private static string Printable(string path) => string.Concat(path.Take(200).Select(c => char.IsControl(c) ? '?' : c));
}
