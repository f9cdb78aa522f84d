using Bsp.Build;
using Bsp.Model;

namespace Bsp.Firmware.Userland;

/// <summary>The files that somebody asks for, and all that they need to run: what links lead to, the dynamic linker, libraries.</summary>
public sealed class Closure
{
    private readonly PackagedFiles _packages;
    private readonly string _triplet;
    private readonly ElfMachine _machine;
    private readonly SortedDictionary<string, PackagedFile> _files = new(StringComparer.Ordinal);
    private readonly List<string> _problems = [];

    private Closure(PackagedFiles packages, Architecture architecture)
    {
        _packages = packages;
        _triplet = architecture.Triplet;
        _machine = architecture.Name.Value switch
        {
            "aarch64" => ElfMachine.Arm64,
            "x86_64" => ElfMachine.X64,
            var other =>
                throw new BuildFailedException(
                    $"the userland of the architecture '{other}' is not known; add its ELF machine to {nameof(ElfMachine)}"),
        };
    }

    /// <summary>The files, in the order of their paths.</summary>
    public IReadOnlyList<PackagedFile> Files => [.. _files.Values];

    /// <summary>The packages that at least one file is from, sorted.</summary>
    public IReadOnlyList<string> Packages => [.. _files.Values.Select(file => file.Package).Distinct().Order(StringComparer.Ordinal)];

    /// <summary>Collects the files.</summary>
    /// <param name="packages">The unpacked packages.</param>
    /// <param name="wanted">Absolute paths of files, or of folders of which everything is taken.</param>
    /// <param name="architecture">The instruction set that programs must have.</param>
    /// <exception cref="BuildFailedException">Files or libraries are in no package; the message names all, and who needs them.</exception>
    public static Closure Of(PackagedFiles packages, IEnumerable<string> wanted, Architecture architecture)
    {
        var closure = new Closure(packages, architecture);
        foreach (var path in wanted.Select(RootLayout.Canonical).Distinct().Order(StringComparer.Ordinal))
            closure.Require(path);
        if (closure._problems.Count > 0)
        {
            throw new BuildFailedException(
                "the userland is not complete:\n  " + string.Join("\n  ", closure._problems)
                    + "\n  add the packages that have them to the distribution, then run './build.sh Lock'");
        }

        return closure;
    }

    private void Require(string path)
    {
        if (_packages.Find(path) is { } file)
        {
            AddWithLibraries(file);
            return;
        }

        var below = _packages.Below(path).ToList();
        below.ForEach(AddWithLibraries);
        if (below.Count == 0)
            _problems.Add($"'{path}', which the distribution asks for, is in none of its packages");
    }

    private void AddWithLibraries(PackagedFile file)
    {
        var open = new Stack<PackagedFile>([file]);
        while (open.TryPop(out var next))
        {
            if (!_files.TryAdd(next.Path, next))
                continue;
            foreach (var path in next.LinkTarget is null ? NeedsOf(next) : [next.LinkTarget])
            {
                if (_packages.Find(path) is { } needed)
                    open.Push(needed);
                else
                    _problems.Add($"'{path}', which '{next.Path}' of package {next.Package} leads to, is in none of the packages");
            }
        }
    }

    private List<string> NeedsOf(PackagedFile file)
    {
        List<string> needs = [];
        if (ElfFile.Read(file.Source) is not { } elf)
            return needs;
        if (elf.Machine != _machine)
        {
            _problems.Add($"'{file.Path}' of package {file.Package} is a program for {elf.Machine}, not for {_machine}");
            return needs;
        }

        if (elf.Interpreter is { } interpreter)
            needs.Add(RootLayout.Canonical(interpreter));
        var folders = elf.SearchPaths.Select(path => path.Replace("$ORIGIN", Path.GetDirectoryName(file.Path), StringComparison.Ordinal))
            .Concat(["/usr/lib/" + _triplet, "/usr/lib"]).ToList();
        foreach (var soname in elf.Needed)
        {
            // The dynamic linker finds itself by its own name, wherever it lies.
            var found = folders.Select(folder => RootLayout.Canonical(folder + "/" + soname))
                .FirstOrDefault(path => _packages.Find(path) is not null);
            if (found is not null)
                needs.Add(found);
            else
                _problems.Add($"the library '{soname}', which '{file.Path}' of package {file.Package} needs, is in none of the packages");
        }

        return needs;
    }
}
