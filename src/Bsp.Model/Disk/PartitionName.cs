using System.Diagnostics.CodeAnalysis;

namespace Bsp.Model;

/// <summary>
/// The name of a partition (PARTLABEL), or of a region outside the table, which genimage calls a partition too. It is a word in kernel
/// arguments and below <c>/dev/disk/by-partlabel</c>.
/// </summary>
public sealed record PartitionName : CheckedText
{
    private PartitionName(string value)
        : base(TextRules.Word(value, "a partition name", "-_."))
    {
    }

    /// <summary>A partition name, checked; null for null.</summary>
    /// <exception cref="ModelException">The text is not valid.</exception>
    [return: NotNullIfNotNull(nameof(value))]
    public static implicit operator PartitionName?(string? value) => value is null ? null : new(value);
}
