using Bsp.Model;

namespace Bsp.Artifacts.Boards;

/// <summary>The kernel's part of <c>board.json</c>: every request with the layer that it comes from.</summary>
internal static class KernelJson
{
    public static JsonMembers Of(Board board, DebianDistribution distribution) => new JsonMembers
    {
        { "source", distribution.KernelSource },
        { "arguments", KernelArguments.Of(board, distribution) },
        { "requests", KernelConfig.For(board, distribution).Requests.Select(merged => Of(merged.Request).With("layer", merged.Layer)) },
    }.With("shared", distribution.SharesKernel(board.Soc.Architecture));

    /// <summary>A request; <c>optional</c> and <c>overrides</c> only where they hold.</summary>
    public static JsonMembers Of(KconfigRequest request) => new JsonMembers
    {
        { "symbol", request.Symbol },
        { "type", request.Value.Type.ToString().ToLowerInvariant() },
        { "value", request.Value.Text },
    }
        .With("reason", request.Reason)
        .With("optional", request.Optional)
        .With("overrides", request.Overrides);
}
