namespace Nuke.Common.Execution;

/// <summary>The command line: targets first, then <c>--name value…</c>. The last of two equal names holds.</summary>
internal sealed class ArgumentParser(IReadOnlyList<string> arguments)
{
    /// <summary>What precedes the first <c>--name</c>, or null when there is nothing.</summary>
    public IReadOnlyList<string>? Positional
    {
        get
        {
            var values = arguments.TakeWhile(x => !IsName(x)).ToList();
            return values.Count > 0 ? values : null;
        }
    }

    /// <summary>The values after a name (none for a bare switch), or null when it is not there.</summary>
    public IReadOnlyList<string>? Named(string name)
    {
        for (var i = arguments.Count - 1; i >= 0; i--)
        {
            if (IsName(arguments[i])
                && arguments[i].Replace("-", "", StringComparison.Ordinal).Equals(name, StringComparison.OrdinalIgnoreCase))
                return [.. arguments.Skip(i + 1).TakeWhile(x => !IsName(x))];
        }

        return null;
    }

    private static bool IsName(string argument) => argument.StartsWith('-');
}
