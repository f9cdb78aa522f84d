using System.Collections.Immutable;
using System.Runtime.CompilerServices;
using Bsp.Artifacts.Checks.DeviceTrees;
using Bsp.Artifacts.Checks.Kernel;
using Bsp.Kconfig;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Text;
using TreeSnapshot = Bsp.DeviceTrees.TreeSnapshot;

namespace Bsp.Generators.Inspection;

/// <summary>
/// What is known about kernels, as <c>Restore</c> left it among the additional files:
/// <c>platform/&lt;source&gt;/kconfig-&lt;architecture&gt;.snapshot</c>, and <c>dt-&lt;architecture&gt;/</c> with the trees that
/// boards extend.
/// </summary>
/// <param name="files">The additional files of the compilation.</param>
internal sealed class PlatformSnapshots(ImmutableArray<AdditionalText> files)
{
    // An editor keeps the text while the file stands.
    private static readonly ConditionalWeakTable<SourceText, ReadResult<KernelRequests>> s_kconfig = new();
    private static readonly ConditionalWeakTable<SourceText, ReadResult<BaseTree>> s_trees = new();

    /// <summary>What checks requests for a kernel, or why nothing does.</summary>
    /// <param name="source">The kernel's source, such as <c>linux-6.12</c>.</param>
    /// <param name="architecture">The kernel's name of the architecture.</param>
    /// <param name="cancel">Stops reading.</param>
    public (KernelRequests? Requests, string? Problem) Kconfig(string source, string architecture, CancellationToken cancel) =>
        Find($"platform/{source}/kconfig-{architecture}.snapshot", s_kconfig, text => new(SnapshotReader.Read(text)), cancel);

    /// <summary>A tree that boards extend, or why there is none.</summary>
    /// <param name="source">The kernel's source.</param>
    /// <param name="architecture">The kernel's name of the architecture.</param>
    /// <param name="path">The tree's path below the architecture's folder.</param>
    /// <param name="cancel">Stops reading.</param>
    public (BaseTree? Tree, string? Problem) Tree(string source, string architecture, string path, CancellationToken cancel) =>
        Find($"platform/{source}/dt-{architecture}/{path}.snapshot", s_trees, text => new(TreeSnapshot.Read(text)), cancel);

    private (T? Value, string? Problem) Find<T>(
        string end, ConditionalWeakTable<SourceText, ReadResult<T>> results, Func<string, T> read, CancellationToken cancel)
        where T : class
    {
        var file = files.FirstOrDefault(file => file.Path.Replace('\\', '/').EndsWith("/" + end, StringComparison.Ordinal));
        if (file?.GetText(cancel) is not { } text)
            return (null, $"there is no 'artifacts/{end}'");
        var result = results.GetValue(text, text => Read(text.ToString(), read));
        return (result.Value, result.Problem is { } problem ? $"'artifacts/{end}' cannot be read: {problem}" : null);
    }

    private static ReadResult<T> Read<T>(string text, Func<string, T> read)
        where T : class
    {
        try
        {
            return new(read(text), null);
        }
        catch (FormatException exception)
        {
            return new(null, exception.Message);
        }
    }

    private sealed record ReadResult<T>(T? Value, string? Problem)
        where T : class;
}
