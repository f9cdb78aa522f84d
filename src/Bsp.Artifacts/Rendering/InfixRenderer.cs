using Bsp.Model;

namespace Bsp.Artifacts.Rendering;

/// <summary>Renders an artifact that boards have on Infix.</summary>
internal abstract class InfixRenderer : IArtifactRenderer
{
    IEnumerable<GeneratedFile> IArtifactRenderer.Render(Board board, Distribution distribution) =>
        board.Infix is { } infix && distribution is InfixDistribution of ? Render(board, infix, of) : [];

    /// <inheritdoc cref="IArtifactRenderer.Render"/>
    protected abstract IEnumerable<GeneratedFile> Render(Board board, InfixBoard infix, InfixDistribution distribution);

    /// <summary>What people call the board: its line in Buildroot's menu.</summary>
    protected static string Title(Board board, InfixBoard infix) => infix.Prompt ?? board.Identity.Vendor + " " + board.Identity.Model;
}
