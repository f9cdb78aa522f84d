namespace Bsp.DeviceTrees.Preprocessing;

/// <content>
/// Files that are included (C11, section 6.10.2, and gcc's <c>#include_next</c>, <c>#import</c> and <c>#pragma once</c>).
/// </content>
internal sealed partial class Preprocessor
{
    private readonly HashSet<SourceFile> _once = [];

    private void Include(TokenLine line)
    {
        var isExpanded = line.First < line.End && Tokens[line.First].Id >= 0;
        if (!TryReadHeader(isExpanded ? TextOf(ExpandedHeader(TokensOf(line))) : RestOf(line), out var header))
        {
            Report(line.Start, EndOf(line), "#include takes \"FILE\" or <FILE>");
            return;
        }

        if (_readsArguments)
        {
            Report(line.Start, EndOf(line), "a file cannot be included between the arguments of a macro");
            return;
        }

        if (_frames.Count == MaximumIncludeDepth || ++_includes > MaximumIncludes)
        {
            Report(
                line.Start, EndOf(line),
                $"files are included {MaximumIncludeDepth} deep, or {MaximumIncludes} times: does '{header.Name}' include itself?");
            _stopped = true;
            return;
        }

        var isNext = line.Directive == Directive.IncludeNext;
        if (Find(header, isNext, out var folder) is not { } file)
        {
            var folders = (header.IsQuoted && !isNext ? [FolderName(_frame.File.Source.Folder)] : Array.Empty<string>())
                .Concat(_options.IncludeFolders.Skip(isNext ? _frame.Folder + 1 : 0))
                .DefaultIfEmpty("no folder: none is given");
            // gcc takes it for read where __has_include has looked for it before.
            var isMissed = _missed.Contains(header.Name);
            Report(
                line.Start, EndOf(line),
                $"there is no file '{header.Name}'; looked in {string.Join(", ", folders)}"
                + (isMissed ? ". As __has_include has looked for it before, gcc includes nothing without a word" : ""),
                isMissed ? SourceSeverity.Warning : SourceSeverity.Error);
            return;
        }

        if (_once.Contains(file) || (line.Directive == Directive.Import && Files.Contains(file)))
            return;
        if (line.Directive == Directive.Import)
            _once.Add(file);
        Enter(file, folder);
    }

    private List<Token> ExpandedHeader(List<Token> tokens)
    {
        _isHeader = true;
        var expanded = Expanded(tokens);
        _isHeader = false;
        return expanded;
    }

    private SourceFile? Find(Header header, bool isNext, out int folder) => isNext && _frames.Count > 1
        ? _cache.Find(header.Name, null, _options.IncludeFolders, _frame.Folder + 1, out folder)
        : _cache.Find(header.Name, header.IsQuoted ? _frame.File.Source.Folder : null, _options.IncludeFolders, 0, out folder);

    private static string FolderName(string folder) => folder.Length == 0 ? "." : folder;

    /// <summary>Reads the name of a header, as it is written or as a macro expands to it.</summary>
    private static bool TryReadHeader(string text, out Header header)
    {
        var isQuoted = text is ['"', ..];
        var end = text.Length < 2 ? -1 : isQuoted ? text.IndexOf('"', 1) : text[0] == '<' ? text.IndexOf('>') : -1;
        header = new(end < 2 ? "" : text.Substring(1, end - 1), isQuoted);
        return header.Name.Length > 0;
    }

    /// <summary>What an <c>#include</c> names.</summary>
    /// <param name="Name">The path.</param>
    /// <param name="IsQuoted">Whether it is looked for beside the including file first.</param>
    private readonly record struct Header(string Name, bool IsQuoted);
}
