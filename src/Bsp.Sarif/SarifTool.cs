namespace Bsp.Sarif;

/// <summary>A program that finds something.</summary>
/// <param name="Name">Its name.</param>
public sealed record SarifTool(string Name)
{
    /// <summary>What each of its rules finds, in a sentence, by the rule's id.</summary>
    public IReadOnlyDictionary<string, string> Rules { get; init; } = new Dictionary<string, string>();

    /// <summary>The folders that names of files are relative to, absolute, by the id that locations name.</summary>
    public IReadOnlyDictionary<string, string> Bases { get; init; } = new Dictionary<string, string>();
}
