using System.Collections.Concurrent;
using System.Runtime.CompilerServices;
using Bsp.DeviceTrees.Preprocessing;

namespace Bsp.DeviceTrees;

/// <summary>
/// Files, and what is known about each whatever is defined. Trees that share a cache read and tokenize each header once; threads
/// may share one.
/// </summary>
/// <param name="files">Where files come from.</param>
public sealed class SourceCache(ISourceFiles files)
{
    private readonly ConditionalWeakTable<SourceFile, TokenizedFile> _tokenized = new();

    private readonly ConcurrentBag<MacroTable> _macros = [];

    private readonly ConcurrentBag<PreprocessedText.Buffers> _buffers = [];

    internal HeaderSearch Headers { get; } = new(files);

    internal IdentifierPool Identifiers { get; } = new();

    internal SourceFile? TryOpen(string path) => files.TryOpen(path);

    internal TokenizedFile Tokenize(SourceFile file) => _tokenized.GetValue(file, file => Tokenizer.Tokenize(file, Identifiers));

    /// <summary>A table without macros, to be returned.</summary>
    internal MacroTable TakeMacros() => _macros.TryTake(out var macros) ? macros : new();

    internal void Return(MacroTable macros)
    {
        macros.Clear();
        _macros.Add(macros);
    }

    /// <summary>The memory of a text that is not needed any more; null where there is none.</summary>
    internal PreprocessedText.Buffers? RentBuffers() => _buffers.TryTake(out var room) ? room : null;

    internal void Return(PreprocessedText.Buffers room) => _buffers.Add(room);

    /// <summary>Looks for a file in a folder, then in others.</summary>
    /// <param name="name">Its path.</param>
    /// <param name="first">The folder; null for none.</param>
    /// <param name="folders">The others.</param>
    /// <param name="from">The number of the first of the others.</param>
    /// <param name="folder">The number of the one that it was found in; -1 for none of the others.</param>
    internal SourceFile? Find(string name, string? first, IReadOnlyList<string> folders, int from, out int folder)
    {
        folder = -1;
        if (name is ['/', ..])
            return TryOpen(name);
        if (first is not null && TryOpen(Combined(first, name)) is { } beside)
            return beside;
        for (folder = from; folder < folders.Count; folder++)
        {
            if (TryOpen(Combined(folders[folder], name)) is { } file)
                return file;
        }

        return null;
    }

    private static string Combined(string folder, string name) =>
        folder.Length == 0 ? name : folder is [.., '/'] ? folder + name : folder + "/" + name;
}
