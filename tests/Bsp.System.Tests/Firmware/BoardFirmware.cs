using Bsp.SystemTests.Machines;

namespace Bsp.SystemTests.Firmware;

/// <summary>A board's image as the build made it, and the bundles that the tests try on it.</summary>
public sealed class BoardFirmware<TBoard> : IAsyncDisposable
    where TBoard : IBoardUnderTest
{
    private readonly SemaphoreSlim _one = new(1);
    private string? _payload;

    /// <summary>The folder with the board's image.</summary>
    public static string ImageFolder => Path.Combine(Repository.Root, "artifacts", "images", TBoard.Board.Id);

    /// <summary>A machine with the image on its disk, and the payload as a second disk; off.</summary>
    /// <inheritdoc cref="MachineAsync"/>
    public async Task<Machine> MachineWithPayloadAsync(string name, CancellationToken cancel)
    {
        var machine = await MachineAsync(name, cancel);
        machine.Attach(await PayloadAsync(cancel));
        return machine;
    }

    /// <summary>A machine with the image on its disk; off. The test is skipped when there is no image, or no emulator.</summary>
    /// <param name="name">What its log is called.</param>
    /// <param name="cancel">Stops the making.</param>
    public static async Task<Machine> MachineAsync(string name, CancellationToken cancel)
    {
        Assert.SkipUnless(
            File.Exists(Path.Combine(ImageFolder, "disk.img")),
            $"there is no image; make it with: ./build.sh Image --board {TBoard.Board.Id}");
        var program = "/usr/bin/" + TBoard.Board.Emulator!.Program;
        Assert.SkipUnless(File.Exists(program), $"{program} is not installed");
        return await Machine.MakeAsync(TBoard.Board, ImageFolder, name, cancel);
    }

    /// <inheritdoc/>
    public ValueTask DisposeAsync()
    {
        _one.Dispose();
        return ValueTask.CompletedTask;
    }

    private async Task<string> PayloadAsync(CancellationToken cancel)
    {
        await _one.WaitAsync(cancel);
        try
        {
            return _payload ??= await TestPayload.MakeAsync(TBoard.Board, ImageFolder, cancel);
        }
        finally
        {
            _one.Release();
        }
    }
}

/// <summary>The tests on ARM64: one after the other, beside those on the other board.</summary>
[CollectionDefinition(Aarch64.Collection)]
public sealed class Aarch64Tests : ICollectionFixture<BoardFirmware<Aarch64>>;

/// <summary>The tests on x86_64.</summary>
[CollectionDefinition(X8664.Collection)]
public sealed class X8664Tests : ICollectionFixture<BoardFirmware<X8664>>;

/// <summary>The tests on a PC.</summary>
[CollectionDefinition(Pc.Collection)]
public sealed class PcTests : ICollectionFixture<BoardFirmware<Pc>>;
