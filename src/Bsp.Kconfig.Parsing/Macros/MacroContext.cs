using System.Text;
using System.Text.RegularExpressions;
using Bsp.Kconfig.Parsing.Shells;

namespace Bsp.Kconfig.Parsing.Macros;

/// <summary>What macros can see and do besides computing texts.</summary>
/// <param name="environment">The environment.</param>
/// <param name="shell">Runs commands.</param>
/// <param name="warn">Receives the text of a <c>warning-if</c>, with the line it is on.</param>
internal sealed partial class MacroContext(IReadOnlyDictionary<string, string> environment, IShell shell, Action<int, string> warn)
{
    private readonly List<KeyValuePair<string, string>> _read = [];
    private readonly HashSet<string> _seen = new(StringComparer.Ordinal);
    private bool _needsDeviceTree;

    /// <summary>The file being read, as it was named.</summary>
    public string FileName { get; set; } = "";

    /// <summary>The line being read.</summary>
    public int Line { get; set; }

    /// <summary>What <c>info</c> printed.</summary>
    public StringBuilder Output { get; } = new();

    /// <summary>The environment variables that were read and set, in the order of first use.</summary>
    public IReadOnlyList<KeyValuePair<string, string>> EnvironmentRead => _read;

    /// <summary>The value of an environment variable; null when it is not set.</summary>
    public string? Environment(string name)
    {
        if (name.Length == 0 || !environment.TryGetValue(name, out var value))
            return null;
        if (_seen.Add(name))
            _read.Add(new(name, value));
        return value;
    }

    /// <summary>
    /// Replaces <c>$NAME</c> and <c>${NAME}</c> by environment variables, as Python's <c>os.path.expandvars</c> does: what is not
    /// set stays as it is.
    /// </summary>
    public string ExpandVariables(string text) => text.Contains('$', StringComparison.Ordinal)
        ? Reference().Replace(text, match => Environment(match.Groups[1].Value + match.Groups[2].Value) ?? match.Value)
        : text;

    [GeneratedRegex(@"\$(?:(\w+)|\{([^}]*)\})", RegexOptions.CultureInvariant)]
    private static partial Regex Reference();

    /// <summary>Whether there are the functions of Zephyr, and texts may name environment variables.</summary>
    public bool IsOfKconfiglib { get; init; }

    /// <summary>Notes that the files ask the devicetree.</summary>
    /// <param name="function">The function that does.</param>
    public void NeedsDeviceTree(string function)
    {
        // Once is enough: a tree has some hundred of these.
        if (!_needsDeviceTree)
            Warn($"'{function}' asks the devicetree, which is not read here: it and its like say what they do where there is none");
        _needsDeviceTree = true;
    }

    /// <summary>The output of a command.</summary>
    public string Shell(string command) => shell.Run(command);

    /// <summary>Prints a warning of the tree's own.</summary>
    public void Warn(string text) => warn(Line, text);
}
