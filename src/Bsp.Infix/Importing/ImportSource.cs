using Bsp.Infix.Porting;
using Bsp.Model;

namespace Bsp.Infix.Importing;

/// <summary>The files of a board in an Infix checkout, and what of them was not understood.</summary>
/// <param name="checkout">The checkout.</param>
/// <param name="architecture">The architecture as Buildroot names it: the folder that the board is in.</param>
/// <param name="board">The board's id.</param>
internal sealed class ImportSource(Checkout checkout, string architecture, string board)
{
    /// <summary>Where Infix has what all boards share: no board's record answers for it.</summary>
    public const string Shared = "board/common/";

    private const string External = "BR2_EXTERNAL_INFIX_PATH";

    private readonly List<ImportTodo> _todos = [];
    private readonly HashSet<string> _read = new(StringComparer.Ordinal);

    /// <summary>The board's folder, relative to the checkout.</summary>
    public string Folder { get; } = $"board/{architecture}/{board}";

    /// <summary>What was not understood, in the order in which it was met.</summary>
    public IReadOnlyList<ImportTodo> Todos => _todos;

    /// <summary>A file's lines, null when there is no such file.</summary>
    /// <param name="path">Relative to the checkout.</param>
    public IReadOnlyList<SourceLine>? Lines(string path) =>
        Text(path)?.TrimEnd('\n').Split('\n').Select((text, i) => new SourceLine(path, i + 1, text.TrimEnd('\r'))).ToList();

    /// <summary>A file's text, null when there is no such file.</summary>
    public string? Text(string path)
    {
        _read.Add(path);
        return checkout.ReadText(path);
    }

    /// <summary>The SPDX licence expression in a file's first line, null when there is none.</summary>
    public string? License(string path) =>
        Lines(path)?[0].Text.Split("SPDX-License-Identifier: ") is [_, var license] && license.Length > 0
            ? license.Replace("*/", "", StringComparison.Ordinal).Trim()
            : null;

    /// <summary>The files of the board's folder that nobody has read.</summary>
    public IEnumerable<string> Unread =>
        checkout.EntriesBelow(Folder).Where(x => x.Target is null && !_read.Contains(x.Path)).Select(x => x.Path);

    /// <summary>The files below a folder, relative to the checkout.</summary>
    public IEnumerable<string> FilesBelow(string folder) => checkout.FilesBelow(folder);

    /// <summary>The files and symbolic links below a folder, relative to the checkout, in order; links with what they point to.</summary>
    public IEnumerable<(string Path, string? Target)> EntriesBelow(string folder) => checkout.EntriesBelow(folder);

    /// <summary>The path in the checkout that a makefile's or defconfig's text means, null when it lies elsewhere.</summary>
    public static string? CheckoutPath(string text) =>
        new[] { $"$({External})/", $"${{{External}}}/" }.FirstOrDefault(x => text.StartsWith(x, StringComparison.Ordinal)) is { } prefix
            ? text[prefix.Length..]
            : null;

    /// <summary>Leaves a line to a person.</summary>
    public void Todo(string member, SourceLine line, string why) => Todo(new(member, line.File, line.Number, line.Text, why));

    /// <summary>Leaves a file to a person.</summary>
    public void Todo(string member, string file, string why) => Todo(new(member, file, 0, "", why));

    /// <summary>Makes part of a record; what the record refuses is left to a person.</summary>
    /// <param name="member">The member of the record.</param>
    /// <param name="file">The file that the part is read from.</param>
    /// <param name="make">Makes it.</param>
    /// <returns>The part, or nothing.</returns>
    public T? Attempt<T>(string member, string file, Func<T?> make) => Attempt(member, new SourceLine(file, 0, ""), make);

    /// <summary>Makes part of a record of a line; what the record refuses is left to a person.</summary>
    /// <param name="member">The member of the record.</param>
    /// <param name="line">The line.</param>
    /// <param name="make">Makes it.</param>
    /// <returns>The part, or nothing.</returns>
    public T? Attempt<T>(string member, SourceLine line, Func<T?> make)
    {
        try
        {
            return make();
        }
        catch (ModelException exception)
        {
            Todo(member, line, exception.Message);
            return default;
        }
    }

    // A file that several bootloaders or variants take is read for each of them; what is in it is one question.
    private void Todo(ImportTodo todo)
    {
        if (!todo.File.StartsWith(Shared, StringComparison.Ordinal) && !_todos.Contains(todo))
            _todos.Add(todo);
    }
}

/// <summary>A line of a file.</summary>
/// <param name="File">The file, relative to the checkout.</param>
/// <param name="Number">Its number, from 1.</param>
/// <param name="Text">What it says.</param>
internal sealed record SourceLine(string File, int Number, string Text);
