using Bsp.Generators.Tests.Harness;

namespace Bsp.Generators.Tests.Diagnostics;

/// <summary>BSP1001: what the model refuses is reported at the expression that it refused.</summary>
public sealed class InvalidValueTests
{
    [Theory]
    [InlineData("""Console = new("ttyS0") { Node = {|BSP1001:"a b"|} }""", "character ' '")]
    [InlineData("""Console = {|BSP1001:new("tty S0")|}""", "a console device")]
    [InlineData("""Identity = new() { Vendor = {|BSP1001:"a\nb"|}, Model = {|BSP1001:""|} }""", "U+000A")]
    [InlineData("""Kernel = KernelFragment.Y("A") + KernelFragment.N({|BSP1001:"CONFIG_A"|})""", "write 'A'")]
    [InlineData("""Kernel = {|BSP1001:KernelFragment.Y("A") + KernelFragment.N("A")|}""", "keep one of them")]
    [InlineData("""Disk = new() { Size = {|BSP1001:1.MiB() - 2.MiB()|}, Partitions = [] }""", "negative")]
    [InlineData("""Disk = new() { Size = {|BSP1001:1.GiB() * int.MaxValue|} * int.MaxValue, Partitions = [] }""", "1 EiB")]
    [InlineData("""Watchdog = new("A", {|BSP1001:15 / (Test.Shared.Load.All.Count - 3)|})""", "division by zero")]
    [InlineData("""Watchdog = new("A", {|BSP1001:(int.MinValue + Test.Shared.Load.All.Count - 3) / -1|})""", "does not fit")]
    [InlineData("""Watchdog = new("A", unchecked({|BSP1001:(int.MinValue + Test.Shared.Load.All.Count - 3) % -1|}))""", "does not fit")]
    [InlineData("""DeviceTrees = [DeviceTree.From({|BSP1001:"../a.dts"|})]""", "leaves its folder")]
    [InlineData("""Console = new({|BSP1001:Test.Shared.Soc.Kernel.Requests[7]|}.Symbol)""", "index")]
    [InlineData(
        """Disk = new() { Size = 1.MiB(), Partitions = [new("a", 1.MiB(), new SlotRoot("a")) { Id = {|BSP1001:new Guid("no")|} }] }""",
        "form")]
    [InlineData(
        """Identity = Test.Shared.Base.Identity with { Compatibles = ["maker,board", {|BSP1001:"maker board"|}] }""", "a compatible")]
    [InlineData(
        """Identity = Test.Shared.Base.Identity with { Compatibles = [{|BSP1001:.. new[] { "a", "b c" }|}] }""", "a compatible 'b c'")]
    [InlineData("""Watchdog = new({|BSP1001:"CONFIG_" + "A"|}, 15)""", "write 'A'")]
    [InlineData("""Console = new("ttyS0") { Node = {|BSP1001:Test.Shared.Base.Id.Length > 1 ? "a b" : null|} }""", "a node name")]
    [InlineData("""Watchdog = new("A", checked({|BSP1001:int.MaxValue + Test.Shared.Load.All.Count|}))""", "does not fit")]
    public async Task Values_that_the_model_refuses_are_reported_where_they_are_written(string assignment, string said)
    {
        var messages = await Diagnose.BoardAsync($$"""
            public static class Subject
            {
                [Board]
                public static readonly Board Board = Test.Shared.Base with { Id = "a", {{assignment}} };
            }
            """);
        Assert.Contains(messages, message => message.Contains(said, StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_problem_in_a_layer_is_said_once_for_all_boards() => await Diagnose.BoardAsync("""
        public static class Layer
        {
            public static readonly KernelFragment Kernel = KernelFragment.Y({|BSP1001:"BR2_A"|});
        }

        public static class Subject
        {
            [Board]
            public static readonly Board One = Test.Shared.Base with { Id = "one", Kernel = Layer.Kernel };

            [Board]
            public static readonly Board Two = Test.Shared.Base with { Id = "two", Kernel = Layer.Kernel };
        }
        """);
}
