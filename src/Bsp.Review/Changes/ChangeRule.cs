namespace Bsp.Review.Changes;

/// <summary>A kind of change.</summary>
/// <param name="Id">Its stable name, such as <c>kernel-lost</c>.</param>
/// <param name="Aspect">What of the board it concerns.</param>
/// <param name="Title">What it is, as a heading says it.</param>
/// <param name="Impact">What it asks of devices in the field, where a change says nothing else.</param>
/// <param name="Attention">How much it wants to be looked at, where a change says nothing else.</param>
public sealed record ChangeRule(string Id, Aspect Aspect, string Title, FieldImpact Impact, Attention Attention = Attention.Note);
