using System.Text;

namespace Bsp.Kconfig.Parsing.Shells;

/// <summary>What of a command's output becomes its answer (do_shell in scripts/kconfig/preprocess.c).</summary>
public static class ShellOutput
{
    /// <summary>The bytes that are looked at; what a command prints beyond is lost.</summary>
    public const int Limit = 4095;

    /// <summary>The answer that an output makes: line ends at the end go, those within become spaces.</summary>
    public static string Answer(ReadOnlySpan<byte> output)
    {
        output = output[..Math.Min(output.Length, Limit)].TrimEnd((byte)'\n');
        // A C text ends at its first NUL.
        var end = output.IndexOf((byte)0);
        return Encoding.UTF8.GetString(end < 0 ? output : output[..end]).Replace('\n', ' ');
    }
}
