using Bsp.Kconfig.Parsing.Files;

namespace Bsp.Kconfig.Parsing.Tests;

/// <summary>The language as Kconfiglib has it, which Zephyr reads its files with.</summary>
public sealed class ZephyrTests
{
    [Theory]
    [InlineData("source \"soc/*/Kconfig\"", "soc/a/Kconfig", "soc/b/Kconfig")]
    [InlineData("source \"soc/[!a]/Kconfig\"", "soc/b/Kconfig")]
    [InlineData("osource \"soc/*/None\"")]
    [InlineData("source \"d/Kconfig\"", "d/Kconfig", "d/e1/Kconfig", "d/e2/Kconfig")]
    [InlineData("osource \"none\"")]
    public void Sources_are_patterns_in_the_order_of_names(string statement, params string[] files)
    {
        var result = Parse(
            ("Kconfig", statement + "\nconfig LAST\n\tbool\n"),
            ("soc/b/Kconfig", "config B\n\tbool\n"), ("soc/a/Kconfig", "config A\n\tbool\n"),
            ("d/Kconfig", "rsource \"e?/Kconfig\"\norsource \"none*\"\n"), ("d/e2/Kconfig", "config E2\n\tbool\n"),
            ("d/e1/Kconfig", "config E1\n\tbool\n"), ("soc/.hidden/Kconfig", "config H\n\tbool\n"));
        Assert.Empty(result.Messages);
        Assert.Equal(["Kconfig", .. files], result.Files);
        Assert.Equal("LAST", result.Tree!.Nodes().Last().Symbol!.Name);
    }

    [Fact]
    public void A_pattern_without_files_is_an_error_where_it_must_have_some()
    {
        Assert.Equal(["Kconfig:1:1: no file matches \"soc/*/Kconfig\""], Parse(("Kconfig", "source \"soc/*/Kconfig\"\n")).Messages());
        Assert.Equal(["Kconfig:1:1: can't open file \"soc\""], Parse(("Kconfig", "source \"soc\"\n")).Messages());
    }

    [Theory]
    [InlineData("*", "a.b", true)]
    [InlineData("*.b", "a.b", true)]
    [InlineData("a*b*c", "aXbYbc", true)]
    [InlineData("a*b*c", "aXbYb", false)]
    [InlineData("*", ".a", false)]
    [InlineData(".*", ".a", true)]
    [InlineData("[a-c]x", "bx", true)]
    [InlineData("[!a-c]x", "bx", false)]
    [InlineData("[]]x", "]x", true)]
    [InlineData("[ax", "[ax", true)]
    [InlineData("?", "", false)]
    [InlineData("*/b", "a/b", true)]
    [InlineData("*", "a/b", false)]
    public void Patterns_are_those_of_Python(string pattern, string name, bool matches) =>
        Assert.Equal(matches, FilePattern.Matches(pattern, name));

    [Fact]
    public void Patterns_find_files_on_disk_below_the_sources()
    {
        var folder = Directory.CreateTempSubdirectory("bsp-patterns-");
        try
        {
            foreach (var file in new[] { "s/b/K", "s/a/K", "s/a/L", "s/.h/K" })
            {
                Directory.CreateDirectory(Path.GetDirectoryName(Path.Combine(folder.FullName, file))!);
                File.WriteAllText(Path.Combine(folder.FullName, file), "");
            }

            var files = new DiskFiles("/", folder.FullName);
            Assert.Equal(["s/a/K", "s/b/K"], files.Find("s/*/K"));
            Assert.Equal(["s/a/K", "s/a/L"], files.Find("s/a/?"));
            Assert.Equal([folder.FullName + "/s/a/K"], files.Find(folder.FullName + "/*/a/K"));
            Assert.Empty(files.Find("none/*"));
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    [Fact]
    public void Defaults_elsewhere_hold_where_the_symbol_may_be_on_and_add_nothing_else()
    {
        const string Text = """
            if BOARD
            configdefault SIZE
            	default 8
            configdefault NET
            	default y
            endif
            config BOARD
            	bool "board"
            	default y
            config NEEDED
            	bool "needed"
            config NET
            	bool "net"
            	depends on NEEDED
            config SIZE
            	int "size"
            	default 4

            """;
        Assert.Equal("CONFIG_SIZE=8\nCONFIG_BOARD=y\n# CONFIG_NEEDED is not set\n", Made(Text, ""));
        Assert.Equal("CONFIG_SIZE=8\nCONFIG_NET=y\nCONFIG_BOARD=y\nCONFIG_NEEDED=y\n", Made(Text, "CONFIG_NEEDED=y\n"));
        Assert.Equal("CONFIG_SIZE=4\n# CONFIG_BOARD is not set\n# CONFIG_NEEDED is not set\n", Made(Text, "# CONFIG_BOARD is not set\n"));
    }

    [Theory]
    [InlineData("bool \"a\"")]
    [InlineData("depends on B")]
    [InlineData("select B")]
    [InlineData("range 1 2")]
    public void Defaults_elsewhere_have_no_other_options(string option) =>
        Assert.EndsWith(
            "a configdefault has only defaults", Assert.Single(Parse(("Kconfig", $"configdefault A\n\t{option}\n")).Messages()));

    [Fact]
    public void Types_and_defaults_are_given_at_once()
    {
        const string Text = "config I\n\tdef_int 3\nconfig H\n\tdef_hex 0x10 if I = 3\nconfig S\n\tdef_string \"s\"\n";
        Assert.Equal("CONFIG_I=3\nCONFIG_H=0x10\nCONFIG_S=\"s\"\n", Made(Text, ""));
    }

    [Fact]
    public void Linux_knows_none_of_it()
    {
        Assert.Contains("unknown statement \"configdefault\"", string.Join('\n', TestTree.Parse("configdefault A\n").Messages()));
        Assert.Contains("unknown statement \"def_int\"", string.Join('\n', TestTree.Parse("config A\n\tdef_int 3\n").Messages()));
        var result = TestTree.Parse([("Kconfig", "source \"*\"\n"), ("a", "")]);
        Assert.Equal(["Kconfig:1:1: can't open file \"*\""], result.Messages());
    }

    [Theory]
    [InlineData("$(add,1,2,0x3)", "6")]
    [InlineData("$(sub_hex,0x20,1)", "0x1f")]
    [InlineData("$(max,$(inc,1,5),3)", "6")]
    [InlineData("$(normalize_upper,a-b.c)", "A_B_C")]
    [InlineData("$(substring,abcdef,1,-1)", "bcde")]
    [InlineData("$(shields_list_contains,b)", "y")]
    [InlineData("$(shields_list_contains,c)", "n")]
    [InlineData("$(dt_chosen_reg_addr_hex,zephyr)", "0x0")]
    [InlineData("$(dt_compat_enabled,acme)", "n")]
    public void Functions_are_those_of_Zephyr(string call, string value)
    {
        var result = TestTree.Parse(
            [("Kconfig", $"config A\n\tstring\n\tdefault \"{call}\"\n")], KconfigDialect.Zephyr, new() { ["SHIELD_AS_LIST"] = "a;b" });
        Assert.Equal(value, result.Tree!.Find("A")!.Properties.Single().Target!.Name);
    }

    [Fact]
    public void What_asks_the_devicetree_is_warned_of_once()
    {
        var result = Parse(("Kconfig", "config A\n\tdef_bool $(dt_compat_enabled,a)\nconfig B\n\tdef_bool $(dt_compat_enabled,b)\n"));
        Assert.Contains("asks the devicetree, which is not read here", Assert.Single(result.Messages).Text, StringComparison.Ordinal);
    }

    [Fact]
    public void Variables_of_the_environment_are_expanded_in_names_of_files()
    {
        var result = TestTree.Parse(
            [("Kconfig", "source \"${BASE}/a\"\nosource \"$NONE/a\"\n"), ("b/a", "config A\n\tbool\n")], KconfigDialect.Zephyr,
            new() { ["BASE"] = "b" });
        Assert.Empty(result.Messages);
        Assert.Equal(["Kconfig", "b/a"], result.Files);
    }

    [Fact]
    public void Variables_of_the_environment_are_expanded_in_all_texts()
    {
        var result = TestTree.Parse(
            [("Kconfig", "config A\n\tstring \"a of $BASE\"\n\tdefault \"${BASE}/$(BASE)/$NONE\"\n")], KconfigDialect.Zephyr,
            new() { ["BASE"] = "b" });
        Assert.Equal(
            "CONFIG_A=\"b/b/$NONE\"\n", DotConfigWriter.Write(new Conf(result.Tree!, []).OldDefconfig("")));
    }

    [Fact]
    public void A_choice_of_members_within_an_if_has_their_type() => Assert.Equal(
        "CONFIG_A=y\nCONFIG_ON=y\n",
        Made("choice\n\tprompt \"c\"\nif ON\nconfig A\n\tbool \"a\"\nendif\nendchoice\nconfig ON\n\tbool\n\tdefault y\n", ""));

    [Fact]
    public void Files_of_a_pattern_are_looked_for_again_where_a_tree_is_cached()
    {
        var cache = Directory.CreateTempSubdirectory("bsp-patterns-");
        try
        {
            var files = new Dictionary<string, string> { ["Kconfig"] = "osource \"*.kc\"\n", ["a.kc"] = "config A\n\tbool\n" };
            var trees = new Caching.ParsedTreeCache(cache.FullName);
            Assert.Null(Read().Tree!.Find("B"));
            Assert.Null(Read().Tree!.Find("B"));
            files["b.kc"] = "config B\n\tbool\n";
            Assert.NotNull(Read().Tree!.Find("B"));

            KconfigParseResult Read() => trees.Read(new() { Dialect = KconfigDialect.Zephyr, Files = new MemoryFiles(files) });
        }
        finally
        {
            cache.Delete(recursive: true);
        }
    }

    private static KconfigParseResult Parse(params (string Name, string Text)[] files) => TestTree.Parse(files, KconfigDialect.Zephyr);

    private static string Made(string text, string config)
    {
        var result = Parse(("Kconfig", text));
        Assert.Empty(result.Messages);
        return DotConfigWriter.Write(new Conf(result.Tree!, []).OldDefconfig(config));
    }
}
