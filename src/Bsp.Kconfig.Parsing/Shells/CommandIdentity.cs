using System.Collections.Concurrent;
using System.Security.Cryptography;
using System.Text;

namespace Bsp.Kconfig.Parsing.Shells;

/// <summary>
/// Computes what an answer depends on. A command names programs and files by words; each word that is a program in
/// <c>PATH</c> or that has a slash counts, and so does that it is neither: a tool that is installed later changes the key.
/// </summary>
internal sealed class CommandIdentity
{
    private static readonly char[] Separators = [' ', '\t', '\n', '"', '\'', ';', '&', '|', '(', ')', '{', '}', '<', '>', '=', '`', ','];

    private readonly ToolIdentities _tools;
    private readonly string _currentDirectory;
    private readonly string _environment;
    private readonly ConcurrentDictionary<string, string> _words = new(StringComparer.Ordinal);

    /// <summary>Includes the environment: its variables, and the tools that they name, as scripts use those.</summary>
    public CommandIdentity(
        string currentDirectory, IReadOnlyDictionary<string, string> environment, Func<string, Func<string>, string> getOrAdd)
    {
        _currentDirectory = Path.GetFullPath(currentDirectory);
        _tools = new(_currentDirectory, environment, getOrAdd);
        var text = new StringBuilder();
        foreach (var (name, value) in environment.OrderBy(static pair => pair.Key, StringComparer.Ordinal))
            text.Append(name).Append('=').Append(value).Append('\0').Append(IdentityOfWords(value)).Append('\0');
        _environment = Hash(text.ToString());
    }

    /// <summary>The key of a command's answer.</summary>
    public string KeyOf(string command) =>
        Hash($"1\0{_environment}\0{_currentDirectory}\0{command}\0{IdentityOfWords(command)}");

    private string IdentityOfWords(string text)
    {
        var identities = new StringBuilder();
        foreach (var word in text.Split(Separators, StringSplitOptions.RemoveEmptyEntries).Distinct(StringComparer.Ordinal))
        {
            // Options name files, too: -L/usr/lib, --sysroot=/x; the equals sign separates already.
            var slash = word.IndexOf('/', StringComparison.Ordinal);
            if (word[0] == '-' && slash < 0)
                continue;
            var name = word[0] == '-' ? word[slash..] : word;
            identities.Append(_words.GetOrAdd(name, _tools.Identify)).Append('\0');
        }
        return identities.ToString();
    }

    /// <summary>A key of a text.</summary>
    public static string Hash(string text) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)));
}
