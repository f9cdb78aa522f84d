using Bsp.Build;
using Bsp.Build.Steps;

namespace Bsp.Infix.Buildroot;

/// <summary>A checkout of Infix with the Buildroot that builds it.</summary>
/// <param name="Folder">The checkout: Buildroot's external tree.</param>
/// <param name="Buildroot">Buildroot's own folder.</param>
public sealed record InfixTree(string Folder, string Buildroot)
{
    // What builds leave in the trees: downloads, compilers' caches, outputs. And git's own.
    private static readonly string[] NoInputs = [".git", "dl", ".ccache", "output", "artifacts"];

    /// <summary>Finds Buildroot: the folder that is given, or Infix's submodule.</summary>
    /// <exception cref="BuildFailedException">There is none.</exception>
    public static InfixTree Open(string folder, string? buildroot)
    {
        var (infix, found) = (Path.GetFullPath(folder), Path.GetFullPath(buildroot ?? Path.Combine(folder, "buildroot")));
        if (File.Exists(Path.Combine(found, "Makefile")))
            return new(infix, found);
        throw new BuildFailedException(buildroot is null
            ? $"'{infix}' has no Buildroot: run 'git submodule update --init' there, or give --buildroot the folder of one"
            : $"'{found}' is not a Buildroot tree: it has no Makefile; give --buildroot the folder of one");
    }

    /// <summary>Declares all that a build reads of both.</summary>
    public void Describe(InputHasher inputs)
    {
        DescribeTop(inputs, "infix", Folder, [.. NoInputs, "buildroot"]);
        DescribeTop(inputs, "buildroot", Buildroot, NoInputs);
    }

    private static void DescribeTop(InputHasher inputs, string name, string folder, string[] without)
    {
        foreach (var entry in new DirectoryInfo(folder).EnumerateFileSystemInfos()
            .Where(x => !without.Contains(x.Name) && x.LinkTarget is null)
            .OrderBy(x => x.Name, StringComparer.Ordinal))
        {
            if (entry is DirectoryInfo)
                inputs.Tree(name + "/" + entry.Name, entry.FullName);
            else
                inputs.File(name + "/" + entry.Name, entry.FullName);
        }
    }
}
