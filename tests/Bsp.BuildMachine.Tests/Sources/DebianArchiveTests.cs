using Bsp.Build.Sources;

namespace Bsp.BuildMachine.Tests.Sources;

public sealed class DebianArchiveTests
{
    [Fact]
    public void The_archive_of_origin_debian_is_chosen() =>
        Assert.Equal(
            "http://mirror/debian",
            DebianArchive.Choose([
                "http://example/other\tExample\tbookworm\tbookworm\tmain",
                "http://mirror/debian-security\tDebian\tbookworm-security\tbookworm-security\tmain",
                "http://mirror/debian/\tDebian\tbookworm\tbookworm\tmain",
                ""])!.Uri);

    [Fact]
    public void Before_the_first_update_the_release_as_written_counts() =>
        Assert.Equal("http://mirror/debian", DebianArchive.Choose([
            "http://mirror/debian-security\t$(ORIGIN)\t$(CODENAME)\tstable\tmain",
            "http://example/prod\t$(ORIGIN)\t$(CODENAME)\tbookworm\tmain",
            "http://mirror/debian\t$(ORIGIN)\t$(CODENAME)\tbookworm\tmain"])!.Uri);

    [Fact]
    public void Without_an_archive_there_is_none() =>
        Assert.Null(DebianArchive.Choose(["http://mirror/ubuntu\tUbuntu\tnoble\tnoble\tmain"]));

    [Fact]
    public void Addresses_are_escaped_as_apt_does() =>
        Assert.Equal("http://m/debian/pool/a_1%7ebpo%2b1.deb", new DebianArchive("http://m/debian").Address("pool/a_1~bpo+1.deb"));
}
