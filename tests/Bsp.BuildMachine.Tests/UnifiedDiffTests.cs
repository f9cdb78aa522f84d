using System.Diagnostics;
using Bsp.Build;

namespace Bsp.BuildMachine.Tests;

/// <summary>Diffs against patch(1), which makes of the one text the other.</summary>
public sealed class UnifiedDiffTests
{
    [Theory]
    [InlineData("a\nb\nc\n", "a\nx\nc\n")]
    [InlineData("a\n", "")]
    [InlineData("", "a\nb\n")]
    [InlineData("a", "a\n")]
    [InlineData("a\n", "a")]
    [InlineData("a\nb", "a\nc")]
    [InlineData("1\n2\n3\n4\n5\n6\n7\n8\n9\n", "1\nx\n3\n4\n5\n6\n7\n8\ny\n")]
    [InlineData("1\n2\n3\n4\n5\n6\n7\n8\n9\n10\n11\n", "x\n2\n3\n4\n5\n6\n7\n8\n9\n10\n")]
    [InlineData("a\r\nb\rc\n", "a\r\nb\rd\n")]
    [InlineData("a\nb\n", "\na\n\nb\n\n")]
    public void Patch_makes_of_one_text_the_other(string before, string after)
    {
        using var folder = new TempFolder();
        var file = folder.Write("file", before);
        var patch = folder.Write("patch", UnifiedDiff.Create("file", before, after));
        using var process = Process.Start(new ProcessStartInfo("patch", ["--binary", "--quiet", "--fuzz=0", file, patch]))!;
        process.WaitForExit();
        Assert.Equal(0, process.ExitCode);
        Assert.Equal(after, File.Exists(file) ? File.ReadAllText(file) : "");
    }

    [Fact]
    public void Equal_texts_have_no_hunk() => Assert.Equal("--- a/x\n+++ b/x\n", UnifiedDiff.Create("x", "a\n", "a\n"));
}
