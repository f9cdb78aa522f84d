using Bsp.Build;
using Bsp.Firmware.Boards;
using Bsp.Firmware.Tests.Support;
using Bsp.Model;

namespace Bsp.Firmware.Tests.Boards;

public sealed class BoardCatalogTests
{
    private static readonly BoardCatalog Catalog = new(
        [SampleBoards.Make("qemu-x86_64"), SampleBoards.Make("qemu-aarch64"), SampleBoards.Make("friendlyarm-nanopi-r2s")]);

    [Fact]
    public void An_unknown_board_is_answered_with_the_nearest_names_and_the_list()
    {
        var failure = Assert.Throws<BuildFailedException>(() => Catalog.Select(["qemu-arch64"], "sample"));

        Assert.StartsWith("there is no board 'qemu-arch64'; did you mean 'qemu-aarch64'", failure.Message, StringComparison.Ordinal);
        Assert.Contains("boards: friendlyarm-nanopi-r2s, qemu-aarch64, qemu-x86_64", failure.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("../etc")]
    [InlineData("a b")]
    [InlineData("")]
    [InlineData("-a")]
    [InlineData("A")]
    [InlineData("a/b")]
    [InlineData("a\u0000b")]
    [InlineData("äöü")]
    public void What_is_not_an_id_never_becomes_a_path(string id)
    {
        var failure = Assert.Throws<BuildFailedException>(() => Catalog.Select([id], "sample"));

        Assert.Contains("is no id", failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void All_stands_for_every_board_once()
    {
        Assert.Equal(
            ["qemu-x86_64", "friendlyarm-nanopi-r2s", "qemu-aarch64"],
            Catalog.Select(["qemu-x86_64", "all"], "sample").Select(board => board.Board.Id));
    }

    [Fact]
    public void An_underscore_in_an_id_is_a_dash_in_the_host_name()
    {
        Assert.Equal("qemu-x86-64", Ids.HostName("qemu-x86_64"));
    }

    [Fact]
    public void A_missing_boards_assembly_says_how_to_make_it()
    {
        Assert.Contains(
            "build boards/Boards.csproj", Assert.Throws<BuildFailedException>(() => BoardCatalog.Load("/nowhere/Bsp.Boards.dll")).Message,
            StringComparison.Ordinal);
    }

    [Fact]
    public void A_board_that_is_described_for_another_distribution_only_says_for_which()
    {
        var catalog = new BoardCatalog([SampleBoards.Make("here", "sample"), SampleBoards.Make("there", "other")]);
        Assert.Contains(
            "the board 'there' is described for other, not for sample",
            Assert.Throws<BuildFailedException>(() => catalog.Select(["there"], "sample")).Message, StringComparison.Ordinal);
        Assert.Equal(["there", "here"], catalog.SelectOnAll(["there", "here"]).Select(board => board.Board.Id));
    }

    [Fact]
    public void A_board_is_built_on_its_only_distribution_or_on_the_default_one()
    {
        var catalog = new BoardCatalog(
            [SampleBoards.Make("one", "first"), SampleBoards.Make("both", "first"), Default(SampleBoards.Make("both", "second"))]);

        Assert.Equal(["first", "second"], catalog.Select(["one", "both"]).Select(board => board.Distribution.Id));
        Assert.Equal(["first", "first"], catalog.Select(["one", "both"], "first").Select(board => board.Distribution.Id));
        Assert.Equal(["both"], catalog.Select(["all"]).Select(board => board.Board.Id));
        Assert.Equal(["both", "one"], catalog.Select(["all"], "first").Select(board => board.Board.Id));
        Assert.Equal(["first", "second"], catalog.SelectOnAll(["both"]).Select(board => board.Distribution.Id));
        Assert.Equal(["first"], catalog.SelectOnAll(["both"], "first").Select(board => board.Distribution.Id));
    }

    [Fact]
    public void Where_no_distribution_is_the_default_one_has_to_be_named()
    {
        var catalog = new BoardCatalog([SampleBoards.Make("both", "first"), SampleBoards.Make("both", "second")]);

        Assert.Contains(
            "'both' is described for first and second", Assert.Throws<BuildFailedException>(() => catalog.Select(["both"])).Message,
            StringComparison.Ordinal);
        Assert.Contains(
            "name one with --distribution: first, second", Assert.Throws<BuildFailedException>(() => catalog.Select(["all"])).Message,
            StringComparison.Ordinal);
    }

    [Fact]
    public void A_distribution_that_no_board_has_is_answered_with_those_that_there_are()
    {
        Assert.Contains(
            "no board has the distribution 'sampel'; there are: sample",
            Assert.Throws<BuildFailedException>(() => Catalog.Select(["all"], "sampel")).Message, StringComparison.Ordinal);
        Assert.Contains(
            "is no id", Assert.Throws<BuildFailedException>(() => Catalog.SelectOnAll(["all"], "../x")).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Results_of_another_distribution_than_the_default_one_have_a_folder_of_their_own()
    {
        Assert.Equal("board", Default(SampleBoards.Make("board", "first")).ResultName);
        Assert.Equal("board.second", SampleBoards.Make("board", "second").ResultName);
    }

    private static GeneratedBoard Default(
        GeneratedBoard board) => board with { Distribution = (DebianDistribution)board.Distribution with { IsDefault = true } };
}
