using System.Text;
using Bsp.Kconfig.Parsing.Shells;

namespace Bsp.Kconfig.Parsing.Macros;

/// <summary>What macros can see and do besides computing texts.</summary>
/// <param name="environment">The environment.</param>
/// <param name="shell">Runs commands.</param>
/// <param name="warn">Receives the text of a <c>warning-if</c>, with the line it is on.</param>
internal sealed class MacroContext(IReadOnlyDictionary<string, string> environment, IShell shell, Action<int, string> warn)
{
    private readonly List<KeyValuePair<string, string>> _read = [];
    private readonly HashSet<string> _seen = new(StringComparer.Ordinal);

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

    /// <summary>The output of a command.</summary>
    public string Shell(string command) => shell.Run(command);

    /// <summary>Prints a warning of the tree's own.</summary>
    public void Warn(string text) => warn(Line, text);
}
