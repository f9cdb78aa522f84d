using System.Globalization;
using Bsp.Build;
using Bsp.Build.Steps;
using Bsp.Firmware.Boards;
using Bsp.Model;

namespace Bsp.Firmware.Images;

/// <summary>
/// What a distribution keeps beside its record, in <c>boards/families/&lt;distribution&gt;/</c>, and a board in
/// <c>boards/&lt;board&gt;/rootfs/</c>.
/// </summary>
public sealed class DistributionFiles
{
    /// <summary>The file with a line <c>path mode</c> for each folder that holds no file in the build.</summary>
    public const string FoldersFile = "folders";

    /// <summary>The file with a line for each command that busybox plays.</summary>
    public const string AppletsFile = "busybox-applets";

    private readonly string _folder;

    /// <summary>Finds the files.</summary>
    /// <param name="target">The board and its distribution.</param>
    /// <param name="repositoryRoot">The folder with Bsp.sln.</param>
    /// <param name="extraOverlays">Folders that are laid over the others.</param>
    /// <exception cref="BuildFailedException">The distribution has no overlay.</exception>
    public DistributionFiles(ImageTarget target, string repositoryRoot, params IEnumerable<string> extraOverlays)
    {
        _folder = Path.Combine(repositoryRoot, "boards", "families", target.Distribution.Folder);
        var overlay = Path.Combine(_folder, target.Distribution.Overlay);
        if (!Directory.Exists(overlay))
        {
            throw new BuildFailedException(
                $"the distribution '{target.Distribution.Id}' lays '{target.Distribution.Overlay}' over the userland, "
                + $"but there is no folder '{overlay}'");
        }

        var ofBoard = Path.Combine(repositoryRoot, "boards", Ids.Validate(target.Board.Id), "rootfs");
        Overlays = [overlay, .. Directory.Exists(ofBoard) ? [ofBoard] : Array.Empty<string>(), .. extraOverlays];
    }

    /// <summary>Folders that are laid over the userland, in order.</summary>
    public IReadOnlyList<string> Overlays { get; }

    /// <summary>The folders that must be there, with their modes.</summary>
    /// <exception cref="BuildFailedException">A line is not as it must be.</exception>
    public IEnumerable<(string Path, UnixFileMode Mode)> Folders() => Lines(FoldersFile).Select(line =>
    {
        var fields = line.Text.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        return fields is [['/', ..] path, { Length: 3 or 4 } mode] && mode.All(digit => digit is >= '0' and <= '7')
            ? (path, (UnixFileMode)Convert.ToInt32(mode, 8))
            : throw new BuildFailedException($"{line.Where}: '{line.Text}' is not a path and a mode, such as '/tmp 1777'");
    });

    /// <summary>The commands that busybox plays.</summary>
    public IEnumerable<string> Applets() => Lines(AppletsFile).Select(line => line.Text);

    /// <summary>Declares all of it as inputs of a step.</summary>
    public void Describe(InputHasher inputs)
    {
        inputs.File(FoldersFile, Path.Combine(_folder, FoldersFile));
        inputs.File(AppletsFile, Path.Combine(_folder, AppletsFile));
        for (var i = 0; i < Overlays.Count; i++)
            inputs.Tree("overlay " + i.ToString(CultureInfo.InvariantCulture), Overlays[i]);
    }

    private IEnumerable<(string Text, string Where)> Lines(string name)
    {
        var path = Path.Combine(_folder, name);
        return File.ReadAllLines(path)
            .Select((line, index) => (Text: line.Trim(), Where: path + ":" + (index + 1).ToString(CultureInfo.InvariantCulture)))
            .Where(line => line.Text.Length > 0 && line.Text[0] != '#');
    }
}
