using Bsp.Artifacts.Tests.Samples;
using Bsp.Boards;
using Xunit;

namespace Bsp.Artifacts.Tests.Grub;

public sealed class GrubScriptTests
{
    [Theory]
    [InlineData("grub.cfg")]
    [InlineData("slot.cfg")]
    public void Grub_parses_what_it_is_given(string path)
    {
        using var scratch = new TempFolder();

        HostTool.Check("grub-script-check", [scratch.Write(path, TestBoards.Artifact(QemuX8664.Board, path))]);
    }
}
