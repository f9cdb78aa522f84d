using System.Text;

namespace Bsp.DeviceTrees.Tests;

/// <summary>Trees written as sources, which dtc reads again; the text itself is compared with dtc's on the boards of a kernel.</summary>
public sealed class SourceWriterTests
{
    public static TheoryData<string> Trees =>
    [
        .. CompilerTests.Trees.Select(row => row.Data).Where(source => Sources.Blob(source) is not null),
        "/dts-v1/; / { a = <1>, <>, \"x\", [], <2>; b = <>, l: \"y\"; };",
        "/dts-v1/; / { a = \"\\xc3\\xa9\\x00\\xff\", \"a\\\\b\\\"c\"; };",
        "/dts-v1/; / { a = /bits/ 16 <1 l: 2>, /bits/ 64 <3>, [01 m: 02] n:; };",
        "/dts-v1/; / { a = <1 &{/x} 2 &{l/y}>, &l, &{/x/y}; l: x { y { }; }; };",
    ];

    [Theory]
    [MemberData(nameof(Trees))]
    public void Dtc_makes_the_same_blob_of_what_is_written(string source)
    {
        var blob = Sources.Blob(source, new() { Symbols = true })!;
        foreach (var keepsPaths in new[] { false, true })
        {
            var text = SourceWriter.Write(
                Sources.Compile(source, new() { Symbols = true }).Tree!, new() { KeepsPathReferences = keepsPaths });
            var again = text.Contains("&{l/", StringComparison.Ordinal) ? Sources.Blob(text) : Dtc.Compile(text);
            Assert.True(again is not null && blob.AsSpan().SequenceEqual(again), text);
        }

        var guessed = SourceWriter.Write(BlobReader.Read(blob));
        Assert.True(Dtc.Compile(guessed) is { } fromGuess && blob.AsSpan().SequenceEqual(fromGuess), guessed);
    }

    [Fact]
    public void References_to_nodes_stay_references()
    {
        var tree = Sources.Compile("/dts-v1/; / { a = <&l 1 &{/x}>; b = &l, \"t\", &{/x}; l: x { }; };").Tree!;
        Assert.Contains("\ta = <&l 0x01 &{/x}>;\n\tb = \"/x\", \"t\", \"/x\";\n", SourceWriter.Write(tree), StringComparison.Ordinal);
        Assert.Contains(
            "\tb = &l, \"t\", &{/x};\n", SourceWriter.Write(tree, new() { KeepsPathReferences = true }), StringComparison.Ordinal);
    }

    [Fact]
    public void Bytes_of_files_between_other_values_are_not_lost()
    {
        var tree =
            Sources.Compile("/dts-v1/; / { a = \"t\", /incbin/(\"data\"), <1>; b = /incbin/(\"data\"); };", null, ("data", "no")).Tree!;
        Assert.Contains("\ta = \"t\", [6e 6f], <0x01>;\n\tb = [6e 6f];\n", SourceWriter.Write(tree), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("\"text\", \"more\"", "\"text\", \"more\"")]
    [InlineData("[61 00 00]", "[61 00 00]")]
    [InlineData("[61 62 00 00]", "\"ab\", \"\"")]
    [InlineData("[00 00 00 01]", "<0x01>")]
    [InlineData("[74 c3 a9 00]", "<0x74c3a900>")]
    [InlineData("[07 0a 00]", "\"\\a\\n\"")]
    public void The_type_of_what_a_blob_has_is_guessed(string value, string expected) =>
        Assert.Contains(
            $"\ta = {expected};\n", SourceWriter.Write(BlobReader.Read(Sources.Blob($"/dts-v1/; / {{ a = {value}; }};")!)),
            StringComparison.Ordinal);

    [Fact]
    public void Damaged_blobs_are_refused_or_can_be_written_in_every_form()
    {
        var blob = Sources.Blob(
            CompilerTests.Trees.Select(row => row.Data).First(source => source.Contains("memory", StringComparison.Ordinal)),
            new() { Symbols = true, Fixups = true })!;
        var random = new Random(1);
        var read = 0;
        for (var i = 0; i < 20_000; i++)
        {
            var damaged = (byte[])blob.Clone();
            for (var changes = random.Next(1, 4); changes > 0; changes--)
                damaged[random.Next(damaged.Length)] = (byte)(random.Next(2) == 0 ? random.Next(256) : random.Next(2) * 255);
            try
            {
                var tree = DeviceTreeCompiler.Complete(
                    BlobReader.Read(damaged), new() { Force = true, Symbols = true, Sorts = random.Next(2) == 0 }).Tree!;
                Assert.StartsWith("/dts-v1/;", SourceWriter.Write(tree), StringComparison.Ordinal);
                Assert.NotEmpty(AssemblerWriter.Write(tree));
                read++;
            }
            catch (FormatException exception)
            {
                Assert.Contains("(at offset 0x", exception.Message, StringComparison.Ordinal);
            }
        }

        Assert.InRange(read, 1000, 20_000);
    }

    [Fact]
    public void Yaml_needs_types_and_ascii()
    {
        Assert.Contains(
            "'p' in /n",
            Assert.Throws<FormatException>(
                () => YamlWriter.Write(BlobReader.Read(Sources.Blob("/dts-v1/; / { n { p = <1>; }; };")!))).Message,
            StringComparison.Ordinal);
        Assert.Contains(
            "'p' of /",
            Assert.Throws<FormatException>(() => YamlWriter.Write(Sources.Compile("/dts-v1/; / { p = \"\\xc3\\xa9\"; };").Tree!)).Message,
            StringComparison.Ordinal);
    }

    [Fact]
    public void Yaml_quotes_what_would_mean_something_else_and_breaks_long_lists()
    {
        var tree = Sources.Compile(
            $"/dts-v1/; / {{ #cells = <1>; {new string('x', 129)}; list = "
            + $"{string.Join(", ", Enumerable.Repeat("\"some words\"", 9))}; ,node {{ }}; }};").Tree!;
        var lines = YamlWriter.Write(tree).Split('\n');
        Assert.Equal("---", lines[0]);
        Assert.Equal("- '#cells': [[0x1]]", lines[1]);
        Assert.Equal($"  ? {new string('x', 129)}", lines[2]);
        Assert.Equal("  : true", lines[3]);
        Assert.Equal("  list: [" + string.Join(", ", Enumerable.Repeat("\"some words\"", 5)) + ", \"some", lines[4]);
        Assert.Equal("  ! ',node': {}", lines[^3]);
        Assert.Equal("...", lines[^2]);
    }
}
