using Bsp.Firmware.Boards;
using Bsp.Model;

namespace Bsp.Build.Tests;

/// <summary>What Generate writes, and what --verify says. Board and distribution matter only by their ids.</summary>
public sealed class GeneratedFolderTests : IDisposable
{
    private readonly TempFolder _root = new();
    private readonly GeneratedFolders _folders;

    public GeneratedFolderTests()
    {
        Directory.CreateDirectory(_root["boards"]);
        _folders = new(_root.Path);
    }

    [Fact]
    public void Files_are_written_once_and_then_fresh()
    {
        var board = Sample.Board(("a.cfg", "one\n"), ("sub/b.cfg", "two\n"));
        Assert.Equal(["boards/sample/generated/reference/a.cfg", "boards/sample/generated/reference/sub/b.cfg"], _folders.Write([board]));
        Assert.Equal("two\n", File.ReadAllText(_root["boards/sample/generated/reference/sub/b.cfg"]));
        Assert.Empty(_folders.Compare([board]));
        Assert.Empty(_folders.Write([board]));
    }

    [Fact]
    public void A_stale_file_is_shown_as_a_diff_from_what_is_committed_to_what_is_generated()
    {
        _folders.Write([Sample.Board(("a.cfg", "first\nsecond\nthird\n"))]);
        var stale = Assert.Single(_folders.Compare([Sample.Board(("a.cfg", "first\nchanged\nthird\n"))]));
        Assert.Contains("--- a/boards/sample/generated/reference/a.cfg", stale.Diff, StringComparison.Ordinal);
        Assert.Contains("-second", stale.Diff, StringComparison.Ordinal);
        Assert.Contains("+changed", stale.Diff, StringComparison.Ordinal);
    }

    [Fact]
    public void A_file_that_is_no_longer_generated_is_stale_and_is_removed()
    {
        _folders.Write([Sample.Board(("a.cfg", "x\n"), ("old/b.cfg", "y\n"))]);
        var fewer = Sample.Board(("a.cfg", "x\n"));
        Assert.Null(Assert.Single(_folders.Compare([fewer])).Generated);
        Assert.Equal(["boards/sample/generated/reference/old/b.cfg"], _folders.Write([fewer]));
        Assert.False(Directory.Exists(_root["boards/sample/generated/reference/old"]));
    }

    [Fact]
    public void A_missing_file_is_stale() =>
        Assert.Null(Assert.Single(_folders.Compare([Sample.Board(("a.cfg", "x\n"))])).Committed);

    [Fact]
    public void Artifacts_of_a_board_that_is_gone_are_orphans()
    {
        _root.Write("boards/gone/generated/reference/a.cfg", "x\n");
        Assert.Equal(["boards/gone/generated/reference"], _folders.Orphans([Sample.Board(("a.cfg", "x\n"))]));
    }

    public void Dispose() => _root.Dispose();
}
