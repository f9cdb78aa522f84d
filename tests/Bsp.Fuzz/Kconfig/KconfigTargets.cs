using System.Text;
using Bsp.Kconfig;
using Bsp.Kconfig.Conformance.Oracle;
using Bsp.Kconfig.Parsing;
using Bsp.Kconfig.Parsing.Files;
using Bsp.Kconfig.Parsing.Shells;
using Conf = Bsp.Kconfig.Conf;

namespace Bsp.Fuzz.Kconfig;

/// <summary>What reads Kconfig files, configurations and snapshots, each with good ones of real trees.</summary>
internal static class KconfigTargets
{
    // A longer file takes longer, and has nothing that short ones do not have.
    private const int LargestFile = 6000;

    private static readonly IReadOnlyList<byte[]> Pieces = Target.PiecesOf(
        "\n", "\t", " ", "\"", "'", "\\", "\\\n", "$", "$(", "$(shell,", "$(info,", "$(1)", ")", "(", "!", "&&", "||", "=", "!=", "<",
        ":=", "+=", "if ", "endif\n", "help\n", "\0", "#", "\u00e9",
        "\ud83d\ude00", "config ", "menuconfig ", "choice\n", "endchoice\n", "menu \"m\"\n", "endmenu\n", "source \"Kconfig\"\n",
        "default ", "select ", "range ", "transitional\n", "m", "y", "n", "0x",
        "configdefault ", "def_int ", "rsource \"", "osource \"*\"\n", "orsource \"[a-\"\n", "$(add,", "$(dt_", "${ARCH}", "#CONFIG_",
        "99999999999999999999", "CONFIG_", "# CONFIG_", " is not set\n", "=y\n", "=\"", "\r\n");

    private static readonly Dictionary<string, string> Found = new(StringComparer.Ordinal) { ["a"] = "", ["a/b"] = "" };

    private static readonly Dictionary<string, string> Variables = new(StringComparer.Ordinal)
    {
        ["ARCH"] = "arm64",
        ["SRCARCH"] = "arm64",
        ["CC"] = "gcc",
        ["KERNELVERSION"] = "1",
    };

    /// <summary>All of them; the parser twice, for it has the most to misread.</summary>
    /// <param name="oracles">Unpacks the trees.</param>
    public static async Task<IReadOnlyList<Target>> LoadAsync(OracleBuilder oracles)
    {
        List<byte[]> kconfigs = [], configs = [];
        foreach (var name in new[] { "linux", "u-boot", "busybox" }.Select(oracles.Sources.NewestOf))
        {
            var folder = await oracles.UnpackAsync(oracles.Find(name), default).ConfigureAwait(false);
            kconfigs.AddRange(
                Target.FilesOf(folder, name.StartsWith("busybox", StringComparison.Ordinal) ? "Config.in" : "Kconfig*", LargestFile));
            configs.AddRange(Target.FilesOf(folder, "*defconfig", LargestFile));
        }

        // Each file as a tree of its own: what it includes is not there, and most can be read so.
        var trees = kconfigs.Select((file, number) => ReadOne(file, KconfigDialect.All[number % KconfigDialect.All.Count]))
            .OfType<KconfigTree>()
            .ToList();
        var snapshots = trees.Select(tree => Encoding.ASCII.GetBytes(SnapshotWriter.Write(tree))).ToList();
        return [Parser(kconfigs), Parser(kconfigs), Config(configs, trees), Snapshot(snapshots), Fragment(configs, trees)];
    }

    private static KconfigTree? ReadOne(byte[] file, KconfigDialect dialect) => KconfigParser.Parse(new()
    {
        Dialect = dialect,
        Files = new MemoryFiles(new Dictionary<string, string> { ["Kconfig"] = Encoding.UTF8.GetString(file) }),
        Shell = new AnswersShell(new Dictionary<string, string>(), collect: true),
    }).Tree;

    /// <summary>The parser, and what is made of the trees that it takes.</summary>
    private static Target Parser(IReadOnlyList<byte[]> files) => new("parser", files, Pieces, (content, number) =>
    {
        var dialect = KconfigDialect.All[number % KconfigDialect.All.Count];
        var result = KconfigParser.Parse(new()
        {
            Dialect = dialect,
            Files = new OneFile(content),
            Environment = Variables,
            Shell = new AnswersShell(new Dictionary<string, string>(), collect: true),
            ReadAhead = number % 16 == 0,
        });
        if (result.Tree is { } tree)
            Use(tree, "CONFIG_A=y\n");
    });

    /// <summary>The reader of configurations.</summary>
    private static Target Config(IReadOnlyList<byte[]> files, List<KconfigTree> trees) =>
        new("configuration", files, Pieces, (content, number) =>
            Use(trees[number % trees.Count], Encoding.UTF8.GetString(content)));

    /// <summary>What is said of a fragment: lines that are lost, requests that are not met, and fixes.</summary>
    private static Target Fragment(IReadOnlyList<byte[]> files, List<KconfigTree> trees) =>
        new("fragment", files, Pieces, (content, number) => Judge(trees[number % trees.Count], Encoding.UTF8.GetString(content), number));

    private static void Judge(KconfigTree tree, string text, int number)
    {
        const int mostTrials = 20;
        // Names of the tree among them: most lines of a fragment mean nothing to another one.
        var symbols = tree.Symbols.Where(symbol => symbol is { IsDefined: true, IsConstant: false, IsChoice: false }).Take(8);
        text += string.Concat(symbols.Select((symbol, at) => $"\n{tree.Dialect.Prefix}{symbol.Name}={"ymn3"[(number + at) % 4]}"));
        try
        {
            var configuration = new Conf(tree, []) { WarnUnknown = true }.All(NewValues.Default, text);
            var requests = Request.Parse(text, "fragment", tree.Dialect.Prefix);
            _ = new LostLines(tree).Of(text, "fragment").Count();
            var unmet = new RequestCheck(configuration).Unmet(requests);
            _ = string.Concat(unmet);
            var search = new FixSearch(configuration) { Budget = FixBudget.OfTrials(mostTrials, mostTrials) };
            _ = search.Find([.. unmet.Select(one => one.Request).Take(2)], requests)?.Text(tree.Dialect.Prefix);
        }
        catch (Exception exception) when (exception is InsufficientExecutionStackException or NotSupportedException)
        {
            // As below.
        }
    }

    /// <summary>
    /// The reader of snapshots: half of them with a checksum that matches the damage, so that what is after it is reached.
    /// </summary>
    private static Target Snapshot(IReadOnlyList<byte[]> files) => new("snapshot", files, Pieces, (content, number) =>
    {
        KconfigTree tree;
        try
        {
            using var stream = new MemoryStream(number % 8 == 0 ? content : Sealed(content));
            tree = SnapshotReader.Read(stream);
        }
        catch (FormatException)
        {
            return;
        }

        Use(tree, "CONFIG_A=y\n");
    });

    private static byte[] Sealed(byte[] content)
    {
        var start = Array.IndexOf(content, (byte)'\n') + 1;
        return
        [
            .. Encoding.ASCII.GetBytes(
                SnapshotFormat.Heading(SnapshotFormat.Checksum(SnapshotFormat.FirstChecksum, content, start, content.Length))),
            .. content.AsSpan(start),
        ];
    }

    private static void Use(KconfigTree tree, string text)
    {
        try
        {
            var configuration = new Conf(tree, []).OldDefconfig(text);
            _ = DotConfigWriter.Write(configuration);
            _ = DefconfigWriter.Write(configuration);
        }
        catch (Exception exception) when (exception is InsufficientExecutionStackException or NotSupportedException)
        {
            // A tree that is nested deeper than the stack, or whose values never settle: both are reported, and nothing is lost.
        }
    }

    /// <summary>A root file; of those that it includes some are there, and small, and one is itself.</summary>
    private sealed class OneFile(byte[] content) : IKconfigFiles
    {
        public IReadOnlyList<string> Find(string pattern) => new MemoryFiles(Found).Find(pattern);

        public byte[]? Read(string name) =>
            name == "Kconfig" ? content : name.Length % 3 == 0 ? null : "config INCLUDED\n\tbool \"included\"\n"u8.ToArray();
    }
}
