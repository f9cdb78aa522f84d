using System.Text;
using Bsp.Kconfig.Parsing.Files;
using Bsp.Kconfig.Parsing.Lexing;
using Bsp.Kconfig.Parsing.Syntax;

namespace Bsp.Kconfig.Parsing.Elaboration;

/// <summary>The files that are being read and have been read.</summary>
/// <param name="builder">Receives messages.</param>
/// <param name="loader">Has the files.</param>
internal sealed class Includes(KconfigBuilder builder, SyntaxLoader loader)
{
    // No C tool has such limits; they stop files that include each other without end under ever new names.
    private const int MaximumDepth = 1000;
    private const int MaximumCount = 100_000;

    private readonly List<string> _files = [];
    private readonly Dictionary<string, SourcePosition> _seen = new(StringComparer.Ordinal);
    private int _count;

    /// <summary>The file being read; null when all have been.</summary>
    public Frame? Current { get; private set; }

    /// <summary>The names of all files that were read, each once, in the order of first use.</summary>
    public IReadOnlyList<string> Files => _files;

    /// <summary>Begins to read the files that a statement names, one or, where it is a pattern, all that match, by name.</summary>
    /// <param name="name">The name or pattern.</param>
    /// <param name="position">The statement.</param>
    /// <param name="optional">Whether there need be any.</param>
    public void EnterAll(string name, SourcePosition position, bool optional)
    {
        if (!builder.Dialect.IsOfKconfiglib || !FilePattern.IsOne(name))
        {
            Enter(name, position, optional);
            return;
        }

        var found = loader.Find(name);
        if (found.Count == 0 && !optional)
            builder.Report(MessageSeverity.Error, position, $"no file matches \"{name}\"");
        foreach (var file in found)
            Current!.Included.Enqueue((file, position));
        EnterNext();
    }

    /// <summary>Begins to read a file.</summary>
    /// <param name="name">Its name.</param>
    /// <param name="position">The statement that names it; of the first file, nowhere.</param>
    /// <param name="optional">Whether it need not exist.</param>
    public void Enter(string name, SourcePosition position, bool optional)
    {
        if (Load(name, position, optional) is not { } syntax || IsRecursive(name, position))
            return;
        if (Current?.Depth >= MaximumDepth || ++_count > MaximumCount)
        {
            builder.Report(MessageSeverity.Error, position, $"too many files include each other: \"{name}\" is not read");
            return;
        }
        if (_seen.TryAdd(name, position))
            _files.Add(name);
        else if (builder.Dialect.IsStrict)
        {
            var first = _seen[name];
            builder.Report(
                MessageSeverity.Error, position,
                $"repeated inclusion of {name}\n{first.File}:{first.Line}: note: location of first inclusion of {name}",
                MessageTopic.RepeatedInclusion);
            return;
        }
        Current = new(syntax, Current, position.Line);
    }

    /// <summary>Goes on to the next file that the same statement names, or back to the file that it is in.</summary>
    public void Leave()
    {
        Current = Current?.Includer;
        EnterNext();
    }

    private void EnterNext()
    {
        // One that cannot be read is skipped.
        for (var frame = Current; frame == Current && frame is { Included.Count: > 0 };)
        {
            var (name, position) = frame.Included.Dequeue();
            Enter(name, position, optional: false);
        }
    }

    /// <summary>The file that a statement names: the relative kinds begin in the directory of the file they stand in.</summary>
    public string Resolve(string name, TokenKind keyword)
    {
        if (keyword is not (TokenKind.RelativeSource or TokenKind.OptionalRelativeSource))
            return name;
        var slash = Current!.Name.LastIndexOf('/');
        return slash < 0 || name.StartsWith('/') ? name : Current.Name[..(slash + 1)] + name;
    }

    private FileSyntax? Load(string name, SourcePosition position, bool optional)
    {
        var reason = "";
        try
        {
            if (loader.Load(name) is { } syntax)
                return syntax;
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            reason = ": " + exception.Message;
        }
        if (!optional || reason.Length > 0)
        {
            builder.Report(
                MessageSeverity.Error, position,
                Current is null ? $"can't find file {name}{reason}" : $"can't open file \"{name}\"{reason}");
        }

        return null;
    }

    private bool IsRecursive(string name, SourcePosition position)
    {
        var found = false;
        for (var frame = Current; frame is not null; frame = frame.Includer)
            found |= frame.Name == name;
        if (!found)
            return false;
        var text = new StringBuilder($"Recursive inclusion detected.\nInclusion path:\n  current file : {name}");
        var line = position.Line;
        for (var frame = Current; frame is not null; (line, frame) = (frame.IncluderLine, frame.Includer))
            text.Append('\n').Append(System.Globalization.CultureInfo.InvariantCulture, $"  included from: {frame.Name}:{line}");
        builder.Report(MessageSeverity.Error, position, text.ToString());
        return true;
    }
}
