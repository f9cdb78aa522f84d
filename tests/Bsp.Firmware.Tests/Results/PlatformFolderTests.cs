using Bsp.Build.Sources;
using Bsp.Firmware.Results;

namespace Bsp.Firmware.Tests.Results;

public sealed class PlatformFolderTests : IDisposable
{
    private readonly TempFolder _root = new();
    private readonly PlatformFolder _folder;

    public PlatformFolderTests() => _folder = new(_root.Path);

    private string Kept => Path.Combine(_root.Path, "artifacts/platform/linux-6.12/kconfig-arm64.snapshot");

    public void Dispose() => _root.Dispose();

    [Fact]
    public void Takes_what_is_new_and_leaves_what_is_the_same_alone()
    {
        Put(Locked("1"), "one");
        Assert.Equal("one", File.ReadAllText(Kept));
        var date = new DateTime(2020, 1, 1, 0, 0, 0, DateTimeKind.Utc);
        File.SetLastWriteTimeUtc(Kept, date);

        Put(Locked("1"), "one");
        Assert.Equal(date, File.GetLastWriteTimeUtc(Kept));
        Put(Locked("1"), "two");
        Assert.Equal("two", File.ReadAllText(Kept));
        Assert.Equal(
            ["kconfig-arm64.snapshot", "source"],
            Directory.EnumerateFiles(Path.GetDirectoryName(Kept)!).Select(Path.GetFileName).Order(StringComparer.Ordinal));
    }

    [Fact]
    public void Keeps_what_was_made_from_the_pinned_source_and_nothing_else()
    {
        _folder.DeleteStale();
        Put(Locked("1"), "one");
        Pin(Locked("1"));
        _folder.DeleteStale();
        Assert.True(File.Exists(Kept));

        Pin(Locked("2"));
        _folder.DeleteStale();
        Assert.False(Directory.Exists(Path.GetDirectoryName(Kept)));

        Put(Locked("2"), "two");
        Pin(Locked("2") with { Name = "linux-6.18" });
        _folder.DeleteStale();
        Assert.False(Directory.Exists(Path.GetDirectoryName(Kept)));
    }

    [Fact]
    public void Keeps_what_a_person_has_put_there_for_a_kernel_that_is_not_pinned()
    {
        Pin(Locked("1"));
        var file = _root.Write(Path.Combine("artifacts", "platform", "linux-6.18.43", "kconfig-arm64.snapshot"), "theirs");
        _folder.DeleteStale();
        Assert.True(File.Exists(file));
    }

    private void Put(LockedSource source, string snapshot) =>
        _folder.Put(source, PlatformFolder.Kconfig("arm64"), _root.Write("made", snapshot));

    private void Pin(LockedSource source) => _root.Write(LockFile.FileName, new LockFile { Sources = [source] }.ToText());

    private static LockedSource Locked(string version) => new()
    {
        Name = "linux-6.12",
        Packages =
        [
            new()
            {
                Package = "linux-source-6.12",
                Kind = PackageKind.Deb,
                Version = version,
                Suite = "trixie",
                Architecture = "all",
                Files =
                [
                    new() { Name = $"linux_{version}.deb", Path = $"pool/linux_{version}.deb", Size = 1, Sha256 = new(version[0], 64) },
                ],
            },
        ],
    };
}
