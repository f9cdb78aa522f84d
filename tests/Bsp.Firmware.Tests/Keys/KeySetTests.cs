using Bsp.Build;
using Bsp.Firmware.Keys;

namespace Bsp.Firmware.Tests.Keys;

public sealed class KeySetTests : IDisposable
{
    private readonly TempFolder _folder = new();

    private FirmwareSettings Settings => new(TestBuild.SettingsFor(_folder), Path.Combine(_folder, "keys"));

    [Fact]
    public async Task Two_builds_at_once_end_with_the_same_keys()
    {
        var sets = await Task.WhenAll(OpenAsync(Settings), OpenAsync(Settings));

        Assert.True(sets[0].IsDevelopment);
        Assert.Equal(sets[0].Fingerprints, sets[1].Fingerprints);
        Assert.Equal(["keys"], Directory.GetFileSystemEntries(_folder).Select(Path.GetFileName));
    }

    [Fact]
    public async Task Nobody_but_the_owner_may_read_a_private_key()
    {
        var keys = await OpenAsync(Settings);

        Assert.All(
            [keys.GrubSecret, keys.SecureBootKey, keys.RaucKey],
            path => Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(path)));
        Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute, File.GetUnixFileMode(keys.Folder));
    }

    [Fact]
    public async Task A_release_refuses_development_keys()
    {
        await OpenAsync(Settings);

        var error = await Assert.ThrowsAsync<BuildFailedException>(() => OpenAsync(Settings with { Release = true }));

        Assert.Contains("for development", error.Message);
    }

    [Fact]
    public async Task A_release_makes_no_keys()
    {
        await Assert.ThrowsAsync<BuildFailedException>(() => OpenAsync(Settings with { Release = true }));

        Assert.False(Directory.Exists(Settings.KeysFolder));
    }

    [Fact]
    public async Task A_missing_file_and_a_key_of_another_certificate_are_named()
    {
        var keys = await OpenAsync(Settings);
        File.Copy(keys.RaucKey, keys.SecureBootKey, overwrite: true);
        Assert.Contains("secure-boot.key", (await Assert.ThrowsAsync<BuildFailedException>(() => OpenAsync(Settings))).Message);

        File.Delete(keys.GrubPublic);
        Assert.Contains("grub.pgp", (await Assert.ThrowsAsync<BuildFailedException>(() => OpenAsync(Settings))).Message);
    }

    public void Dispose() => _folder.Dispose();

    private static Task<KeySet> OpenAsync(FirmwareSettings settings) => KeySet.OpenAsync(settings, TestContext.Current.CancellationToken);
}
