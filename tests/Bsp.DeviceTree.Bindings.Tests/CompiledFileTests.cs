using System.Buffers.Binary;
using Bsp.DeviceTrees.Bindings.Compiled;

namespace Bsp.DeviceTrees.Bindings.Tests;

/// <summary>Bindings in one file.</summary>
public sealed class CompiledFileTests
{
    private const string Node = "device { compatible = \"vendor,device\"; vendor,value = <3>; vendor,odd; };";

    private static readonly byte[] s_file = Samples.Prepare(
        Samples.Binding(
            "properties:\n  compatible:\n    const: vendor,device\n  vendor,value:\n    minimum: -5\n    maximum: 2\n  ratio-percent:\n"
            + "    maximum: 1.5\nadditionalProperties: false"),
        Samples.Binding(
            "select:\n  properties:\n    $nodename:\n      const: x\nproperties:\n  a: null\n  b: [1, true, text]", "other")).Bindings
            .ToBytes();

    [Fact]
    public void What_is_read_finds_what_was_found_before_it_was_written()
    {
        var bindings = Bindings.Read(s_file);
        Assert.Equal(2, bindings.Count);
        Assert.Equal(
            ["additionalProperties", "maximum"],
            Samples.Findings(Node, bindings).Select(finding => finding.Keyword).Order(StringComparer.Ordinal));
    }

    [Fact]
    public void What_is_read_is_written_to_the_same_bytes() => Assert.Equal(s_file, Bindings.Read(s_file).ToBytes());

    [Fact]
    public void A_file_that_was_cut_short_anywhere_is_refused()
    {
        for (var length = 0; length < s_file.Length; length++)
            Assert.Throws<FormatException>(() => Bindings.Read(s_file[..length]));
    }

    [Fact]
    public void A_file_with_any_bit_turned_is_refused()
    {
        for (var i = 0; i < s_file.Length; i++)
        {
            byte[] damaged = [.. s_file];
            damaged[i] ^= (byte)(1 << (i % 8));
            Assert.Throws<FormatException>(() => Bindings.Read(damaged));
        }
    }

    [Fact]
    public void A_file_of_another_version_is_named_so() =>
        Assert.Contains(
            "another version",
            Assert.Throws<FormatException>(() => Bindings.Read("bsp-bindings 99 dt-schema-2099.01\n"u8.ToArray())).Message,
            StringComparison.Ordinal);

    [Fact]
    public void A_forged_file_is_refused_or_read_but_never_breaks_off()
    {
        var random = new Random(7);
        var start = Array.IndexOf(s_file, (byte)'\n') + 1;
        var (refused, read) = (0, 0);
        for (var i = 0; i < 5_000; i++)
        {
            byte[] forged = [.. s_file];
            for (var changes = random.Next(1, 4); changes > 0; changes--)
                forged[random.Next(start + ArchiveFormat.ChecksumSize, forged.Length)] = (byte)random.Next(256);
            BinaryPrimitives.WriteUInt32LittleEndian(
                forged.AsSpan(start), ArchiveFormat.ChecksumOf(forged.AsSpan(start + ArchiveFormat.ChecksumSize)));
            try
            {
                Samples.Findings(Node, Bindings.Read(forged));
                read++;
            }
            catch (FormatException)
            {
                refused++;
            }
        }

        Assert.True(refused > 100 && read > 100, $"{refused} refused, {read} read");
    }
}
