using System.Diagnostics;
using System.Globalization;
using Bsp.Build.Processes;

namespace Bsp.BuildMachine.Tests.Processes;

public sealed class ProcessGroupListTests : IDisposable
{
    private readonly TempFolder _folder = new();
    private readonly Process _process = Process.Start("setsid", ["sleep", "1000"]);

    private string ListPath => Path.Combine(_folder, "groups");

    public void Dispose()
    {
        _process.Kill();
        _process.Dispose();
        _folder.Dispose();
    }

    [Fact]
    public async Task What_a_killed_build_left_running_is_ended()
    {
        // setsid has not become a group of its own before the process is another program.
        while (Process.GetProcessById(_process.Id).ProcessName != "sleep")
            await Task.Delay(10, TestContext.Current.CancellationToken);
        new ProcessGroupList(ListPath).Add(_process.Id);

        new ProcessGroupList(ListPath).KillAll();

        Assert.True(_process.WaitForExit(TimeSpan.FromSeconds(10)));
    }

    [Fact]
    public void Another_process_that_has_the_number_now_is_left_alone()
    {
        File.WriteAllText(ListPath, _process.Id.ToString(CultureInfo.InvariantCulture) + " 1\n");

        new ProcessGroupList(ListPath).KillAll();

        Assert.False(_process.WaitForExit(TimeSpan.FromMilliseconds(300)));
    }
}
