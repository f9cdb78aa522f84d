using System.Globalization;
using System.Text;

namespace Bsp.DeviceTrees;

/// <summary>What comments in a source say about where its parts come from (srcpos.c, srcpos_string_comment).</summary>
/// <param name="options">How much they say.</param>
internal sealed class SourceAnnotator(SourceWriterOptions options)
{
    private readonly string _origin = options.Origin?.FirstNamed ?? "";

    /// <summary>Where a property is defined; null for what nobody wrote.</summary>
    public string? First(SourceSpan span) => span.Text is null ? Nowhere : Note(span, isFirst: true);

    /// <summary>Where a node begins, at each of its positions; null for one that nobody wrote.</summary>
    public string? First(IReadOnlyList<SourceSpan> spans) => Note(spans, isFirst: true);

    /// <summary>Where a node ends, at each of its positions; null for one that nobody wrote.</summary>
    public string? Last(IReadOnlyList<SourceSpan> spans) => Note(spans, isFirst: false);

    private string? Nowhere => options.Annotations == SourceAnnotations.Spans ? "<no-file>:<no-line>" : null;

    private string? Note(IReadOnlyList<SourceSpan> spans, bool isFirst) =>
        spans.Count == 0 ? Nowhere : string.Join(", ", spans.Select(span => Note(span, isFirst)));

    private string Note(SourceSpan span, bool isFirst)
    {
        var (first, last) = (span.Text!.Locate(span.Start), span.Text.Locate(Math.Max(span.Start, span.End)));
        return options.Annotations == SourceAnnotations.Spans
            ? string.Format(
                CultureInfo.InvariantCulture, "{0}:{1}:{2}-{3}:{4}", first.File, first.Line, first.Column, last.Line, last.Column)
            : string.Format(CultureInfo.InvariantCulture, "{0}:{1}", FromOrigin(first.File), isFirst ? first.Line : last.Line);
    }

    // The path from the folder of the first file, where both begin with the same folders.
    private string FromOrigin(string file)
    {
        var (slash, folders) = (-1, 0);
        for (var i = 0; i < file.Length && i < _origin.Length && file[i] == _origin[i]; i++)
        {
            if (file[i] == '/')
                (slash, folders) = (i, folders + 1);
        }

        if (slash < 0)
            return file;
        return new StringBuilder().Insert(0, "../", _origin.Count(c => c == '/') - folders)
            .Append(file, slash + 1, file.Length - slash - 1)
            .ToString();
    }
}
