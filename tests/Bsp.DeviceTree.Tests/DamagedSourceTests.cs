using System.Text;

namespace Bsp.DeviceTrees.Tests;

/// <summary>Sources with damage: whatever comes of them, it is a tree or messages.</summary>
public sealed class DamagedSourceTests
{
    // Pieces of the language, which make more of the damage reach the parser than bytes would.
    private static readonly string[] s_pieces =
    [
        "{", "}", ";", "<", ">", "[", "]", "(", ")", "/", "&", "\"", "'", "\\", "#", "=", ",", ":", "@", "0x", "/delete-node/ ",
        "/delete-property/ ", "/omit-if-no-ref/ ",
        "/include/ \"a\"", "/plugin/;", "/dts-v1/;", "/memreserve/ ", "/bits/ 64 ", "/incbin/(\"a\")", "&{/", "&a", "a: ", "#define A ",
        "#include \"a\"\n", "#if ", "#endif\n", "##", "/*", "*/", "//",
    ];

    [Fact]
    public void No_damage_is_more_than_a_message()
    {
        var random = new Random(1);
        var sources = CompilerTests.Trees.Concat(CompilerTests.Plugins).Concat(PreprocessorTests.Texts).Select(row => row.Data).ToList();
        for (var i = 0; i < 30_000; i++)
        {
            var text = new StringBuilder(sources[random.Next(sources.Count)]);
            for (var changes = random.Next(1, 6); changes > 0; changes--)
                Damage(text, random, sources);
            var source = text.ToString();
            try
            {
                var compiled = Sources.Compile(
                    source,
                    new()
                    {
                        Preprocessor = random.Next(2) == 0 ? new() { IncludeFolders = ["include"] } : null,
                        Symbols = random.Next(2) == 0,
                        Force = random.Next(4) == 0,
                    },
                    ("a", source));
                Assert.True(compiled.Tree is not null || compiled.Messages.Count > 0, source);
                foreach (var message in compiled.Messages)
                    Assert.NotEmpty(message.ToString());
                if (compiled.Tree is not null)
                    WriteAndReadAgain(compiled);
            }
            catch (Exception exception) when (exception is not Xunit.Sdk.XunitException)
            {
                Assert.Fail($"{exception}\nof\n{source}");
            }
        }
    }

    // What is written of a good tree is the source of the same.
    private static void WriteAndReadAgain(CompiledTree compiled)
    {
        var (blob, text) = (BlobWriter.Write(compiled.Tree!), SourceWriter.Write(compiled.Tree!));
        BlobReader.Read(blob);
        if (compiled.Messages.All(message => message.Severity == SourceSeverity.Warning)
            && compiled.Tree is { IsPlugin: false, Root.IsDeleted: false })
            Assert.True(Sources.Blob(text) is { } again && blob.AsSpan().SequenceEqual(again), text);
    }

    private static void Damage(StringBuilder text, Random random, List<string> others)
    {
        var at = random.Next(text.Length + 1);
        switch (random.Next(5))
        {
            case 0:
                text.Remove(at, Math.Min(random.Next(1, 10), text.Length - at));
                break;
            case 1:
                text.Insert(at, (char)random.Next(1, 127));
                break;
            case 2:
                var other = others[random.Next(others.Count)];
                var start = random.Next(other.Length + 1);
                text.Insert(at, other.AsSpan(start, Math.Min(random.Next(40), other.Length - start)));
                break;
            default:
                text.Insert(at, s_pieces[random.Next(s_pieces.Length)]);
                break;
        }
    }
}
