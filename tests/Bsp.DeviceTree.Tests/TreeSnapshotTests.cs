namespace Bsp.DeviceTrees.Tests;

/// <summary>Snapshots of trees, which stand in for sources that are not at hand.</summary>
public sealed class TreeSnapshotTests
{
    public static TheoryData<string> Trees =>
    [
        // What is omitted without a reference is in a snapshot, as those who extend the tree may refer to it.
        .. CompilerTests.Trees.Select(row => row.Data)
            .Where(source => Sources.Blob(source) is not null && !source.Contains("/omit-if-no-ref/", StringComparison.Ordinal)),
        "/dts-v1/; / { aliases { l = &l; t = \"x\", &{/x}, \"y\"; }; l: x { }; };",
    ];

    [Theory]
    [MemberData(nameof(Trees))]
    public void A_snapshot_makes_the_blob_of_the_source(string source)
    {
        var snapshot = SnapshotOf(source);
        Assert.True(Sources.Blob(source)!.AsSpan().SequenceEqual(Sources.Blob(snapshot)), snapshot);
    }

    [Fact]
    public void What_a_part_of_a_tree_refers_to_outside_of_it_loses_nothing_else()
    {
        var snapshot = SnapshotOf("/dts-v1/; / { aliases { a = &there; b = &elsewhere; }; there: x { clocks = <&elsewhere>; }; };");
        Assert.Contains("\ta = &there;\n", snapshot, StringComparison.Ordinal);
        Assert.Contains("\tclocks = <&elsewhere>;\n", snapshot, StringComparison.Ordinal);
        Assert.NotNull(TreeSnapshot.Read(snapshot).Root.Child("x"));
    }

    private static string SnapshotOf(string source) =>
        TreeSnapshot.Of("test.dts", new(new MemoryFiles([("test.dts", source)])), []).Snapshot!;
}
