using Bsp.Artifacts.Quoting;
using Bsp.Model;
using Xunit;

namespace Bsp.Artifacts.Tests.Quoting;

public sealed class DtsStringTests
{
    public static TheoryData<string> Strings => HostileStrings.All;

    [Theory]
    [MemberData(nameof(Strings))]
    public void Dtc_reads_back_the_text_or_it_is_refused(string text)
    {
        if (text.Contains('\0'))
        {
            Assert.Throws<ModelException>(() => DtsString.Quote(text));
            return;
        }

        using var scratch = new TempFolder();
        var preprocessed = HostTool.Check(
            "cpp", ["-nostdinc", "-undef", "-x", "assembler-with-cpp", "-P"], scratch.Path,
            $"/dts-v1/;\n/ {{ x = {DtsString.Quote(text)}; y = \"end\"; }};\n");
        var source = scratch.Write("x.dts", preprocessed);
        HostTool.Check("dtc", ["-I", "dts", "-O", "dtb", "-o", scratch["x.dtb"], source]);

        var bytes = HostTool.Check("fdtget", ["-t", "bx", scratch["x.dtb"], "/", "x"]);
        var read = bytes.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).Select(b => Convert.ToByte(b, 16)).ToArray();
        Assert.Equal(text + "\0", System.Text.Encoding.UTF8.GetString(read));
    }
}
