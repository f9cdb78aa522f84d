namespace Bsp.Build.Processes;

/// <summary>The environment that tools run in: made from scratch, so that nothing of the user's leaks into an output.</summary>
internal static class ToolEnvironment
{
    // Debian's own folders only: a program in /usr/local has no package whose version could count.
    private const string SearchPath = "/usr/sbin:/usr/bin:/sbin:/bin";

    // The least date that FAT can hold (1980-01-01). A step that wants the commit's date passes and describes it:
    // otherwise each commit would make a new kernel.
    private const string DefaultDate = "315532800";

    private static readonly string[] ProxyNames = ["http_proxy", "https_proxy", "no_proxy", "HTTP_PROXY", "HTTPS_PROXY", "NO_PROXY"];

    /// <summary>The caller's proxies, for programs that download; they do not touch what is downloaded.</summary>
    public static IReadOnlyDictionary<string, string> Proxies => ProxyNames
        .Select(name => (Name: name, Value: Environment.GetEnvironmentVariable(name)))
        .Where(variable => !string.IsNullOrEmpty(variable.Value))
        .ToDictionary(variable => variable.Name, variable => variable.Value!, StringComparer.Ordinal);

    /// <summary>The variables to set; those of the caller that are not named map to null, which removes them.</summary>
    public static Dictionary<string, string?> For(string home, IReadOnlyDictionary<string, string>? extra)
    {
        var variables = Environment.GetEnvironmentVariables().Keys
            .Cast<string>()
            .ToDictionary(name => name, string? (_) => null, StringComparer.Ordinal);
        variables["PATH"] = FakeClock.SearchPath + SearchPath;
        variables["HOME"] = home;
        variables["TMPDIR"] = home;
        variables["LC_ALL"] = "C.UTF-8";
        variables["TZ"] = "UTC";
        variables["SOURCE_DATE_EPOCH"] = DefaultDate;
        foreach (var (name, value) in FakeClock.Variables)
            variables[name] = value;
        foreach (var (name, value) in extra ?? new Dictionary<string, string>())
            variables[name] = value;
        return variables;
    }
}
