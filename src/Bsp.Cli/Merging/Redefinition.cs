using Bsp.Kconfig;

namespace Bsp.Cli.Merging;

/// <summary>A symbol that two fragments set.</summary>
/// <param name="Symbol">The name, with its prefix.</param>
/// <param name="Previous">What was set before.</param>
/// <param name="New">What the later fragment sets.</param>
/// <param name="Stays">Whether the former holds, as a built-in symbol shall not become a module.</param>
internal sealed record Redefinition(string Symbol, FragmentLine Previous, FragmentLine New, bool Stays)
{
    /// <summary>Whether both set the same.</summary>
    public bool IsRedundant => Previous.Text == New.Text;

    /// <summary>What becomes of the line that does not count.</summary>
    public KconfigMessage Message
    {
        get
        {
            var (lost, counts) = Stays ? (New, Previous) : (Previous, New);
            return new(
                MessageSeverity.Warning, lost.Position,
                $"\"{lost.Text}\" sets nothing: \"{counts.Text}\" at {counts.Position.File}:{counts.Position.Line} "
                + (Stays ? "stays" : "comes after it"));
        }
    }

    /// <summary>As merge_config.sh prints it.</summary>
    public override string ToString()
    {
        if (IsRedundant)
            return $"Value of {Symbol} is redundant by fragment {New.Position.File}:\n";
        var values = $"Previous value: {Previous.Text}\nNew value: {New.Text}\n";
        return Stays
            ? values + "-y passed, will not demote y to m\n\n"
            : $"Value of {Symbol} is redefined by fragment {New.Position.File}:\n{values}\n";
    }
}
