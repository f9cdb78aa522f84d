namespace Bsp.DeviceTrees.Preprocessing;

/// <summary>Finds the header that defines a macro. It reads all there are, once, so it is for those who are at a loss anyway.</summary>
/// <param name="files">Where files come from.</param>
internal sealed class HeaderSearch(ISourceFiles files)
{
    private readonly object _gate = new();
    private readonly Dictionary<string, Dictionary<string, string>> _macros = new(StringComparer.Ordinal);

    /// <summary>
    /// The header, as <c>#include</c> takes it in pointed brackets; null where none defines the macro, or the files cannot be listed.
    /// </summary>
    public string? Find(string macro, IEnumerable<string> folders)
    {
        if (files is not ISourceFolders listed)
            return null;
        foreach (var folder in folders)
        {
            if (MacrosOf(listed, folder).TryGetValue(macro, out var header))
                return header;
        }

        return null;
    }

    private Dictionary<string, string> MacrosOf(ISourceFolders listed, string folder)
    {
        lock (_gate)
        {
            if (!_macros.TryGetValue(folder, out var macros))
                _macros.Add(folder, macros = Read(listed, folder));
            return macros;
        }
    }

    private static Dictionary<string, string> Read(ISourceFolders listed, string folder)
    {
        var macros = new Dictionary<string, string>(StringComparer.Ordinal);
        var pool = new IdentifierPool();
        // The shortest name first: what includes others repeats them.
        foreach (var header in listed.Headers(folder).OrderBy(header => header.Length).ThenBy(header => header, StringComparer.Ordinal))
        {
            if (listed.TryOpen(folder + "/" + header) is not { } file)
                continue;
            var tokenized = Tokenizer.Tokenize(file, pool);
            foreach (var line in tokenized.Lines)
            {
                if (line.Directive != Directive.Define || line.First == line.End)
                    continue;
                var name = tokenized[line.First].ToString();
                if (!macros.TryGetValue(name, out _))
                    macros[name] = header;
            }
        }

        return macros;
    }
}
