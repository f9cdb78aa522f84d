namespace Nuke.Common;

/// <summary>
/// A field or property that is set from the command line, the environment or <c>.nuke/parameters.json</c>, in this order.
/// </summary>
/// <remarks>
/// <c>MySwitch</c> is <c>--my-switch</c> on the command line and <c>MY_SWITCH</c> or <c>NUKE_MY_SWITCH</c> in the environment.
/// </remarks>
[AttributeUsage(AttributeTargets.Field | AttributeTargets.Property)]
public class ParameterAttribute(string? description = null) : Attribute
{
    /// <summary>What the parameter is for.</summary>
    public virtual string? Description { get; } = description;

    /// <summary>The name, where it is not the member's.</summary>
    public string? Name { get; set; }

    /// <summary>One character that separates the elements of an array within one value.</summary>
    public string? Separator { get; set; }

    /// <summary>Whether <c>--help</c> shows it.</summary>
    public virtual bool List { get; set; } = true;
}

/// <summary>Marks a parameter that every target needs.</summary>
[AttributeUsage(AttributeTargets.Property | AttributeTargets.Field)]
public sealed class RequiredAttribute : Attribute;
