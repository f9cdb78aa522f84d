namespace Bsp.Build.Tests.Recipes;

/// <summary>A file that a recipe has somebody write or change.</summary>
/// <param name="Path">Its path in the repository.</param>
/// <param name="Edit">Its text, from the one that is there.</param>
internal sealed record HandWrittenFile(string Path, Func<string, string> Edit)
{
    /// <summary>One that is not there yet.</summary>
    public static HandWrittenFile New(string path, string text) => new(path, _ => text);
}
