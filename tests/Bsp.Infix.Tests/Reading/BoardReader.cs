using Bsp.Infix.Tests.Reading.Bootloaders;
using Bsp.Infix.Tests.Reading.DeviceTrees;
using Bsp.Infix.Tests.Reading.Disks;
using Bsp.Infix.Tests.Reading.Packages;
using Bsp.Infix.Tests.Reading.Products;

namespace Bsp.Infix.Tests.Reading;

/// <summary>Reads a board's files into the shape of its reference data.</summary>
internal static class BoardReader
{
    /// <param name="tree">Where the files are.</param>
    /// <param name="expected">The reference data: it says where to look, and what comes from parts that boards share.</param>
    /// <param name="architecture">The reference data of the board's architecture.</param>
    public static JsonObject Read(InfixTree tree, JsonObject expected, JsonObject architecture)
    {
        var folder = $"board/{expected["arch"]}/{expected["id"]}";
        // What has no Config.in is found by its path alone.
        var found = new JsonObject { ["arch"] = expected["arch"]!.DeepClone() };
        PackageReader.Read(tree, folder, found);
        KernelReader.Read(tree, folder, architecture["symbols"]!.AsObject(), found);
        DeviceTreeReader.Read(tree, folder, expected, found);
        BootloaderReader.Read(tree, folder, expected, found);
        EnvironmentReader.Read(tree, folder, expected, found);
        ImageReader.Read(tree, folder, found);
        ProductReader.Read(tree, folder, found);
        return found;
    }
}
