using System.Security.Cryptography;

namespace Bsp.DeviceTrees.Tests;

/// <summary>Sources compiled by both dtc and this compiler: the same bytes, or refused by both.</summary>
public sealed class CompilerTests
{
    private const string Labelled = """
        /dts-v1/;
        / {
            a: b: first { p = "x"; c: d: inner { }; };
            second: node@0 { reg = <0>; };
            user { refs = <&a &c>, "text", &second; path = &{/first/inner}; };
        };
        """;

    public static TheoryData<string> Trees =>
    [
        "/dts-v1/; / { };",
        "/dts-v1/; /memreserve/ 0x10 0x20; l: /memreserve/ (1 + 2) 'a'; / { };",
        "/dts-v1/; / { a = <1 2>; b = [00 ff 1234]; c = \"x\", \"y\\x41\\101\\n\"; d; e = /bits/ 8 <1 0xff>, /bits/ 16 <(-1)>, /bits/ 64 "
        + "<0x123456789abcdef0>; };",
        "/dts-v1/; / { a = <(1 ? 2 : 3) (1 << 63 >> 62) (7 / 2 % 2) (~0 & 0xff) (-1 > 1) (!5 || 0 && 1) (3 ^ 5 | 8) (1 == 1) (2 != 2) (1 "
        + "<= 2) (3 >= 4)>; };",
        "/dts-v1/; / { a = <010 0x10 10 1U 2UL 3ULL 4L 5LL>; };",
        "/dts-v1/; / { a = <'a' '\\n' '\\'' '\\x7f'>; };",
        Labelled,
        Labelled + "/ { first { p = \"y\"; q; }; third { }; }; &a { z; }; again: &second { more = <&a>; };",
        Labelled + "/delete-node/ &a; / { user { /delete-property/ refs; /delete-property/ path; }; };",
        Labelled + "/ { user { /delete-property/ refs; /delete-property/ path; }; /delete-node/ first; first { new; inner { }; }; };",
        "/dts-v1/; / { n { a; b; c; }; }; / { n { /delete-property/ b; }; }; / { n { d; b = <1>; }; };",
        "/dts-v1/; / { memory@0 { name = \"memory\"; device_type = \"memory\"; }; };",
        "/dts-v1/; / { foo-reg = <1>; reg = <2>; xfoo-reg = <3>; g = <4>; };",
        "/dts-v1/; / { x { phandle = <7>; }; a: y { linux,phandle = <2>; }; z: w { }; r = <&a &z>; self: s { phandle = <&self>; }; };",
        "/dts-v1/; / { /omit-if-no-ref/ a: x { }; /omit-if-no-ref/ b: y { }; r = <&a>; };",
        "/dts-v1/; / { cpus { cpu@3 { reg = <3>; }; cpu@1 { reg = <1>; }; }; };",
        "/dts-v1/; / { \\prop = <1>; 1,2#x; 0x5 = \"x\"; node-name.with,odd+chars@1,2 { }; };",
        "/dts-v1/; /* comment */ / { // another\n a = \"// none /* here */\"; /* b; */ };\n",
        "/dts-v1/; / { l1: a = l2: <l3: 1 l4: &{/} l5:> l6:, l7: [l8: 00 l9:] l10:, l11: \"t\" l12:; };",
        "/dts-v1/; / { a = <>, [], \"\"; b = <1>, <2>; };",
        "/dts-v1/; / { n: node { }; aliases { n = &n; }; chosen { x = <&{/node}>; }; };",
        "/dts-v1/;\n/dts-v1/;\n/ { };\n",
        // Refused.
        "/dts-v1/; / { a { }; a { }; };",
        "/dts-v1/; / { a; a; };",
        "/dts-v1/; / { l: a { }; l: b { }; };",
        "/dts-v1/; / { r = <&nothing>; };",
        "/dts-v1/; / { r = &nothing; };",
        "/dts-v1/; / { a { }; b; };",
        "/dts-v1/; / { a = <08>; };",
        "/dts-v1/; / { a = <0x1ffffffffffffffff>; };",
        "/dts-v1/; / { a = /bits/ 8 <256>; };",
        "/dts-v1/; / { a = /bits/ 7 <1>; };",
        "/dts-v1/; / { l: a { }; b = /bits/ 64 <&l>; };",
        "/dts-v1/; / { a = <(1 / 0)>; };",
        "/dts-v1/; / { a = [0]; };",
        "/dts-v1/; / { a@1@2 { }; };",
        "/dts-v1/; / { a { phandle = <0>; }; };",
        "/dts-v1/; / { a { phandle = <1>; }; b { phandle = <1>; }; };",
        "/dts-v1/; / { a { name = \"b\"; }; };",
        "/dts-v1/; &nothing { };",
        "/dts-v1/; / { }; &nothing { };",
        "/dts-v1/; / { }; /delete-node/ &nothing;",
        "/dts-v1/; / { a = <1> };",
        "/dts-v1/; / { a = ; };",
        "/dts-v1/; / { ; };",
        "/dts-v1/; / {",
        "/dts-v1/;",
        "/ { };",
        "",
    ];

    public static TheoryData<string> Plugins =>
    [
        "/dts-v1/; /plugin/; / { };",
        "/dts-v1/; /plugin/; &far { a = <&far>, <&near>; near: n { }; };",
        "/dts-v1/; /plugin/; / { l: local { }; }; &l { more = <&other &l>; }; &{/some/path} { x; }; &far { };",
        "/dts-v1/; /plugin/; / { fragment@0 { target = <&x>; __overlay__ { l: y { r = <&l &z 1 &z>; }; }; }; };",
        "/dts-v1/; /plugin/; &a { r = &b; };",
    ];

    [Theory]
    [MemberData(nameof(Trees))]
    [MemberData(nameof(Plugins))]
    public void Bytes_are_those_of_dtc(string source)
    {
        foreach (var (options, arguments) in new[]
        {
            (new CompilerOptions(), Array.Empty<string>()),
            (new CompilerOptions { Symbols = true }, ["-@"]),
            (new CompilerOptions { Aliases = true, Sorts = true }, ["-A", "-s"]),
            (new CompilerOptions { PhandleProperties = PhandleProperties.Legacy | PhandleProperties.Epapr, BootProcessor = 5 }, [
                "-H", "both", "-b", "5",
            ]),
            (new CompilerOptions { PhandleProperties = PhandleProperties.Legacy, Force = true }, ["-H", "legacy", "-f"]),
        })
        {
            Assert.Equal(
                (string.Join(' ', arguments), Hex(Dtc.Compile(source, arguments))),
                (string.Join(' ', arguments), Hex(Sources.Blob(source, options))));
        }
    }

    // dtc has it since 1.7, and so has the kernel since 6.12 at the latest.
    [Fact]
    public void A_path_may_begin_at_a_label() => Assert.Equal(
        Hex(Dtc.Compile("/dts-v1/; / { r = <&{/a/b}>; s = &{/a/b}; l: a { b { c; d; }; }; };")),
        Hex(Sources.Blob("/dts-v1/; / { l: a { b { c; }; }; }; &{l/b} { d; }; / { r = <&{l/b}>; s = &{l/b}; };")));

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(16)]
    [InlineData(17)]
    public void Old_versions_of_the_format_are_those_of_dtc(int version) =>
        Assert.Equal(Hex(Dtc.Compile(Labelled, "-V", $"{version}")), Hex(Sources.Blob(Labelled, blob: new() { Version = version })));

    [Fact]
    public void Room_in_a_blob_is_that_of_dtc()
    {
        Assert.Equal(
            Hex(Dtc.Compile(Labelled, "-R", "3", "-p", "100", "-a", "64")),
            Hex(Sources.Blob(Labelled, blob: new() { ReserveEntries = 3, Padding = 100, Alignment = 64 })));
        Assert.Equal(Hex(Dtc.Compile(Labelled, "-S", "1000")), Hex(Sources.Blob(Labelled, blob: new() { MinimumSize = 1000 })));
        Assert.Equal(Hex(Dtc.Compile(Labelled, "-S", "10")), Hex(Sources.Blob(Labelled, blob: new() { MinimumSize = 10 })));
    }

    public static TheoryData<string, string, int, string> Cases()
    {
        var data = new TheoryData<string, string, int, string>();
        foreach (var line in File.ReadLines(Path.Combine(AppContext.BaseDirectory, "Cases", "expected-dtc1.6.1-kernel.tsv")))
        {
            if (line.Split('\t') is [var name, var flag, var status, var hash])
                data.Add(name, flag, status == "0" ? 0 : 1, hash);
        }

        return data;
    }

    [Theory]
    [MemberData(nameof(Cases))]
    public void Corner_cases_are_those_of_the_kernels_dtc(string name, string flag, int status, string hash)
    {
        var blob = Sources.Blob(File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "Cases", name)), new() { Symbols = flag == "-@" });
        Assert.Equal(status == 0, blob is not null);
        if (blob is not null)
            Assert.Equal(hash, Convert.ToHexStringLower(SHA256.HashData(blob)));
    }

    private static string Hex(byte[]? blob) => blob is null ? "refused" : Convert.ToHexString(blob);
}
