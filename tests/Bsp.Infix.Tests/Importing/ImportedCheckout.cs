using System.Reflection;
using Bsp.Boards;
using Bsp.Infix.Importing;
using Bsp.Infix.Tests.Reading;
using Bsp.Infix.Tests.Support;

namespace Bsp.Infix.Tests.Importing;

/// <summary>A folder that looks like an Infix checkout, with the files of one board.</summary>
internal sealed class ImportedCheckout : IDisposable
{
    private readonly TempFolder _folder = new();

    /// <summary>A checkout with a board's files.</summary>
    /// <param name="tree">The files, with the paths of a checkout.</param>
    public ImportedCheckout(string tree)
    {
        Write("external.desc", "name: INFIX\n");
        foreach (var file in new[] { "Config.in", "external.mk", "board/Config.in", "board/common/Config.in" })
            Write(file, "");
        Write("configs/aarch64_defconfig", "BR2_aarch64=y\n");
        foreach (var path in new InfixTree(tree).Files(""))
        {
            if (new InfixTree(tree).LinkTarget(path) is not { } target)
            {
                Write(path, File.ReadAllText(Path.Combine(tree, path)));
                continue;
            }

            Directory.CreateDirectory(Path.GetDirectoryName(_folder[path])!);
            File.CreateSymbolicLink(_folder[path], target);
        }
    }

    public string Folder => _folder.Path;

    public string this[string path] => _folder[path];

    public void Write(string path, string text) => _folder.Write(path, text);

    /// <summary>The draft of a board.</summary>
    /// <param name="board">The board.</param>
    /// <param name="known">An assembly with what the draft names; null for all boards of the project.</param>
    public BoardDraft Draft(string board, Assembly? known = null) =>
        BoardImport.Draft(Folder, board, known ?? typeof(BoardRegistry).Assembly);

    public void Dispose() => _folder.Dispose();
}
