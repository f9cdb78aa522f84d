using System.Text;
using Bsp.Build;
using Bsp.Kconfig.Conformance.Oracle;

namespace Bsp.Kconfig.Conformance.Tests;

public sealed class ShellAnswersTests
{
    private static readonly Dictionary<string, byte[]> Answers = new()
    {
        ["echo 'a b'\nfalse"] = "a b\n"u8.ToArray(),
        ["true"] = [],
        ["printf '\\377\\0'"] = [0xff, 0],
    };

    [Fact]
    public void Answers_are_read_as_they_were_written()
    {
        var read = ShellAnswers.Parse(ShellAnswers.ToBytes(Answers), "answers");

        Assert.Equal(Answers.Keys.Order(StringComparer.Ordinal), read.Keys.Order(StringComparer.Ordinal));
        Assert.All(Answers, answer => Assert.Equal(answer.Value, read[answer.Key]));
    }

    [Fact]
    public void A_file_that_is_cut_short_is_reported()
    {
        var bytes = ShellAnswers.ToBytes(Answers);
        // Between two answers a file may end; anywhere else it may not.
        var whole = Enumerable.Range(0, bytes.Length)
            .Count(length => Record.Exception(() => ShellAnswers.Parse(bytes.AsSpan(0, length), "answers")) is null);

        Assert.Equal(Answers.Count, whole);
        Assert.Contains(
            "damaged", Assert.Throws<BuildFailedException>(() => ShellAnswers.Parse(bytes.AsSpan(0, bytes.Length - 1), "answers")).Message,
            StringComparison.Ordinal);
    }

    [Fact]
    public void Another_file_is_not_taken_for_answers() =>
        Assert.Throws<BuildFailedException>(() => ShellAnswers.Parse(Encoding.ASCII.GetBytes("CONFIG_A=y\n"), "answers"));
}
