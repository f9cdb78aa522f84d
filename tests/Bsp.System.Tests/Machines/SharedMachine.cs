using Bsp.SystemTests.Firmware;

namespace Bsp.SystemTests.Machines;

/// <summary>A machine that the tests of one class share; the first of them boots it.</summary>
/// <param name="firmware">What it boots.</param>
public sealed class SharedMachine<TBoard>(BoardFirmware<TBoard> firmware) : IAsyncLifetime
    where TBoard : IBoardUnderTest
{
    private Machine? _machine;
    private Shell? _shell;
    private bool _booting;

    /// <summary>What the machine boots.</summary>
    public BoardFirmware<TBoard> Firmware => firmware;

    /// <summary>The machine, once <see cref="ShellAsync"/> has booted it.</summary>
    public Machine Machine => _machine ?? throw new InvalidOperationException("the machine has not been booted");

    /// <summary>A shell on the running system. The test is skipped when there is no image.</summary>
    /// <param name="test">The class of the tests, which names the log.</param>
    public async Task<Shell> ShellAsync(object test)
    {
        if (_shell is not null)
            return _shell;
        Assert.False(_booting, "the machine did not come up for an earlier test; see that one");
        var cancel = TestContext.Current.CancellationToken;
        _machine = await firmware.MachineWithPayloadAsync(test.GetType().Name, cancel);
        _booting = true;
        _shell = await _machine.BootAsync(cancel);
        (await _shell.RunAsync(Payload.MountCommand, cancel)).Succeeded();
        return _shell;
    }

    /// <summary>Reboots the machine as a user does, and logs in again.</summary>
    /// <param name="command">The command that ends in a reboot.</param>
    public Task<Shell> RebootAsync(string command = "reboot")
    {
        var shell = _shell ?? throw new InvalidOperationException("the machine has not been booted");
        return ComesBackAsync(() => shell.LeaveAsync(command, TestContext.Current.CancellationToken));
    }

    /// <summary>Does something that the machine answers with a reset, and logs in again.</summary>
    public async Task<Shell> ComesBackAsync(Func<Task> blow)
    {
        var cancel = TestContext.Current.CancellationToken;
        _shell = null;
        await blow();
        _shell = await Machine.BootAsync(cancel);
        (await _shell.RunAsync(Payload.MountCommand, cancel)).Succeeded();
        return _shell;
    }

    /// <inheritdoc/>
    public ValueTask InitializeAsync() => ValueTask.CompletedTask;

    /// <inheritdoc/>
    public ValueTask DisposeAsync() => _machine?.DisposeAsync() ?? ValueTask.CompletedTask;
}
