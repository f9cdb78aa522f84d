using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Bsp.Build.Processes;

namespace Bsp.Build.Steps;

/// <summary>Collects the inputs of a step and hashes them to its key.</summary>
public sealed class InputHasher
{
    // Changes when the same inputs are to give other outputs, as after a change of the store's layout.
    private const string Format = "bsp-inputs-1";

    private readonly SortedDictionary<string, string> _inputs = new(StringComparer.Ordinal);
    private readonly ToolIdentities _tools;

    /// <summary>Collects for one step.</summary>
    /// <param name="tools">Knows the versions of the host's packages.</param>
    public InputHasher(ToolIdentities tools) => _tools = tools;

    /// <summary>Text: an option, a version, the content of a generated file.</summary>
    /// <param name="name">What it is; each name once a step.</param>
    /// <param name="text">The text itself.</param>
    public void Text(string name, string text) => Add("text", name, Hash(Encoding.UTF8.GetBytes(text)));

    /// <summary>A number, such as a date or a size.</summary>
    public void Number(string name, long number) => Add("number", name, number.ToString(CultureInfo.InvariantCulture));

    /// <summary>The content of a file; its path does not count.</summary>
    /// <exception cref="BuildFailedException">There is no such file.</exception>
    public void File(string name, string path) => Add("file", name, FileHashes.Of(path));

    /// <summary>A program of the host: the version of the Debian package that it comes from counts.</summary>
    /// <exception cref="BuildFailedException">The package is not installed.</exception>
    public void Tool(string program, string package) => Add("tool", program, package + " " + _tools.VersionOf(package));

    /// <summary>A folder: names, contents, links and execute bits of everything below it.</summary>
    public void Tree(string name, string folder) => Add("tree", name, TreeHash.Of(folder));

    /// <summary>Another step.</summary>
    internal void Need(int index, StepKey key) =>
        Add("step", index.ToString("D3", CultureInfo.InvariantCulture), key.Kind + " " + key.Hash);

    /// <summary>One line an input, sorted; what is hashed, and kept beside the output to answer why it was made.</summary>
    internal string Listing => string.Concat(_inputs.Select(input => input.Key + " " + input.Value + "\n"));

    internal StepKey Key(string kind) => new(kind, Hash(Encoding.UTF8.GetBytes(Format + "\nkind " + kind + "\n" + Listing)));

    private static string Hash(byte[] bytes) => Convert.ToHexStringLower(SHA256.HashData(bytes));

    private void Add(string type, string name, string value)
    {
        if (name.AsSpan().ContainsAny('\n', '\r'))
            throw new ArgumentException($"the name of an input has a line break: '{name}'", nameof(name));
        if (!_inputs.TryAdd(type + " " + name, value))
            throw new ArgumentException($"the input '{name}' is described twice", nameof(name));
    }
}
