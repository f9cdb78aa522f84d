namespace Bsp.Build.Processes;

/// <summary>Finds programs: those of Debian in its folders, and .NET.</summary>
public static class ToolPaths
{
    private static readonly string[] Folders = ["/usr/sbin", "/usr/bin", "/sbin", "/bin"];

    /// <summary>The .NET that runs this program; where it has a starter of its own, the one that PATH has.</summary>
    public static string DotNet { get; } = Environment.ProcessPath is { } path && Path.GetFileName(path) == "dotnet" ? path : "dotnet";

    /// <summary>The program's absolute path.</summary>
    /// <exception cref="BuildFailedException">There is no such program.</exception>
    public static string Find(string tool)
    {
        if (tool.Contains('/', StringComparison.Ordinal))
            return File.Exists(tool) ? tool : throw new BuildFailedException($"there is no program '{tool}'");
        return Folders.Select(folder => folder + "/" + tool).FirstOrDefault(File.Exists)
            ?? throw new BuildFailedException(
                $"the program '{tool}' is not installed; './build.sh' without '--no-install' installs what a build needs");
    }
}
