using System.Text;
using Bsp.Kconfig.Parsing;
using Bsp.Kconfig.Parsing.Files;
using Bsp.Kconfig.Parsing.Shells;

namespace Bsp.Kconfig.Fuzz;

/// <summary>Something that reads files.</summary>
/// <param name="Name">What.</param>
/// <param name="Corpus">Good files.</param>
/// <param name="Read">Reads a damaged one; what it throws is a fault.</param>
internal sealed record Target(string Name, IReadOnlyList<byte[]> Corpus, Action<byte[], int> Read)
{
    private static readonly Dictionary<string, string> Variables = new(StringComparer.Ordinal) { ["ARCH"] = "arm64", ["SRCARCH"] = "arm64", ["CC"] = "gcc", ["KERNELVERSION"] = "1" };

    /// <summary>The parser, and what is made of the trees that it takes.</summary>
    public static Target Parser(IReadOnlyList<byte[]> files) => new("parser", files, (content, number) =>
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
        if (result.Tree is { } tree && !dialect.HasUnknownValues)
            Use(tree, "CONFIG_A=y\n");
    });

    /// <summary>The reader of configurations.</summary>
    public static Target Config(IReadOnlyList<byte[]> files, IReadOnlyList<KconfigTree> trees) => new("configuration", files, (content, number) =>
        Use(trees[number % trees.Count], Encoding.UTF8.GetString(content)));

    /// <summary>The reader of snapshots: half of them with a checksum that matches the damage, so that what is behind it is reached.</summary>
    public static Target Snapshot(IReadOnlyList<byte[]> files) => new("snapshot", files, (content, number) =>
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

        if (!tree.Dialect.HasUnknownValues)
            Use(tree, "CONFIG_A=y\n");
    });

    private static byte[] Sealed(byte[] content)
    {
        var start = Array.IndexOf(content, (byte)'\n') + 1;
        return [.. Encoding.ASCII.GetBytes(SnapshotFormat.Heading(SnapshotFormat.Checksum(SnapshotFormat.FirstChecksum, content, start, content.Length))), .. content.AsSpan(start)];
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
            // A tree that is nested deeper than the stack, or whose values never settle: both are told of, and nothing is lost.
        }
    }

    /// <summary>A root file; of those that it includes some are there, and small, and one is itself.</summary>
    private sealed class OneFile(byte[] content) : IKconfigFiles
    {
        public byte[]? Read(string name) => name == "Kconfig" ? content : name.Length % 3 == 0 ? null : "config INCLUDED\n\tbool \"included\"\n"u8.ToArray();
    }
}
