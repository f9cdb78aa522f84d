using Bsp.DeviceTrees.Checks;
using Bsp.DeviceTrees.Language;
using Bsp.DeviceTrees.Preprocessing;

namespace Bsp.DeviceTrees;

/// <summary>What came of a source.</summary>
/// <param name="Tree">The tree; null when there is none, or none that should be used.</param>
/// <param name="Messages">What is wrong.</param>
/// <param name="Files">Every file that was read, in order: what <c>/include/</c> and <c>/incbin/</c> name each time, as in dtc.</param>
public sealed record CompiledTree(DeviceTree? Tree, IReadOnlyList<SourceMessage> Messages, IReadOnlyList<SourceFile> Files)
{
    internal PreprocessedText? Text { get; init; }

    /// <summary>
    /// Leaves the memory of the text to trees that are compiled later with the same cache. From then on nobody may ask where
    /// something of this tree, or a message, stands.
    /// </summary>
    public void Release() => Text?.Release();
}

/// <summary>Makes trees of sources, as the kernel's preprocessor and dtc do.</summary>
public static class DeviceTreeCompiler
{
    /// <summary>Makes the tree of a source.</summary>
    /// <param name="path">The source.</param>
    /// <param name="cache">Where files come from.</param>
    /// <param name="options">What decides besides the source.</param>
    /// <exception cref="IOException">A file cannot be read.</exception>
    public static CompiledTree Compile(string path, SourceCache cache, CompilerOptions? options = null)
    {
        var messages = new List<SourceMessage>();
        return cache.TryOpen(path) is { } file
            ? Compile(file, cache, options ?? new(), messages)
            : new(null, [new(SourceSeverity.Error, $"there is no file '{path}'")], []);
    }

    /// <summary>Checks a tree that comes from elsewhere, a blob or folders, and completes it by what the options ask for.</summary>
    /// <param name="tree">The tree; it is changed.</param>
    /// <param name="options">What decides about it.</param>
    public static CompiledTree Complete(DeviceTree tree, CompilerOptions? options = null)
    {
        options ??= new();
        var messages = new List<SourceMessage>();
        var checks = ChecksOf(options, messages);
        return new(messages.Count == 0 && Complete(tree, checks, options, messages) ? tree : null, messages, []);
    }

    private static CheckSet ChecksOf(CompilerOptions options, List<SourceMessage> messages)
    {
        var checks = new CheckSet();
        foreach (var (option, asError) in options.Checks)
        {
            if (!checks.TrySet(option, asError))
                messages.Add(new(SourceSeverity.Error, $"Unrecognized check name \"{option}\""));
        }

        return checks;
    }

    private static CompiledTree Compile(SourceFile file, SourceCache cache, CompilerOptions options, List<SourceMessage> messages)
    {
        var checks = ChecksOf(options, messages);
        List<SourceFile> files = [file];
        SourceText text = file;
        using var preprocessor = options.Preprocessor is { } defined ? new Preprocessor(cache, defined, messages) : null;
        if (preprocessor is not null)
            (text, files) = (preprocessor.Run(file), preprocessor.Files);
        var parser = new DtsParser(new(text, cache, options.IncludeFolders, files, messages), messages)
        {
            ExplainWord = preprocessor is null ? null : preprocessor.Explain,
            KeepsMacroNames = options.KeepsMacroNames,
        };
        if (parser.Parse() is not { } tree || messages.Exists(message => message.Severity == SourceSeverity.Error))
            return new(null, messages, files) { Text = text as PreprocessedText };
        return new(Complete(tree, checks, options, messages) ? tree : null, messages, files) { Text = text as PreprocessedText };
    }

    // Whether there is a tree to use.
    private static bool Complete(DeviceTree tree, CheckSet checks, CompilerOptions options, List<SourceMessage> messages)
    {
        tree.BootProcessor = options.BootProcessor ?? tree.BootProcessor;
        var run = new CheckRun(tree, options, messages);
        if (!run.Run(checks) && !options.Force)
            return false;
        if (options.Aliases)
            Completion.AddLabels(tree, "aliases", messages, null);
        if (options.Symbols)
            Completion.AddLabels(tree, "__symbols__", messages, run.Phandles);
        if ((options.Fixups || tree.IsPlugin) && !Completion.AddFixups(tree, messages))
            return false;
        if (options.Sorts)
            Completion.Sort(tree);
        return true;
    }
}
