using Bsp.Generators.Evaluation;
using Bsp.Model;

namespace Bsp.Generators.Rendering;

/// <summary>The artifacts of a pair.</summary>
/// <param name="Board">The board's member, as code names it.</param>
/// <param name="Distribution">The distribution's member, as code names it.</param>
/// <param name="Order">What the registry is ordered by.</param>
/// <param name="IsEvaluated">Whether both values are known.</param>
/// <param name="Files">The artifacts.</param>
/// <param name="Failure">Why rendering failed; null when it did not.</param>
internal sealed record RenderedPair(
    string Board, string Distribution, string Order, bool IsEvaluated, Seq<GeneratedFile> Files, string? Failure)
{
    public static RenderedPair From(
        BoardDistributionPair pair, Func<Board, Distribution, Seq<GeneratedFile>> plan, CancellationToken cancel)
    {
        cancel.ThrowIfCancellationRequested();
        var (board, distribution) = (pair.Board.Value, pair.Distribution.Value);
        var rendered = new RenderedPair(
            pair.Board.Reference, pair.Distribution.Reference,
            board?.Id + "\n" + distribution?.Id + "\n" + pair.Board.Reference + "\n" + pair.Distribution.Reference,
            board is not null && distribution is not null, [], null);
        if (board is null || distribution is null)
            return rendered;
        try
        {
            return rendered with { Files = plan(board, distribution) };
        }
        catch (Exception exception) when (exception is not OperationCanceledException)
        {
            // A template that fails is reported at the board; the compiler and the other boards go on.
            var cause = exception.GetBaseException();
            return rendered with { Failure = cause.GetType().Name + ": " + cause.Message };
        }
    }

    public RegistryEntry ToEntry() => new(Board, Distribution, Order, ClassName, IsEvaluated && Failure is null);

    /// <summary>A class name from both references; the hash keeps apart what differs in case or punctuation only.</summary>
    public string ClassName
    {
        get
        {
            var hash = new Fnv();
            hash.Add(Board);
            hash.Add(Distribution);
            return Words(Board) + "_On_" + Words(Distribution) + "_"
                + hash.Value.ToString("x16", System.Globalization.CultureInfo.InvariantCulture);
        }
    }

    private static string Words(string reference) => string.Concat(
        reference.Replace("global::", "")
            .Select(c => c is (>= 'a' and <= 'z') or (>= 'A' and <= 'Z') or (>= '0' and <= '9') ? c : '_')
            .Take(80));
}
