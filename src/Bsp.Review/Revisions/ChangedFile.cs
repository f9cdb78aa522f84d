namespace Bsp.Review.Revisions;

/// <summary>A file that two revisions have differently.</summary>
/// <param name="Path">Its path in the repository.</param>
/// <param name="WasThere">Whether the base has it.</param>
/// <param name="IsThere">Whether the head has it.</param>
public sealed record ChangedFile(string Path, bool WasThere = true, bool IsThere = true);
