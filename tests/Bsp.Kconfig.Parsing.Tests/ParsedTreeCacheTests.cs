using Bsp.Kconfig.Parsing.Caching;
using Bsp.Kconfig.Parsing.Files;
using Bsp.Kconfig.Parsing.Shells;

namespace Bsp.Kconfig.Parsing.Tests;

/// <summary>A cached tree is the one that would be read: whatever its reading has seen, a change of it is seen.</summary>
public sealed class ParsedTreeCacheTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("bsp-cache-").FullName;

    private readonly Dictionary<string, string> _files = new(StringComparer.Ordinal)
    {
        ["Kconfig"] =
            "mainmenu \"$(TITLE)\"\nsource \"sub/Kconfig\"\nosource \"missing\"\nconfig A\n\tbool \"a\"\n\tdefault $(shell,probe)\n"
            + "\thelp\n\t  Text.\n$(info,said\tso\\n)\n$(warning-if,y,careful)\n",
        ["sub/Kconfig"] = "config B\n\ttristate \"b\"\n\tdefault y if \"$(MAYBE)\" = \"set\"\n",
    };

    private readonly Dictionary<string, string> _environment = new(StringComparer.Ordinal) { ["TITLE"] = "Title \\ with\ttab" };
    private string _answer = "y";
    private int _reads;

    [Fact]
    public void A_tree_is_recalled_with_all_that_reading_it_gave()
    {
        var first = Read();
        var reads = _reads;
        var second = Read();

        // Each file once, to be compared, and none for a reader.
        Assert.Equal(3, _reads - reads);
        Assert.Equal("Text.", first.Tree!.Find("A")!.Nodes[0].Help);
        Assert.Null(second.Tree!.Find("A")!.Nodes[0].Help);
        Assert.Equal((first.Output, "Title \\ with\ttab"), (second.Output, second.Tree.Root.Prompt!.Text));
        Assert.Equal(first.Messages, second.Messages);
        Assert.Equal(first.Files, second.Files);
        Assert.Equal(first.EnvironmentRead, second.EnvironmentRead);
        Assert.Equal(Written(first), Written(second));
    }

    [Fact]
    public void A_changed_file_is_seen() =>
        Assert.Contains("CONFIG_C", After(() => _files["sub/Kconfig"] += "config C\n\tdef_bool y\n"), StringComparison.Ordinal);

    [Fact]
    public void A_file_that_was_not_there_is_seen() =>
        Assert.Contains("CONFIG_C", After(() => _files["missing"] = "config C\n\tdef_bool y\n"), StringComparison.Ordinal);

    [Fact]
    public void A_changed_variable_is_seen() =>
        Assert.Contains("# Other", After(() => _environment["TITLE"] = "Other"), StringComparison.Ordinal);

    [Fact]
    public void A_variable_that_was_not_set_is_seen() =>
        Assert.Contains("CONFIG_B=y", After(() => _environment["MAYBE"] = "set"), StringComparison.Ordinal);

    [Fact]
    public void A_changed_answer_is_seen() =>
        Assert.Contains("# CONFIG_A is not set", After(() => _answer = "n"), StringComparison.Ordinal);

    [Fact]
    public void What_the_tree_does_not_read_changes_nothing()
    {
        Read();
        var reads = _reads;
        _environment["OTHER"] = "1";
        _files["other"] = "";
        Read();
        Assert.Equal(3, _reads - reads);
    }

    [Fact]
    public void A_damaged_memory_is_none()
    {
        var written = Written(Read());
        var path = Assert.Single(Directory.GetFiles(_folder));
        var content = File.ReadAllBytes(path);
        for (var at = 0; at < content.Length; at += 3)
        {
            var damaged = (byte[])content.Clone();
            damaged[at] ^= 0x15;
            File.WriteAllBytes(path, at % 2 == 0 ? damaged : content[..at]);
            Assert.Equal(written, Written(Read()));
        }
    }

    [Fact]
    public void A_tree_with_errors_is_not_kept()
    {
        _files["sub/Kconfig"] = "config\n";
        Assert.Null(Read().Tree);
        Assert.Empty(Directory.GetFiles(_folder));
    }

    [Fact]
    public void A_folder_that_cannot_be_written_costs_nothing_but_time()
    {
        var cache = new ParsedTreeCache("/proc/no/such/folder");
        Assert.NotNull(cache.Read(Source()).Tree);
        Assert.NotNull(cache.Read(Source()).Tree);
    }

    /// <inheritdoc/>
    public void Dispose() => Directory.Delete(_folder, recursive: true);

    private string After(Action change)
    {
        var before = Written(Read());
        change();
        var after = Written(Read());
        Assert.NotEqual(before, after);
        Assert.Equal(after, Written(KconfigParser.Parse(Source())));
        return after;
    }

    private static string Written(KconfigParseResult result) => DotConfigWriter.Write(new Conf(result.Tree!, []).Defconfig(""));

    private KconfigParseResult Read() => new ParsedTreeCache(_folder).Read(Source());

    private KconfigSource Source() => new()
    {
        Dialect = KconfigDialect.LinuxNewest,
        Environment = new Dictionary<string, string>(_environment, StringComparer.Ordinal),
        Files = new CountingFiles(this),
        Shell = new FixedShell(this),
        ReadAhead = false,
    };

    private sealed class CountingFiles(ParsedTreeCacheTests owner) : IKconfigFiles
    {
        public byte[]? Read(string name)
        {
            owner._reads++;
            return owner._files.TryGetValue(name, out var text) ? System.Text.Encoding.UTF8.GetBytes(text) : null;
        }
    }

    private sealed class FixedShell(ParsedTreeCacheTests owner) : IShell
    {
        public string Run(string command) => owner._answer;
    }
}
