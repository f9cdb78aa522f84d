using System.Diagnostics.CodeAnalysis;
using System.Globalization;

namespace Bsp.Model;

/// <summary>The name of a network interface, such as <c>eth0</c> or <c>lan1</c>.</summary>
public sealed record InterfaceName : CheckedText
{
    // IFNAMSIZ of the kernel's include/uapi/linux/if.h, minus the terminating zero.
    private const int MaximumLength = 15;

    private InterfaceName(string value)
        : base(Checked(TextRules.Word(value, "an interface name", "-_.")))
    {
    }

    /// <summary>An interface name, checked; null for null.</summary>
    /// <exception cref="ModelException">The text is not valid.</exception>
    [return: NotNullIfNotNull(nameof(value))]
    public static implicit operator InterfaceName?(string? value) => value is null ? null : new(value);

    private static string Checked(string name) => name.Length <= MaximumLength
        ? name
        : throw new ModelException(
            $"the interface name '{name}' has {name.Length.ToString(CultureInfo.InvariantCulture)} characters; the kernel allows "
            + MaximumLength.ToString(CultureInfo.InvariantCulture));
}
