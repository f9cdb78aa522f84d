using Bsp.DeviceTrees.Differences;

namespace Bsp.DeviceTrees.Tests;

/// <summary>Trees with values of all types at any offset: what is written of them has what is in them.</summary>
public sealed class GeneratedTreeTests
{
    private const int Trees = 300;

    [Fact]
    public void What_is_written_makes_the_same_blob()
    {
        foreach (var source in GeneratedTrees.Of(1, Trees))
        {
            var tree = Sources.Compile(source).Tree!;
            var blob = BlobWriter.Write(tree);
            foreach (var text in new[] { SourceWriter.Write(tree), SourceWriter.Write(BlobReader.Read(blob)) })
                Assert.True(Sources.Blob(text) is { } again && blob.AsSpan().SequenceEqual(again), source + text);
        }
    }

    [Fact]
    public void Dtc_agrees_on_them()
    {
        foreach (var source in GeneratedTrees.Of(2, 25))
        {
            var blob = Dtc.Compile(source)!;
            Assert.True(blob.AsSpan().SequenceEqual(Sources.Blob(source)), source);
            Assert.True(blob.AsSpan().SequenceEqual(Dtc.Compile(SourceWriter.Write(Sources.Compile(source).Tree!))), source);
        }
    }

    /// <summary>One byte of one value is changed, or nothing, and the texts of both sides differ where the bytes do.</summary>
    [Fact]
    public void Trees_differ_exactly_where_their_blobs_do()
    {
        var random = new Random(3);
        foreach (var source in GeneratedTrees.Of(3, Trees))
        {
            var (before, after) = (Sources.Compile(source).Tree!, Sources.Compile(source).Tree!);
            Assert.False(TreeComparison.Of(before, after).HasChanges);
            Assert.False(TreeComparison.Of(before, BlobReader.Read(BlobWriter.Write(after))).HasChanges, source);
            var properties = after.Root.SelfAndDescendants()
                .SelectMany(node => node.Properties)
                .Where(property => property.Value.Length > 0 && property.Name != "phandle")
                .ToList();
            if (properties.Count == 0)
                continue;
            var changed = properties[random.Next(properties.Count)];
            var bytes = changed.Value.Bytes.ToArray();
            bytes[random.Next(bytes.Length)] ^= (byte)(1 + random.Next(255));
            var (left, right) = (BlobReader.Read(BlobWriter.Write(before)), Damaged(after, changed, bytes));
            var comparison = TreeComparison.Of(left, right);
            var change = Assert.Single(Assert.Single(comparison.Changes).Properties);
            Assert.Equal(changed.Name, change.Name);
            Assert.NotEqual(
                new ValueText(comparison.Before).Of(comparison.Changes[0].Before!, change.Before!),
                new ValueText(comparison.After).Of(comparison.Changes[0].After!, change.After!));
        }
    }

    /// <summary>A node with labels, or one whose content nothing else has, is taken into another: nothing is gone or new.</summary>
    [Fact]
    public void A_node_that_moves_has_moved_in_sources_and_blobs()
    {
        foreach (var source in GeneratedTrees.Of(5, 60))
        {
            const string Unit = "unit { vendor,only = <1 2 3>, \"here\"; status = \"okay\"; part { y; }; };";
            foreach (var (unit, options) in new[] { ("u: " + Unit, new CompilerOptions { Symbols = true }), (Unit, new()) })
            {
                var (before, after) = (
                    source + $"/ {{ from {{ {unit} }}; to {{ }}; }};", source + $"/ {{ from {{ }}; to {{ {unit} }}; }};");
                var (old, now) = (Sources.Compile(before, options).Tree!, Sources.Compile(after, options).Tree!);
                foreach (var (left, right) in new[] { (old, now), (Again(old), Again(now)), (old, Again(now)) })
                {
                    var comparison = TreeComparison.Of(left, right);
                    var moved = Assert.Single(
                        comparison.Changes, change => change.Before?.Path.StartsWith("/__", StringComparison.Ordinal) != true);
                    Assert.True(moved is { IsMoved: true, IsRenamed: false, Before.Path: "/from/unit", Path: "/to/unit" }, source);
                    Assert.Empty(moved.Properties);
                }
            }
        }

        static DeviceTree Again(DeviceTree tree) => BlobReader.Read(BlobWriter.Write(tree));
    }

    [Theory]
    // Which of two is which nothing says.
    [InlineData("a { n { x = <1>; }; m { n { x = <1>; }; }; }; b { };", "a { m { }; }; b { n { x = <1>; }; k { n { x = <1>; }; }; };", 0)]
    // Empty nodes say nothing of themselves.
    [InlineData("a { n { }; }; b { };", "a { }; b { n { }; };", 0)]
    [InlineData("a { n { x = <1>; }; }; b { };", "a { }; b { n { x = <2>; }; };", 0)]
    [InlineData("a { n@1 { x = <1>; }; }; b { };", "a { }; b { n@2 { x = <1>; }; };", 1)]
    [InlineData("a { n { x = <1>; }; }; b { };", "b { n { x = <1>; }; };", 1)]
    [InlineData("a { l: n { x = <1>; }; }; b { };", "a { }; b { l: m { x = <2>; }; };", 1)]
    // What is around it has moved, and takes it along.
    [InlineData("a { n { x; m { y; }; }; }; b { };", "a { }; b { n { x; m { y; }; }; };", 1)]
    public void Only_what_is_certainly_the_same_has_moved(string before, string after, int moved) =>
        Assert.Equal(
            moved,
            TreeComparison.Of(Sources.Compile($"/dts-v1/; / {{ {before} }};").Tree!, Sources.Compile($"/dts-v1/; / {{ {after} }};").Tree!)
                .Changes.Count(change => change.IsMoved));

    // The blob of a tree with other bytes in one value.
    private static DeviceTree Damaged(DeviceTree tree, TreeProperty property, byte[] bytes)
    {
        var node = tree.Root.SelfAndDescendants().First(node => node.Properties.Contains(property));
        var editor = new BlobEditor(BlobWriter.Write(tree));
        editor.Set(editor.Find(node.Path), property.Name, bytes);
        return BlobReader.Read(editor.Pack());
    }

    [Theory]
    [InlineData("/memreserve/ 0x1000 0x100;", "/memreserve/ 0x1000 0x200;", "/memreserve/ 0x1000 0x100; -> /memreserve/ 0x1000 0x200;")]
    [InlineData("", "/memreserve/ 1 2;", " -> /memreserve/ 0x1 0x2;")]
    [InlineData("/memreserve/ 1 2; /memreserve/ 3 4;", "/memreserve/ 3 4; /memreserve/ 1 2;", "")]
    [InlineData("/memreserve/ 1 2; /memreserve/ 1 2;", "/memreserve/ 1 2;", "/memreserve/ 0x1 0x2; -> ")]
    public void Reserved_memory_is_compared(string before, string after, string expected) =>
        Assert.Equal(
            expected,
            string.Join(
                '\n',
                TreeComparison.Of(Reserving(before), Reserving(after)).Reservations
                    .Select(change => $"{change.Before} -> {change.After}")));

    private static DeviceTree Reserving(string entries) => Sources.Compile("/dts-v1/; " + entries + " / { };").Tree!;
}
