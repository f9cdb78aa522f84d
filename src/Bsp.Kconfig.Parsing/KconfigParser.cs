using System.Runtime.ExceptionServices;
using Bsp.Kconfig.Parsing.Elaboration;
using Bsp.Kconfig.Parsing.Files;
using Bsp.Kconfig.Parsing.Shells;
using Bsp.Kconfig.Parsing.Syntax;

namespace Bsp.Kconfig.Parsing;

/// <summary>Reads trees of Kconfig files.</summary>
public static class KconfigParser
{
    // Enough for macros, parentheses and blocks as deep as they may be; only what is used of it is ever taken.
    private const int StackSize = 64 << 20;

    /// <summary>
    /// Reads a tree. What is wrong with the files is in the result's messages, all of it: reading goes on after an error,
    /// except after an <c>$(error-if,y,…)</c>.
    /// </summary>
    /// <param name="source">The tree.</param>
    /// <returns>The tree, if it has no errors, and what was read and found.</returns>
    public static KconfigParseResult Parse(KconfigSource source)
    {
        ArgumentNullException.ThrowIfNull(source);
        var files = source.Files ?? new DiskFiles(source.CurrentDirectory, source.Environment.GetValueOrDefault("srctree"));
        var shell = source.Shell ?? new ProcessShell(source.CurrentDirectory, source.Environment);
        KconfigParseResult? result = null;
        ExceptionDispatchInfo? failure = null;
        var thread = new Thread(
            () =>
            {
                try
                {
                    var loader = new SyntaxLoader(files, source.Dialect, source.ReadAhead);
                    using var ahead = new PrefetchingShell(source, loader, shell);
                    result = new Elaborator(source, loader, ahead).Run();
                }
#pragma warning disable CA1031 // Whatever it is, it goes on in the thread that called.
                catch (Exception exception)
#pragma warning restore CA1031
                {
                    failure = ExceptionDispatchInfo.Capture(exception);
                }
            },
            StackSize);
        thread.Start();
        thread.Join();
        failure?.Throw();
        return result!;
    }
}
