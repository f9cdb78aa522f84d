using Bsp.Boards;
using Bsp.Firmware.Porting;

namespace Bsp.Infix.Tests.Support;

/// <summary>A copy of the Infix checkout that BSP_INFIX names, with every board ported into it.</summary>
public sealed class PortedCheckout : IAsyncLifetime
{
    private readonly ScratchFolder _folder = new();

    /// <summary>The checkout without the port.</summary>
    public static string Original => Named("BSP_INFIX", "a checkout of Infix");

    /// <summary>The folder of the copy.</summary>
    public string Folder => _folder.Root;

    /// <summary>A folder that a variable of the environment names; without it the test is skipped.</summary>
    public static string Named(string variable, string what)
    {
        var value = Environment.GetEnvironmentVariable(variable);
        Assert.SkipWhen(string.IsNullOrEmpty(value), $"{variable} does not name {what}");
        return value!;
    }

    public async ValueTask InitializeAsync()
    {
        // Each of the tests says that it is skipped.
        if (Environment.GetEnvironmentVariable("BSP_INFIX") is not { Length: > 0 } original)
            return;
        HostTool.Run("sh", ["-c", "git -C \"$1\" archive HEAD | tar -x -C \"$2\"", "sh", original, Folder]);
        HostTool.Run("git", ["-C", Folder, "init", "-q"]);
        HostTool.Run("git", ["-C", Folder, "add", "-A"]);
        HostTool.Run("git", ["-C", Folder, "-c", "user.name=Test", "-c", "user.email=test@example.org", "commit", "-qm", "state"]);
        (await PlanAsync()).Apply();
    }

    /// <summary>What a port of all boards would do now.</summary>
    internal Task<PortPlan> PlanAsync()
    {
        var boards = BoardRegistry.All().Where(x => x.Distribution.Id == "infix").ToList();
        return PortPlan.MakeAsync(new()
        {
            Checkout = Folder,
            Project = boards,
            BoardFolders = Repository.Boards,
            Boards = [.. boards.Select(x => x.Board.Id)],
            Force = true,
        });
    }

    public ValueTask DisposeAsync()
    {
        _folder.Dispose();
        return ValueTask.CompletedTask;
    }
}
