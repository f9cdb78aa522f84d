using System.Reflection;
using Bsp.Build;
using Bsp.Build.Progress;
using Bsp.Kconfig.Conformance.Engines;
using Bsp.Kconfig.Conformance.Oracle;
using Bsp.Review.Kernels;

namespace Bsp.Kconfig.Conformance.Tests;

/// <summary>The symbols that a review calls weaker or stronger are those of U-Boot; a misspelt one would never be seen.</summary>
public sealed class SecuritySymbolsTests
{
    [Fact]
    public async Task Every_symbol_of_U_Boot_is_one()
    {
        var cancel = TestContext.Current.CancellationToken;
        var root = typeof(SecuritySymbolsTests).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>()
            .First(data => data.Key == "RepositoryRoot").Value!;
        using var console = new StringWriter();
        using var oracles = new OracleBuilder(await MachineSettings.ReadAsync(root, "test", cancel), new PlainConsole(console));
        OracleTarget target;
        try
        {
            target = await oracles.TargetAsync(oracles.Find("u-boot-2025.01"), "all", cancel);
        }
        catch (BuildFailedException exception)
        {
            Assert.Skip(exception.Message);
            return;
        }

        var tree = BspKconfig.Read(target.Target)!.Tree!;
        Assert.DoesNotContain(SecurityOptions.UBoot.Symbols, symbol => tree.Find(symbol) is not { IsDefined: true });
        Assert.Null(tree.Find("FIT_SIGNATURES"));
    }
}
