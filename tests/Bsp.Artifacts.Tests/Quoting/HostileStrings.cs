using Xunit;

namespace Bsp.Artifacts.Tests.Quoting;

/// <summary>What a record may contain, by mistake or on purpose.</summary>
internal static class HostileStrings
{
    public static TheoryData<string> All =>
    [
        "plain", "", " ", "  two  spaces  ", "a b", "it's", "'", "''", "\"", "a\"b", "\\", "\\\\", "a\\", "\\n", "\\x41", "$HOME",
        "${HOME}", "$(id)", "`id`", "$$",
        "a;b", "a&b", "a|b", "a>b", "#", "a#b", "a\\#b", "%", "{}", "[x]", "*", "?", "~", "!", "=", "a=b", "-n", "//", "/* x */",
        "@VERSION@", "Größe", "日本", "\U0001F600",
        "'; reboot; '", "\"; reboot; \"", "a\nb", "a\rb", "a\tb", "\u0001", "\u007f", "a\0b",
    ];
}
