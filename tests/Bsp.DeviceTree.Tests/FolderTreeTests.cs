namespace Bsp.DeviceTrees.Tests;

/// <summary>Trees that are folders; what comes of them is compared with dtc's in its test-suite.</summary>
public sealed class FolderTreeTests : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("bsp-test-");

    public void Dispose() => _folder.Delete(recursive: true);

    [Fact]
    public void Folders_are_nodes_and_files_are_properties()
    {
        var cpu = _folder.CreateSubdirectory("cpus").CreateSubdirectory("cpu@3").FullName;
        File.WriteAllBytes(Path.Combine(cpu, "reg"), [0, 0, 0, 3]);
        File.WriteAllBytes(Path.Combine(cpu, "empty"), []);
        File.CreateSymbolicLink(Path.Combine(cpu, "linked"), "reg");
        var tree = FolderTree.Read(_folder.FullName, path => Assert.Fail(path));
        Assert.Equal(3u, tree.BootProcessor);
        Assert.Equal([0, 0, 0, 3], tree.Find("/cpus/cpu@3")!.Property("linked")!.Value.Bytes.ToArray());
        Assert.Equal(0, tree.Find("/cpus/cpu@3")!.Property("empty")!.Value.Length);
    }

    [Fact]
    public void Links_to_folders_above_end_in_an_error()
    {
        Directory.CreateSymbolicLink(Path.Combine(_folder.FullName, "a"), _folder.FullName);
        Directory.CreateSymbolicLink(Path.Combine(_folder.FullName, "b"), _folder.FullName);
        var exception = Assert.ThrowsAny<Exception>(() => FolderTree.Read(_folder.FullName, _ => { }));
        Assert.True(exception is FormatException or IOException, exception.ToString());
    }

    [Fact]
    public void A_folder_that_is_not_there_is_an_error() =>
        Assert.ThrowsAny<IOException>(() => FolderTree.Read(Path.Combine(_folder.FullName, "nothing"), _ => { }));
}
