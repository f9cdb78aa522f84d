namespace Bsp.Review;

/// <summary>What a page, which anybody may read, says only that it differs of.</summary>
internal static class Secrets
{
    private const string Hidden = "(not shown)";

    private static readonly string[] Words = ["password", "passphrase", "secret", "private", "symmetric-key", "$5$", "$6$", "$y$"];

    /// <summary>Whether a text has a password, a key, or a hash of one in it.</summary>
    public static bool IsIn(string text) => Words.Any(word => text.Contains(word, StringComparison.OrdinalIgnoreCase));

    /// <summary>A value by its name.</summary>
    public static string? Masked(string name, string? value) => value is not null && (IsIn(name) || IsIn(value)) ? Hidden : value;
}
