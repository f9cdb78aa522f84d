using System.Text;
using Bsp.Kconfig.Conformance.Contract;

namespace Bsp.Kconfig.Conformance.Vectors;

/// <summary>What a test of the tree expects of one result.</summary>
/// <param name="Part">What is looked at.</param>
/// <param name="Whole">Whether it has to be the file, or to contain it.</param>
/// <param name="File">The file in the test's folder.</param>
internal sealed record Expectation(ResultPart Part, bool Whole, string File)
{
    /// <summary>What is wrong; empty when nothing is.</summary>
    public string Fault(KconfigResult result, string folder)
    {
        var expected = Encoding.UTF8.GetString(System.IO.File.ReadAllBytes(Path.Combine(folder, File)));
        var actual = Encoding.UTF8.GetString(Part switch
        {
            ResultPart.Config => result.Output ?? [],
            ResultPart.Stdout => result.StandardOutput,
            _ => result.StandardError,
        });
        var met = Whole ? actual == expected : actual.Contains(expected, StringComparison.Ordinal);
        return met ? "" : $"{Part} {(Whole ? "is not" : "does not contain")} '{File}':\n{actual}";
    }
}

/// <summary>A part of a result.</summary>
internal enum ResultPart
{
    /// <summary>The <c>.config</c> or the minimal defconfig.</summary>
    Config,

    /// <summary>The standard output.</summary>
    Stdout,

    /// <summary>The standard error.</summary>
    Stderr,
}
