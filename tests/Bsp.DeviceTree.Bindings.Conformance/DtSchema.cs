using System.Security.Cryptography;
using System.Text;
using Bsp.Build;

namespace Bsp.DeviceTree.Bindings.Conformance;

/// <summary>Debian's dt-schema with the bindings of a kernel. What it says is kept: it takes ten seconds a board.</summary>
internal sealed class DtSchema
{
    private readonly PythonProgram _python;
    private readonly string _script;
    private readonly string _bindings;
    private readonly string _cache;
    private readonly string _schemas;

    /// <summary>Debian's dt-schema.</summary>
    /// <param name="python">It, and the Python that it runs on.</param>
    /// <param name="version">Its version.</param>
    /// <param name="bindings">The folder of bindings; its path has the hash of its content.</param>
    /// <param name="cache">The cache.</param>
    public DtSchema(PythonProgram python, string version, string bindings, string cache)
    {
        (_python, _script) = (python, Path.Combine(AppContext.BaseDirectory, "Oracles", version + ".py"));
        var module = File.ReadAllText(Path.Combine(python.Modules, "dtschema", "version.py"));
        var key = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(File.ReadAllText(_script) + module + bindings)))[..32];
        (_bindings, _cache) = (bindings, Path.Combine(cache, "dt-schema-oracle", key));
        _schemas = Path.Combine(_cache, "schemas.json");
    }

    /// <summary>The examples of the bindings, as sources.</summary>
    public string Examples()
    {
        var folder = Path.Combine(_cache, "examples");
        if (!Directory.Exists(folder))
            Make(folder, draft => Run("examples", _bindings, draft));
        return folder;
    }

    /// <summary>
    /// What dt-validate finds in trees, with one start for all that are not known. To ask for one where it broke off is a
    /// <see cref="FormatException"/>.
    /// </summary>
    public IReadOnlyList<Func<IReadOnlyList<Verdict>>> Validate(IReadOnlyList<byte[]> blobs)
    {
        var answers = blobs.Select(blob => Path.Combine(_cache, Convert.ToHexStringLower(SHA256.HashData(blob)) + ".json")).ToList();
        var unknown = Enumerable.Range(0, blobs.Count).Where(i => !File.Exists(answers[i])).DistinctBy(i => answers[i]).ToList();
        if (unknown.Count > 0)
            Ask([.. unknown.Select(i => blobs[i])], [.. unknown.Select(i => answers[i])]);
        return [.. answers.Select(answer => (Func<IReadOnlyList<Verdict>>)(() => Verdict.Read(File.ReadAllText(answer))))];
    }

    private void Ask(List<byte[]> blobs, List<string> answers)
    {
        if (!File.Exists(_schemas))
            Make(_schemas, draft => Run("prepare", _bindings, draft));
        var folder = Directory.CreateTempSubdirectory("bsp-dt-schema-").FullName;
        try
        {
            var paths = blobs.Select((blob, i) => Path.Combine(folder, $"{i}.dtb")).ToList();
            for (var i = 0; i < blobs.Count; i++)
                File.WriteAllBytes(paths[i], blobs[i]);
            var answer = 0;
            Run(line => Make(answers[answer++], draft => File.WriteAllText(draft, line)), ["validate", _schemas, .. paths]);
            if (answer != answers.Count)
                throw new BuildFailedException($"dt-schema ended after {answer} of {answers.Count} trees");
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    private static void Make(string path, Action<string> make)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        var draft = path + "." + Guid.NewGuid().ToString("N");
        make(draft);
        // Of two runs at a time one is first, and both make the same.
        if (!Path.Exists(path))
            Directory.Move(draft, path);
        else if (Directory.Exists(draft))
            Directory.Delete(draft, recursive: true);
        else
            File.Delete(draft);
    }

    private void Run(params string[] arguments) => Run(_ => { }, arguments);

    private void Run(Action<string> onLine, string[] arguments) => _python.Run([_script, .. arguments], onLine);
}
