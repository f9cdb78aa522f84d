using Bsp.Artifacts.Quoting;
using Scriban.Functions;
using Scriban.Runtime;

namespace Bsp.Artifacts.Rendering;

/// <summary>What templates can call: the quoting of the language they write, and joining.</summary>
/// <remarks>
/// Scriban's own <c>date</c>, <c>timespan</c> and <c>math.random</c> are left out on purpose: an artifact depends on the record alone.
/// </remarks>
internal static class TemplateFunctions
{
    public static ScriptObject All { get; } = Make();

    private static ScriptObject Make()
    {
        var functions = new ScriptObject
        {
            ["array"] = new ArrayFunctions(),
            ["string"] = new StringFunctions(),
        };
        functions.Import("dts", DtsString.Quote);
        functions.Import("genimage", GenimageString.Quote);
        functions.Import("shell", ShellWord.Quote);
        functions.Import("hush", HushWord.Quote);
        functions.Import("grub", GrubWord.Quote);
        functions.Import("ini", IniValue.Quote);
        functions.Import("make", MakeWord.Quote);
        functions.Import("cell", MarkdownText.Cell);
        functions.Import("kconfig", KconfigString.Quote);
        functions.IsReadOnly = true;
        return functions;
    }
}
