using System.Diagnostics;

namespace Bsp.Kconfig.Parsing.Tests;

public sealed class FuzzTests
{
    private const string Text = """
        mainmenu "Linux/$(ARCH) $(KERNELVERSION) Kernel Configuration"
        comma := ,
        if-success = $(shell,{ $(1); } >/dev/null 2>&1 && echo "$(2)" || echo "$(3)")
        cc-option = $(if-success,$(CC) -Werror $(1) -c -x c /dev/null -o /dev/null,y,n)
        $(warning-if,$(cc-option,-a),no)
        config 64BIT
        	def_bool $(cc-option,-m64) if !EXPERT || (ARCH = "arm64" && "$(CC)" != "gcc")
        	select HAVE_X if A && B
        	help
        	  Some text, "quoted" and $(not) expanded.

        	    More.

        menu "Menu \"one\""
        	visible if 64BIT
        	depends on A || \
        		B
        choice
        	prompt "Choice"
        	default C1 if X
        config C1
        	bool "c1"
        if X
        config C2
        	bool 'c2' if Y
        endif
        endchoice
        if A >= 3 && B < 0x10
        menuconfig M
        	tristate "m" if m
        	range 1 0xffff if !M
        	imply N
        	default "text" if (Q)
        source "Kconfig.other"
        endif
        comment "--- end ---"
        	depends on !(A && B)
        endmenu
        """;

    private static readonly string[] Pieces =
    [
        "\n", "\t", " ", "\"", "'", "\\", "\\\n", "$", "$(", ")", "(", "!", "&&", "||", "=", ":=", "+=", "if ", "endif\n", "help\n", "\0",
        "#", "é", "config ", "endmenu\n", "choice\n", "source \"Kconfig\"\n", "$(info,", "$(1)", "m", "y",
    ];

    [Fact]
    public void Whatever_is_in_a_file_it_is_read_to_its_end()
    {
        var random = new Random(20240611);
        KconfigDialect[] dialects =
        [
            KconfigDialect.Linux6_1, KconfigDialect.Linux6_9, KconfigDialect.LinuxNewest, KconfigDialect.UBoot, KconfigDialect.Buildroot,
        ];
        var watch = Stopwatch.StartNew();
        for (var round = 0; round < 20_000 && watch.Elapsed < TimeSpan.FromSeconds(10); round++)
        {
            var text = Mutate(random);
            var started = watch.Elapsed;
            var result = TestTree.Parse(
                [("Kconfig", text), ("Kconfig.other", Mutate(random))],
                dialects[round % dialects.Length],
                new() { ["ARCH"] = "arm64", ["CC"] = "gcc" },
                new Shells.AnswersShell(new Dictionary<string, string>(), collect: true));
            Assert.All(result.Messages, message => Assert.NotEmpty(message.Text));
            Assert.True(watch.Elapsed - started < TimeSpan.FromSeconds(10), $"as good as hung in round {round}:\n{text}");
        }
    }

    private static string Mutate(Random random)
    {
        var text = Text;
        for (var count = random.Next(6); count >= 0; count--)
        {
            var (at, length) = (random.Next(text.Length), random.Next(12));
            length = Math.Min(length, text.Length - at);
            text = random.Next(5) switch
            {
                0 => text.Remove(at, length),
                1 => text.Insert(at, text.Substring(random.Next(text.Length - length + 1), length)),
                2 => text.Insert(at, string.Concat(Enumerable.Repeat(Pieces[random.Next(Pieces.Length)], random.Next(40)))),
                _ => text.Remove(at, length).Insert(at, Pieces[random.Next(Pieces.Length)]),
            };
        }
        return text;
    }
}
