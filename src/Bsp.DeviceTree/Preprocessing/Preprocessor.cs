using System.Text;
using Bsp.Shared;

namespace Bsp.DeviceTrees.Preprocessing;

/// <summary>
/// The C preprocessor as a kernel's build runs it over device trees: <c>gcc -E -nostdinc -undef -D__DTS__ -x assembler-with-cpp</c>.
/// </summary>
internal sealed partial class Preprocessor : IDisposable
{
    private const int MaximumIncludeDepth = 200;
    private const int MaximumIncludes = 10_000;

    // A few lines of macros could ask for more than any machine has.
    private const int MaximumTextLength = 64 << 20;

    private readonly SourceCache _cache;
    private readonly PreprocessorOptions _options;
    private readonly ICollection<SourceMessage> _messages;
    private readonly Stack<Frame> _frames = new();
    private readonly Names _names;
    private readonly MacroTable _macros;
    private PreprocessedText _output = null!;
    private Frame _frame = null!;
    private bool _stopped;
    private int _counter;
    private int _includes;

    public Preprocessor(SourceCache cache, PreprocessorOptions options, ICollection<SourceMessage> messages)
    {
        (_cache, _options, _messages, _emit) = (cache, options, messages, Emit);
        _names = new(cache.Identifiers);
        _macros = cache.TakeMacros();
        // gcc -dM with these options; _STDC_PREDEF_H and its like are of no use to a device tree.
        foreach (var name in new[] { "__DTS__", "__ASSEMBLER__", "__STDC__", "__STDC_HOSTED__" })
            Define(name, "1");
        foreach (var define in options.Defines)
            Define(define.Key, define.Value);
        _macros[_names.File] = new() { BuiltIn = BuiltIn.File };
        _macros[_names.Line] = new() { BuiltIn = BuiltIn.Line };
        _macros[_names.Counter] = new() { BuiltIn = BuiltIn.Counter };
        _macros[_names.BaseFile] = new() { BuiltIn = BuiltIn.BaseFile };
        _macros[_names.IncludeLevel] = new() { BuiltIn = BuiltIn.IncludeLevel };
        foreach (var name in new[] { "__DATE__", "__TIME__", "__TIMESTAMP__" })
            _macros[_cache.Identifiers.IdOf(name)] = new() { BuiltIn = BuiltIn.Time };
        _macros[_cache.Identifiers.IdOf("_Pragma")] = new() { BuiltIn = BuiltIn.Pragma };
        _macros[_names.HasInclude] = _macros[_names.HasIncludeNext] = new() { BuiltIn = BuiltIn.HasInclude };
    }

    /// <summary>Every file that was read, in the order of its first use.</summary>
    public List<SourceFile> Files { get; } = [];

    /// <summary>Makes the text of a file and of all that it includes.</summary>
    public PreprocessedText Run(SourceFile file)
    {
        _output = new(file, _cache);
        Enter(file, -1);
        while (NextTextLine())
            CopyLine();
        _output.Add('\n');
        return _output;
    }

    /// <summary>
    /// What is wrong with a word that stands where a number should: nothing defines it, but a header that was not read, or there
    /// is something like it.
    /// </summary>
    public string Explain(string word)
    {
        if (_cache.Headers.Find(word, _options.IncludeFolders) is { } header)
            return $"the macro '{word}' is not defined; #include <{header}> defines it";
        var question = NearestNames.Question(word, _macros.Defined.Select(_cache.Identifiers.NameOf));
        return $"the macro '{word}' is not defined{(question.Length > 0 ? question : "; is an #include missing?")}";
    }

    /// <summary>Leaves the table of macros to the next tree.</summary>
    public void Dispose() => _cache.Return(_macros);

    private void Enter(SourceFile file, int folder)
    {
        if (!Files.Contains(file))
            Files.Add(file);
        _frame = new(_cache.Tokenize(file), folder);
        _frames.Push(_frame);
    }

    private void Leave()
    {
        foreach (var condition in _frame.Conditions)
            Report(condition.Start, condition.Start, "this condition has no #endif");
        if (_frame.File.OpenComment is >= 0 and var comment)
            Report(comment, comment + "/*".Length, "this comment does not end");
        _frames.Pop();
        _frame = _frames.Count > 0 ? _frames.Peek() : null!;
    }

    /// <summary>Goes to the next line of text, and does what the directives before it say.</summary>
    private bool NextTextLine()
    {
        while (_frames.Count > 0 && !_stopped)
        {
            if (_frame.Line == _frame.File.Lines.Length)
                Leave();
            else if (NextLine())
                return true;
        }

        return false;
    }

    /// <summary>Goes to the next line of the current file; false when it is a directive, which is done, or is skipped.</summary>
    private bool NextLine()
    {
        var line = _frame.File.Lines[_frame.Line++];
        if (line.Directive != Directive.None)
        {
            Execute(line);
            return false;
        }

        (_frame.Next, _frame.End) = (line.First, line.End);
        return !_frame.IsSkipping;
    }

    private void Define(string name, string text)
    {
        var file = Tokenizer.Tokenize(new("<command-line>", Encoding.UTF8.GetBytes(text)), _cache.Identifiers);
        _macros[_cache.Identifiers.IdOf(name)] = new() { File = file, End = file.Count };
    }

    private void Report(int start, int end, string text, SourceSeverity severity = SourceSeverity.Error) =>
        _messages.Add(new(severity, text) { Span = new(new TokenPositions(_frame.File), start, end) });

    /// <summary>A file that is being read.</summary>
    private sealed class Frame(TokenizedFile file, int folder)
    {
        public TokenizedFile File { get; } = file;

        /// <summary>The include folder that it was found in, by its number; -1 for none of them.</summary>
        public int Folder => folder;

        /// <summary>What <c>__FILE__</c> stands for.</summary>
        public string PresumedName { get; set; } = file.Source.Path;

        /// <summary>What <c>#line</c> has added to the numbers of the lines.</summary>
        public int PresumedLines { get; set; }

        /// <summary>The line after the current one.</summary>
        public int Line { get; set; }

        /// <summary>The next token of the current line.</summary>
        public int Next { get; set; }

        /// <summary>After the last token of the current line.</summary>
        public int End { get; set; }

        /// <summary>The conditions that are open, the innermost on top.</summary>
        public Stack<Condition> Conditions { get; } = new();

        public bool IsSkipping => Conditions.Count > 0 && !Conditions.Peek().IsTaken;
    }

    /// <summary>An <c>#if</c> that is open.</summary>
    /// <param name="Start">Where it is.</param>
    /// <param name="IsTaken">Whether the current branch is read.</param>
    /// <param name="IsDone">Whether no further branch can be: one has been, or what is around is skipped.</param>
    /// <param name="HasElse">Whether the current branch is the last.</param>
    private readonly record struct Condition(int Start, bool IsTaken, bool IsDone, bool HasElse);

    /// <summary>Positions in a file that was cut into tokens.</summary>
    private sealed class TokenPositions(TokenizedFile file) : SourceText
    {
        public override int Length => file.Source.Length;

        public override string Folder => file.Source.Folder;

        internal override byte[] Buffer => file.Source.Buffer;

        public override SourcePosition Locate(int offset) => file.Locate(offset);
    }

    /// <summary>The numbers of names that mean something to the preprocessor.</summary>
    private sealed class Names(IdentifierPool pool)
    {
        public int Defined { get; } = pool.IdOf("defined");

        public int VariableArguments { get; } = pool.IdOf("__VA_ARGS__");

        public int File { get; } = pool.IdOf("__FILE__");

        public int Line { get; } = pool.IdOf("__LINE__");

        public int Counter { get; } = pool.IdOf("__COUNTER__");

        public int BaseFile { get; } = pool.IdOf("__BASE_FILE__");

        public int IncludeLevel { get; } = pool.IdOf("__INCLUDE_LEVEL__");

        public int HasInclude { get; } = pool.IdOf("__has_include");

        public int HasIncludeNext { get; } = pool.IdOf("__has_include_next");
    }
}
