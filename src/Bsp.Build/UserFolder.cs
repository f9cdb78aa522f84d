namespace Bsp.Build;

/// <summary>Where a user's files are: <c>bsp/</c> in the folders of the XDG Base Directory Specification.</summary>
public static class UserFolder
{
    /// <summary>The absolute path of a folder.</summary>
    /// <param name="own">The environment variable that names the very folder, such as <c>BSP_CACHE</c>.</param>
    /// <param name="shared">The specification's variable, such as <c>XDG_CACHE_HOME</c>.</param>
    /// <param name="below">The specification's default for it, below the home folder, such as <c>.cache</c>.</param>
    /// <param name="name">The folder in <c>bsp/</c>; empty for that itself.</param>
    public static string Of(string own, string shared, string below, string name)
    {
        if (Environment.GetEnvironmentVariable(own) is { Length: > 0 } stated)
            return Path.GetFullPath(stated);
        // The specification: a relative path in the variable is to be ignored.
        var home = Environment.GetEnvironmentVariable(shared) is ['/', ..] folder
            ? folder
            : Path.Combine(Environment.GetFolderPath(Environment.SpecialFolder.UserProfile), below);
        return Path.Combine(home, "bsp", name).TrimEnd('/');
    }
}
