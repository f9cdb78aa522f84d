namespace Bsp.DeviceTree.Conformance.Dtc;

/// <summary>What is done with a source to see every form that dtc and its companions know.</summary>
internal static class FormatRuns
{
    /// <summary>Does it.</summary>
    /// <param name="source">The name of a source that a preprocessor has been over.</param>
    /// <param name="comparison">Runs dtc and ours.</param>
    /// <param name="folder">The folder with the source, in which both run.</param>
    /// <returns>For each run what differs; null for nothing.</returns>
    public static IEnumerable<string?> Of(string source, ToolComparison comparison, string folder)
    {
        foreach (var options in new[]
        {
            "-O dts", "-O dts -T", "-O dts -T -T -@", "-O dtb -@", "-O asm -L", "-O yaml", "-O dts -s -q -H both -@",
        })
            yield return comparison.Compare("dtc", ["-I", "dts", .. options.Split(' '), source]);

        var (blob, text) = (source + ".dtb", source + ".again.dts");
        Cli.Program.Run(["dtc", "-q", "-@", "-o", blob, source], Host(folder));
        foreach (var options in new[] { "-I dtb -O dts", "-O dts -s", "-I dtb -O dtb -V 3 -R 2 -b 1", "-I dtb -O asm -V 16 -p 64 -a 16" })
            yield return comparison.Compare("dtc", [.. options.Split(' '), blob]);
        yield return comparison.Compare("fdtdump", blob);
        yield return comparison.Compare("fdtdump", "-d", blob);
        yield return comparison.Compare("fdtget", "-l", blob, "/", "/soc");
        yield return comparison.Compare("fdtget", "-p", blob, "/", "/chosen");
        yield return comparison.Compare("fdtget", "-tx", blob, "/", "#address-cells", "/", "compatible");
        yield return comparison.Compare("fdtget", blob, "/", "compatible", "serial0", "status");

        // From a blob's source the same blob.
        Cli.Program.Run(["dtc", "-q", "-o", text, blob], Host(folder));
        Cli.Program.Run(["dtc", "-q", "-o", "again.dtb", text], Host(folder));
        yield return Same(Path.Combine(folder, blob), Path.Combine(folder, "again.dtb"))
            ? null
            : $"{blob} does not come out of its own source";
    }

    private static Cli.CliHost Host(string folder) => new(TextWriter.Null, TextWriter.Null, new Dictionary<string, string>(), folder);

    private static bool Same(string a, string b) => File.ReadAllBytes(a).AsSpan().SequenceEqual(File.ReadAllBytes(b));
}
