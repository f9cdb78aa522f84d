namespace Bsp.DeviceTrees.Checks;

/// <summary>PCI bridges, and the devices behind them (scripts/dtc/checks.c).</summary>
internal static class PciChecks
{
    public static void Bridge(CheckRun run, Check check, TreeNode node)
    {
        if (node.Property("device_type") is not { } type || !type.Value.FirstText.SequenceEqual("pci"u8))
            return;
        var info = run.InfoOf(node);
        info.Bus = BusKind.Pci;
        if (node.BaseName is not ("pci" or "pcie"))
            run.Report(check, node, "node name is not \"pci\" or \"pcie\"");
        if (node.Property("ranges") is null)
            run.Report(check, node, "missing ranges for PCI bridge (or not a bridge)");
        if (info.AddressCellsInEffect != 3)
            run.Report(check, node, "incorrect #address-cells for PCI bridge");
        if (info.SizeCellsInEffect != 2)
            run.Report(check, node, "incorrect #size-cells for PCI bridge");
        if (node.Property("bus-range") is not { } range)
            return;
        if (range.Value.Length != 8)
        {
            run.Report(check, node, range, "value must be 2 cells");
            return;
        }

        if (range.Value.CellAt(0) > range.Value.CellAt(4))
            run.Report(check, node, range, "1st cell must be less than or equal to 2nd cell");
        if (range.Value.CellAt(4) > 0xff)
            run.Report(check, node, range, "maximum bus number must be less than 256");
    }

    public static void DeviceReg(CheckRun run, Check check, TreeNode node)
    {
        if (RegBehindBridge(run, node) is not { } reg)
            return;
        if (reg.Value.CellAt(4) != 0 || reg.Value.CellAt(8) != 0)
            run.Report(check, node, reg, "PCI reg config space address cells 2 and 3 must be 0");
        // Of the bits 31 to 0: space 8, bus 8, device 5, function 3, register 8.
        var address = reg.Value.CellAt(0);
        var (device, function) = ((address >> 11) & 0x1f, (address >> 8) & 7);
        if ((address & 0xff000000) != 0)
            run.Report(check, node, reg, "PCI reg address is not configuration space");
        if ((address & 0xff) != 0)
            run.Report(check, node, reg, "PCI reg config space address register number must be 0");
        if (node.UnitAddress != $"{device:x},{function:x}" && (function != 0 || node.UnitAddress != $"{device:x}"))
            run.Report(check, node, $"PCI unit address format error, expected \"{device:x},{function:x}\"");
    }

    public static void DeviceBusNumber(CheckRun run, Check check, TreeNode node)
    {
        if (RegBehindBridge(run, node) is not { } reg)
            return;
        var bus = (reg.Value.CellAt(0) >> 16) & 0xff;
        var range = node.Parent!.Property("bus-range");
        var (first, last) = range is { Value.Length: 8 } ? (range.Value.CellAt(0), range.Value.CellAt(4)) : (0, 0);
        // The property of the bridge, under the name of the device: so does dtc.
        if (bus < first || bus > last)
            run.Report(check, node, range, $"PCI bus number {bus} out of range, expected ({first} - {last})");
    }

    private static TreeProperty? RegBehindBridge(CheckRun run, TreeNode node) =>
        node.Parent is not null && run.InfoOf(node.Parent).Bus == BusKind.Pci && node.Property("reg") is { Value.CellCount: >= 3 } reg
            ? reg
            : null;
}
