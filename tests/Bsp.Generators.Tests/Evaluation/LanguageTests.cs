using Bsp.Generators.Tests.Harness;

namespace Bsp.Generators.Tests.Evaluation;

/// <summary>What C# means to the evaluator is what it means to .NET.</summary>
public sealed class LanguageTests
{
    [Fact]
    public void Numbers_are_calculated_as_their_types_say() => BothWays.Agree("""
        static int Two() => 2;
        static long Big() => long.MaxValue - 3;
        static uint U() => uint.MaxValue - 1;
        static byte B() => 200;
        public static readonly int Sum = Two() + 3 * Two() - 7 / Two() + 7 % Two();
        public static readonly int Negative = -Two() / 3 + (-7) % Two();
        public static readonly int Shifts = (Two() << 33) + (-100 >> Two()) + (1 << 31 >> Two());
        public static readonly int Wrapped = unchecked(int.MaxValue + Two());
        public static readonly long Mixed = Two() * Big() / 5;
        public static readonly uint Unsigned = U() + 1u;
        public static readonly int Narrow = unchecked((sbyte)B()) + (short)B() + 'A';
        public static readonly ulong Wide = (ulong)Big() + 0xFFFF_0000_0000_0000;
        public static readonly int Bits = (Two() | 5) ^ (7 & ~Two());
        public static readonly bool Compared = Two() < 3 && Big() >= 4 || U() == 5;
        public static readonly bool NotTrue = !(Two() != 2) ^ true & (Two() > 1 | false);
        public static readonly char Letter = (char)('a' + Two());
        public static readonly byte Small = (byte)(B() + 1);
        """);

    [Fact]
    public void Texts_are_put_together_as_CSharp_does() => BothWays.Agree(""""
        const string Const = "const";
        static string Name() => "name";
        static int Number() => -42;
        static string? Null() => null;
        public static readonly string Sum = Name() + 1 + true + 'c' + Const + Null();
        public static readonly string Holes = $"{Name()}={Number()}|{Number(),6}|{Name(),-8}|{42:x4}|{Number():D5}|{true}|{Null()}|{16.MiB()}";
        public static readonly string Raw = $$"""{ {{Name()}} "quoted" }""";
        public static readonly string Verbatim = $@"\{Const}\";
        public static readonly int Length = Name().Length + string.Empty.Length;
        public static readonly string Of = nameof(Name);
        public static readonly string Enum = $"{FilesystemType.Ext4}";
        """");

    [Fact]
    public void Devices_stand_where_nodes_can() => BothWays.Agree("""
        static uint Line() => 3;
        public static readonly DtNode Leds = new GpioLeds(new GpioLed(Gpio.Low("gpio0", Line())) { Color = LedColor.Green, Function = "status" });
        public static readonly Seq<DtNode> Edits =
        [
            Leds,
            new GpioKeys(new GpioKey("reset", KeyCode.Restart, Gpio.Low("gpio0", 4)) { Wakes = true }) { PollMilliseconds = 100 },
            new FixedRegulator("vcc", 3_300_000) { Enable = Gpio.High("pio", 1, 2), Label = "vcc" },
            new DtNode("&flash") { Nodes = [new FixedPartitions(new FixedPartition("env", 1.MiB(), 64.KiB()) { Layout = new(new NvmemCell("mac", 0, 6)) })] },
            new DtNode("&eeprom") { Nodes = [new NvmemLayout(new NvmemCell("mac") { IsMacBase = true }) { IsOnieTlv = true }] },
            new ReservedMemory(new ReservedRegion("ramoops", 64.KiB()) { Address = 0x4200_0000 }) { CellsPerNumber = 1 },
            new SwitchPorts("&switch", new SwitchPort(1, "lan1"), new SwitchPort(6) { Controller = "mac", FixedSpeed = 1000, Mac = new("base", 1), Leds = [new(0, "lan", LedColor.Green, LedState.Off)] }),
            new SfpCage("sfp-0", "i2c0") { Present = Gpio.Low("gpio0", 5) with { IsOpenDrain = true } },
            new InfixSettings { UsbPorts = [new("USB", "usb")] },
        ];
        """);

    [Fact]
    public void Texts_become_kinds_of_text_and_come_back() => BothWays.Agree("""
        static string Vendor() => "acme";
        static string? Text(bool there) => there ? "label" : null;
        static readonly string[] Names = ["acme,two", "acme,three"];
        public static readonly Compatible Literal = "acme,one";
        public static readonly Compatible Sum = Vendor() + ",one";
        public static readonly Compatible Hole = $"{Vendor()},one";
        public static readonly Seq<Compatible> Items = ["acme,one", Literal, .. Names, .. Others];
        static Seq<string> Others => ["acme,four"];
        public static readonly Seq<Compatible> More = Items + ["acme,five"];
        public static readonly string Back = Literal;
        public static readonly Seq<string> AllBack = [.. Items, Literal];
        public static readonly string Joined = Literal + "/" + Literal.Value + $"{Literal,12}|{Literal}";
        public static readonly DtLabel? There = Text(true);
        public static readonly DtLabel? Missing = Text(false);
        public static readonly string? MissingBack = Missing;
        public static readonly string Either = Missing ?? "other";
        public static readonly DtLabel Chosen = Missing == null ? "one" : Missing;
        public static readonly InfixProduct Product = new("acme,one");
        public static readonly InfixProduct Copy = Product with { Compatible = Vendor() + ",two" };
        public static readonly DtCells Cells = new("gpio0", There!, 3);
        public static readonly KernelFragment Symbols = KernelFragment.Y("A", "B") + KernelFragment.M([.. new[] { "C" }]);
        public static readonly DhcpOption Option = "router";
        public static readonly GuideStep Step = "Power on.";
        public static readonly FactoryInterface Port = "eth0";
        public static readonly bool Same = Literal == Sum && Literal == "acme,one" && Literal != "acme,two" && Missing == null;
        """);

    [Fact]
    public void Choices_are_made_as_CSharp_does() => BothWays.Agree("""
        static int? Maybe(bool there) => there ? 5 : null;
        static string? Text(int n) => n > 1 ? "many" : n == 1 ? "one" : null;
        public static readonly int Chosen = Maybe(true) ?? 7;
        public static readonly int Other = Maybe(false) ?? 7;
        public static readonly int? Nothing = Maybe(false);
        public static readonly int? Lifted = Maybe(true) + Maybe(true);
        public static readonly int? LiftedNull = Maybe(true) + Maybe(false);
        public static readonly bool LiftedCompare = Maybe(true) < Maybe(false);
        public static readonly bool LiftedEqual = Maybe(false) == null;
        public static readonly string Word = Text(0) ?? Text(1) ?? "none";
        public static readonly long Widened = Maybe(true) ?? 3L;
        public static readonly ByteSize? Size = Maybe(true) == 5 ? 5.MiB() : default(ByteSize?);
        public static readonly bool NeverBothSides = Maybe(true) == 5 || 1 / (Chosen - 5) == 1;
        """);

    [Fact]
    public void Sequences_and_spreads_are_built_in_order() => BothWays.Agree("""
        static readonly string[] Array = ["b", "c"];
        static Seq<string> Two(string a, string b) => [a, b];
        public static readonly Seq<string> Empty = [];
        public static readonly Seq<string> Spread = ["a", .. Array, .. Two("d", "e"), .. Empty, "f"];
        public static readonly Seq<string> Sum = Spread + ["g"] + Two("h", "i");
        public static readonly int Count = Spread.Count + Array[0].Length;
        public static readonly string Third = Spread[2];
        public static readonly KernelFragment Params = KernelFragment.Y("A", "B") + KernelFragment.Y([.. Array]) + KernelFragment.Y();
        public static readonly DtNode Node = new("/soc", new DtProperty("flag"), new DtProperty("cells", new DtCells(1, "&label", 3), "text", 7u));
        public static readonly DtNode Spreads = new("/soc", [new DtProperty("a", new DtBytes(1, 2)), .. Node.Properties]);
        public static readonly Seq<DtCell> Converted = [1, "x", .. Numbers];
        static uint[] Numbers => [4, 5];
        """);

    [Fact]
    public void Objects_are_made_and_copied() => BothWays.Agree("""
        public static readonly KconfigRequest Plain = new("A", KconfigValue.Y);
        public static readonly KconfigRequest Full = new("B", KconfigValue.Int(-3)) { Optional = true, Reason = "because" };
        public static readonly KconfigRequest Copy = Full with { Symbol = "C", Value = KconfigValue.String("x \"y\" \\") };
        public static readonly LoadRegion Named = new(Size: 1.MiB(), Name: "n", Address: 0x4000);
        public static readonly Bsp.Model.Console Optional = new("ttyS0");
        public static readonly Bsp.Model.Console Baud = new("ttyS0", Baud: 9_600) { Node = null };
        public static readonly Partition Guids = new("p", 1.GiB() - 1.MiB() * 3, new RawFile("a/b.img")) { Id = new Guid("0FC63DAF-8483-4772-8E79-3D69D8477DE4"), Type = PartitionTypes.EfiSystem, MbrType = 0xC, Offset = 5.KiB() };
        public static readonly ByteSize None = default;
        public static readonly ByteSize New = new();
        public static readonly ByteSize Struct = New with { };
        public static readonly UpdateScheme Update = new() { Slots = ["a", "b"], Tries = 2 } ;
        public static readonly Content Derived = new SlotRoot("a");
        public static readonly SlotRoot Cast = (SlotRoot)Derived;
        public static readonly Seq<LoadRegion> Computed = new LoadAddresses { Kernel = Named, Fit = Named with { Address = 0 }, Environment = Named }.All;
        public static readonly bool Equal = Named == Named with { } && Plain != Full;
        """);

    [Fact]
    public void Members_refer_to_each_other_across_files_and_usings() => BothWays.Agree(
        ("Test.cs", """
            using static Bsp.Model.KernelFragment;
            using static Other.Constants;
            using Sizes = Other.Constants;

            public static class Test
            {
                public static readonly KernelFragment Kernel = Y("A") + Extra + Int("N", Answer).Because(Why);
                public static ByteSize Size => Sizes.Twice(3).Plus(1);
                public static ByteSize Block { get { return Twice(1); } }
                public static ByteSize Accessor { get => Twice(2); }
                public static ByteSize Auto { get; } = Twice(b: 2, a: 4);
                public static readonly ByteSize Nested = Other.Constants.Inner.Size;
            }
            """),
        ("Other.cs", """
            namespace Other;

            public static class Constants
            {
                public const int Answer = 6 * 7;
                internal const string Why = "of " + nameof(Answer);
                public static readonly KernelFragment Extra = KernelFragment.M("B").Optionally().Overriding();
                public static ByteSize Twice(int a, int b = 2) => (a * b).MiB();
                public static ByteSize Plus(this ByteSize size, int mib) => size + mib.MiB();

                public static class Inner
                {
                    public static ByteSize Size => Twice(5);
                }
            }
            """));

    [Fact]
    public void Enums_convert_to_and_from_numbers() => BothWays.Agree("""
        enum Own { A, B = 5 }
        static Own Value() => Own.B;
        static FilesystemUse Use() => FilesystemUse.Config;
        public static readonly FilesystemUse Model = (FilesystemUse)((int)Use() + 1);
        public static readonly int Number = (int)Value() + (int)Use();
        public static readonly bool Same = Value() == Own.B && Use() != FilesystemUse.Var;
        public static readonly Filesystem Made = new(Value() == Own.B ? FilesystemUse.Var : Use(), FilesystemType.Ext4);
        """);
}
