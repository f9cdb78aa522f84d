namespace Bsp.DeviceTrees.Checks;

/// <summary>Buses that say by their name or <c>compatible</c> what they are, and the addresses on them (scripts/dtc/checks.c).</summary>
internal sealed class BusChecks
{
    private const uint OwnI2cAddress = 1U << 30;
    private const uint TenBitI2cAddress = 1U << 31;

    public BusChecks(ValueChecks values, CellChecks cells)
    {
        Pci = new Check("pci_bridge", PciChecks.Bridge, values.DeviceType, cells.AddressAndSize)
        {
            Among = nodes => nodes.WithProperty("device_type"),
        }.Warns();
        Simple = new Check("simple_bus_bridge", SimpleBridge, cells.AddressAndSize, values.Compatible)
        {
            Among = nodes => nodes.WithProperty("compatible"),
        }.Warns();
        var i2c = new Check("i2c_bus_bridge", I2cBridge, cells.AddressAndSize).Warns();
        var spi = new Check("spi_bus_bridge", SpiBridge, cells.AddressAndSize).Warns();
        All =
        [
            Pci,
            new Check("pci_device_reg", PciChecks.DeviceReg, cells.Reg, Pci) { Among = nodes => nodes.WithProperty("reg") }.Warns(),
            new Check("pci_device_bus_num", PciChecks.DeviceBusNumber, cells.Reg, Pci)
            {
                Among = nodes => nodes.WithProperty("reg"),
            }.Warns(),
            Simple,
            new Check("simple_bus_reg", SimpleReg, cells.Reg, Simple).Warns(),
            i2c,
            new Check("i2c_bus_reg", I2cReg, cells.Reg, i2c).Warns(),
            spi,
            new Check("spi_bus_reg", SpiReg, cells.Reg, spi).Warns(),
        ];
    }

    public Check Pci { get; }

    public Check Simple { get; }

    /// <summary>The checks, in dtc's order.</summary>
    public IReadOnlyList<Check> All { get; }

    private static void SimpleBridge(CheckRun run, Check check, TreeNode node)
    {
        if (IsCompatible(node, "simple-bus"u8))
            run.InfoOf(node).Bus = BusKind.Simple;
    }

    private static bool IsCompatible(TreeNode node, ReadOnlySpan<byte> with)
    {
        if (node.Property("compatible") is not { } property)
            return false;
        var rest = property.Value.Bytes;
        while (rest.IndexOf((byte)0) is >= 0 and var end)
        {
            if (rest.Slice(0, end).SequenceEqual(with))
                return true;
            rest = rest.Slice(end + 1);
        }

        return false;
    }

    private static void SimpleReg(CheckRun run, Check check, TreeNode node)
    {
        if (node.Parent is null || run.InfoOf(node.Parent) is not { Bus: BusKind.Simple } parent)
            return;
        var reg = node.Property("reg");
        var first = 0;
        if (reg is null && node.Property("ranges") is { Value.Length: > 0 } ranges)
            (reg, first) = (ranges, run.InfoOf(node).AddressCellsInEffect);
        if (reg is null)
        {
            if (node.Parent.Parent is not null && run.InfoOf(node).Bus != BusKind.Simple)
                run.Report(check, node, "missing or empty reg/ranges property");
            return;
        }

        // Of a value that is too short dtc reads what follows it.
        if (reg.Value.Number(first, parent.AddressCellsInEffect) is not { } address)
            return;
        if (node.UnitAddress != $"{address:x}")
            run.Report(check, node, $"simple-bus unit address format error, expected \"{address:x}\"");
    }

    private static void I2cBridge(CheckRun run, Check check, TreeNode node)
    {
        // dtc means to leave out an i2c node with an i2c-bus in it, but compares so that it never finds one.
        if (!node.IsNamed("i2c") && !node.IsNamed("i2c-bus") && !node.IsNamed("i2c-arb"))
            return;
        var info = run.InfoOf(node);
        info.Bus = BusKind.I2c;
        if (node.ChildList.Count == 0)
            return;
        if (info.AddressCellsInEffect != 1)
            run.Report(check, node, "incorrect #address-cells for I2C bus");
        if (info.SizeCellsInEffect != 0)
            run.Report(check, node, "incorrect #size-cells for I2C bus");
    }

    private static void I2cReg(CheckRun run, Check check, TreeNode node)
    {
        if (AddressOn(BusKind.I2c, run, check, node) is not { } reg)
            return;
        var address = reg.Value.CellAt(0) & ~OwnI2cAddress;
        if (node.UnitAddress != $"{address:x}")
            run.Report(check, node, $"I2C bus unit address format error, expected \"{address:x}\"");
        for (var i = 0; i < reg.Value.CellCount; i++)
        {
            address = reg.Value.CellAt(4 * i) & ~OwnI2cAddress;
            if ((address & TenBitI2cAddress) != 0 && (address & ~TenBitI2cAddress) > 0x3ff)
                run.Report(check, node, reg, $"I2C address must be less than 10-bits, got \"0x{address:x}\"");
            else if (address > 0x7f)
                run.Report(
                    check, node, reg,
                    $"I2C address must be less than 7-bits, got \"0x{address:x}\". "
                    + "Set I2C_TEN_BIT_ADDRESS for 10 bit addresses or fix the property");
        }
    }

    private static void SpiBridge(CheckRun run, Check check, TreeNode node)
    {
        var info = run.InfoOf(node);
        if (node.IsNamed("spi"))
        {
            info.Bus = BusKind.Spi;
        }
        else
        {
            // A bus of another name shows by what its children say.
            if (info is not { AddressCellsInEffect: 1, SizeCellsInEffect: 0 })
                return;
            if (node.Children.Any(child => child.Properties.Any(property => property.Name.StartsWith("spi-", StringComparison.Ordinal))))
                info.Bus = BusKind.Spi;
            if (info.Bus == BusKind.Spi && node.Property("reg") is not null)
                run.Report(check, node, "node name for SPI buses should be 'spi'");
        }

        if (info.Bus != BusKind.Spi || node.ChildList.Count == 0)
            return;
        if (info.AddressCellsInEffect != (node.Property("spi-slave") is null ? 1 : 0))
            run.Report(check, node, "incorrect #address-cells for SPI bus");
        if (info.SizeCellsInEffect != 0)
            run.Report(check, node, "incorrect #size-cells for SPI bus");
    }

    private static void SpiReg(CheckRun run, Check check, TreeNode node)
    {
        if (node.Parent?.Property("spi-slave") is null
            && AddressOn(BusKind.Spi, run, check, node) is { } reg
            && reg.Value.CellAt(0) is var address
            && node.UnitAddress != $"{address:x}")
        {
            run.Report(check, node, $"SPI bus unit address format error, expected \"{address:x}\"");
        }
    }

    private static TreeProperty? AddressOn(BusKind bus, CheckRun run, Check check, TreeNode node)
    {
        if (node.Parent is null || run.InfoOf(node.Parent).Bus != bus)
            return null;
        if (node.Property("reg") is { Value.CellCount: > 0 } reg)
            return reg;
        run.Report(check, node, "missing or empty reg property");
        return null;
    }
}
