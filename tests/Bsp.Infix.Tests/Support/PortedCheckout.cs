using Bsp.Boards;
using Bsp.Infix.Porting;
using Bsp.Model;

namespace Bsp.Infix.Tests.Support;

/// <summary>A copy of the Infix checkout that BSP_INFIX names, with every board ported into it.</summary>
public sealed class PortedCheckout : IAsyncLifetime
{
    private const string Variable = "BSP_INFIX";

    private readonly TempFolder _folder = new();

    /// <summary>The boards that are described for Infix.</summary>
    public static IReadOnlyList<GeneratedBoard> Boards { get; } = [.. BoardRegistry.All().Where(x => x.Distribution.Id == "infix")];

    /// <summary>The checkout without the port; without it the test is skipped.</summary>
    public static string Original => Named(Variable, "a checkout of Infix at the revision of the reference data (infix_commit)");

    /// <summary>The folder of the copy.</summary>
    public string Folder => _folder.Path;

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
        if (string.IsNullOrEmpty(Environment.GetEnvironmentVariable(Variable)))
            return;
        CopyOriginal(Folder);
        HostTool.Check("git", ["-C", Folder, "init", "-q"]);
        HostTool.Check("git", ["-C", Folder, "add", "-A"]);
        HostTool.Check("git", ["-C", Folder, "-c", "user.name=Test", "-c", "user.email=test@example.org", "commit", "-qm", "state"]);
        (await PlanAsync()).Apply();
    }

    /// <summary>Copies what is committed in the checkout.</summary>
    internal static void CopyOriginal(string folder) =>
        HostTool.Check("sh", ["-c", "git -C \"$1\" archive HEAD | tar -x -C \"$2\"", "sh", Original, folder]);

    /// <summary>What a port of all boards would do now.</summary>
    internal Task<PortPlan> PlanAsync() => PortPlan.MakeAsync(new()
    {
        Checkout = Folder,
        Project = Boards,
        BoardFolders = TestPaths.Boards,
        Boards = [.. Boards.Select(x => x.Board.Id)],
        Force = true,
    });

    public ValueTask DisposeAsync()
    {
        _folder.Dispose();
        return ValueTask.CompletedTask;
    }
}
