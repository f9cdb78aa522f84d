using Bsp.Build;
using Bsp.Infix.Porting;
using Bsp.Model;

namespace Bsp.Infix.Tests.Porting;

/// <summary>Ports that did not come to their end.</summary>
public sealed class InterruptedPortTests
{
    private static readonly GeneratedBoard[] Before = [InfixBoards.Whole("nova"), InfixBoards.Whole("gone")];
    private static readonly GeneratedBoard[] After =
    [
        InfixBoards.Whole("nova", ("tree/board/aarch64/vendor-nova/a.cfg", "1\n"), ("tree/board/aarch64/vendor-nova/z.cfg", "1\n")),
        InfixBoards.Whole("aura"),
    ];

    [Fact]
    public async Task The_next_port_completes_one_that_was_killed_wherever_that_was()
    {
        using var whole = new InfixSkeleton();
        await PortAsync(whole, Before);
        var changes = await PortAsync(whole, After);
        Assert.NotEmpty(changes);
        for (var stop = 0; stop < changes.Count; stop++)
        {
            using var infix = new InfixSkeleton();
            await PortAsync(infix, Before);
            await StopAsync(infix, changes[stop].Path);
            // Only one of the boards is asked for, and its record has changed since.
            var plan = await infix.PlanAsync(After, ["vendor-aura"]);
            Assert.Contains(plan.Notes, x => x.Contains("interrupted", StringComparison.Ordinal));
            plan.Apply();
            Assert.Equal(whole.Status(), infix.Status());
            foreach (var change in changes)
                Assert.Equal(change.After, File.Exists(infix.At(change.Path)) ? infix.Read(change.Path) : null);
            Assert.Empty((await infix.PlanAsync(After)).Changes);
        }
    }

    [Fact]
    public async Task What_a_killed_port_wrote_is_not_taken_for_somebodys_edit()
    {
        using var infix = new InfixSkeleton();
        await PortAsync(infix, Before);
        await StopAsync(infix, "utils/mkimage.sh");
        var changed = InfixBoards.Whole("nova", ("tree/board/aarch64/vendor-nova/a.cfg", "2\n"));
        (await infix.PlanAsync(changed)).Apply();
        Assert.Equal("2\n", infix.Read("board/aarch64/vendor-nova/a.cfg"));
        Assert.False(File.Exists(infix.At("board/aarch64/vendor-nova/z.cfg")));
        Assert.False(Directory.Exists(infix.At("board/aarch64/vendor-aura")));
        Assert.Empty((await infix.PlanAsync(changed)).Changes);
    }

    private static async Task<IReadOnlyList<PortChange>> PortAsync(InfixSkeleton infix, GeneratedBoard[] project)
    {
        var changes = (await infix.PortAsync(project)).Changes;
        if (project == Before)
            infix.Commit();
        return [.. changes.Where(x => x.Kind != PortChangeKind.Record)];
    }

    // Something that Port refuses to write through appears at the path after the plan was made.
    private static async Task StopAsync(InfixSkeleton infix, string path)
    {
        var plan = await infix.PlanAsync(After);
        var (full, aside) = (infix.At(path), infix.At(path + ".aside"));
        var folder = Path.GetDirectoryName(full)!;
        var hadFolder = Directory.Exists(folder);
        Directory.CreateDirectory(folder);
        if (File.Exists(full))
            File.Move(full, aside);
        File.CreateSymbolicLink(full, "/nowhere");
        Assert.Throws<BuildFailedException>(plan.Apply);
        File.Delete(full);
        if (File.Exists(aside))
            File.Move(aside, full);
        else if (!hadFolder && !Directory.EnumerateFileSystemEntries(folder).Any())
            Directory.Delete(folder);
    }
}
