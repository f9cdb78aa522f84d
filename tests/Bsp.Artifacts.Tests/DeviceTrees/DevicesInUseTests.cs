using System.Reflection.Metadata;
using System.Reflection.PortableExecutable;
using Bsp.Boards;
using Bsp.Model;
using Xunit;

namespace Bsp.Artifacts.Tests.DeviceTrees;

/// <summary>A typed device that no board needs is a guess at what one might need: it does not belong in the model.</summary>
public sealed class DevicesInUseTests
{
    [Fact]
    public void Each_typed_device_is_used_by_a_board() => Assert.Empty(Devices().Except(UsedBy(typeof(BoardRegistry))));

    [Fact]
    public void One_that_no_board_uses_is_found() => Assert.Equal(Devices(), Devices().Except(UsedBy(typeof(SequencePoint))));

    private static IEnumerable<string> Devices() => typeof(DtDevice).Assembly.GetTypes()
        .Where(type => type.IsSubclassOf(typeof(DtDevice)))
        .Select(type => type.FullName!)
        .Order(StringComparer.Ordinal);

    // What is made of a device is a node like any other, so the code that creates it is searched.
    private static HashSet<string> UsedBy(Type one)
    {
        using var image = new PEReader(File.OpenRead(one.Assembly.Location));
        var reader = image.GetMetadataReader();
        return reader.TypeReferences.Select(reader.GetTypeReference)
            .Select(type => reader.GetString(type.Namespace) + "." + reader.GetString(type.Name))
            .ToHashSet(StringComparer.Ordinal);
    }
}
