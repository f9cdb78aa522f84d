using Bsp.Build;
using Bsp.Build.Sources;

namespace Bsp.BuildMachine.Tests.Sources;

public sealed class LockFileTests
{
    private const string Hash = "63da62cee94692315b864727102aa22c1c3995b36b2135ef1a3fa1aea9ef1e6c";

    private const string Good =
        $$"""
        {
          "schema": "bsp-sources/1",
          "sources": [
            {
              "name": "tools",
              "packages": [
                {
                  "package": "hammer",
                  "kind": "deb",
                  "version": "1:2.0-1",
                  "suite": "bookworm",
                  "architecture": "arm64",
                  "files": [
                    {
                      "name": "hammer_2.0-1_arm64.deb",
                      "path": "pool/main/h/hammer/hammer_2.0-1_arm64.deb",
                      "size": 42,
                      "sha256": "{{Hash}}"
                    }
                  ]
                }
              ]
            }
          ]
        }

        """;

    [Fact]
    public void Text_survives_reading_and_writing() => Assert.Equal(Good, LockFile.Parse(Good, "lock").ToText());

    [Fact]
    public void Releases_of_a_product_come_oldest_first_and_one_without_a_number_last()
    {
        var file = new LockFile
        {
            Sources = [.. new[] { "dtc-1.7.2", "linux-6.12", "linux-6.9", "linux-newest" }.Select(
                name => new LockedSource { Name = name, Packages = [] })],
        };

        Assert.Equal(["linux-6.9", "linux-6.12", "linux-newest"], file.ReleasesOf("linux"));
        Assert.Equal("linux-6.12", file.NewestOf("linux"));
        Assert.Throws<BuildFailedException>(() => file.ReleasesOf("busybox"));
    }

    [Theory]
    [InlineData("\"size\": 42", "\"size\": \"many\"", "lock:17: ")]
    [InlineData("\"size\": 42,", "", "lock:19: ")]
    [InlineData("\"kind\": \"deb\"", "\"kind\": \"rpm\"", "lock:9: ")]
    [InlineData("\"version\"", "\"vresion\"", "lock:10: ")]
    [InlineData("\"size\": 42,", "\"size\": 42", "lock:18: ")]
    [InlineData(Hash, "abc", "lock:18: the sha256 of 'hammer_2.0-1_arm64.deb' is 'abc'")]
    [InlineData("\"size\": 42", "\"size\": 0", "lock:15: the size of")]
    [InlineData("pool/main/h", "../h", "leaves the archive")]
    [InlineData("\"name\": \"hammer_2.0-1_arm64.deb\"", "\"name\": \"../x\"", "lock:15: the file name '../x' is a path")]
    [InlineData("bsp-sources/1", "bsp-sources/9", "lock:2: the schema is 'bsp-sources/9'")]
    public void A_fault_is_reported_with_its_line(string good, string bad, string message)
    {
        var text = Good.Replace(good, bad, StringComparison.Ordinal);
        Assert.NotEqual(Good, text);

        var fault = Assert.Throws<BuildFailedException>(() => LockFile.Parse(text, "lock"));

        Assert.Contains(message, fault.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_missing_file_says_how_to_make_one()
    {
        using var folder = new TempFolder();

        Assert.Contains(
            "./build.sh Lock", Assert.Throws<BuildFailedException>(() => LockFile.Load(folder)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void An_unknown_source_names_the_known_ones() =>
        Assert.Contains(
            "it has tools", Assert.Throws<BuildFailedException>(() => LockFile.Parse(Good, "lock").Find("linux")).Message,
            StringComparison.Ordinal);

    [Fact]
    public void Changes_are_new_gone_and_other_versions()
    {
        var before = LockFile.Parse(Good, "lock");
        var after = LockFile.Parse(Good.Replace("1:2.0-1", "1:2.1-1", StringComparison.Ordinal), "lock");

        Assert.Equal(["tools hammer: 1:2.0-1 -> 1:2.1-1"], LockRefresh.Changes(before, after));
        Assert.Equal(["tools hammer: new, 1:2.0-1"], LockRefresh.Changes(null, before));
        Assert.Equal(["tools hammer: gone"], LockRefresh.Changes(before, before with { Sources = [] }));
    }
}
