using System.Text.Json;
using System.Text.Json.Nodes;
using Bsp.Artifacts.Boards;
using Bsp.Artifacts.Rendering;
using Bsp.Artifacts.Tests.Samples;
using Bsp.Boards;
using Bsp.Model;
using Json.Schema;
using Xunit;

namespace Bsp.Artifacts.Tests.Boards;

/// <summary>What a record can state is in <c>board.json</c>, and in its schema.</summary>
public sealed class BoardJsonMembersTests
{
    /// <summary>What is left out, and why.</summary>
    private static readonly Dictionary<string, string> s_absent = new(StringComparer.Ordinal)
    {
        ["Board.Infix"] = ForInfix,
        ["Medium.Infix"] = ForInfix,
        ["Architecture.BuildrootArch"] = ForInfix,
        ["DeviceTree.Name"] = ForInfix,
        ["DeviceTree.Compatibles"] = ForInfix,
        ["DeviceTree.StatesIdentity"] = ForInfix,
        ["LoadAddresses.DeviceTree"] = ForInfix,
        ["LoadAddresses.Script"] = ForInfix,
        ["LoadAddresses.Ramdisk"] = ForInfix,
        ["LoaderFiles.File"] = ForInfix,
        ["LoaderFiles.Files"] = ForInfix,
        ["TrustedFirmware.Version"] = ForInfix,
        ["TrustedFirmware.Repository"] = ForInfix,
        ["TrustedFirmware.Fip"] = ForInfix,
        ["TrustedFirmware.Images"] = ForInfix,
        ["TrustedFirmware.Targets"] = ForInfix,
        ["TrustedFirmware.Variables"] = ForInfix,
        ["TrustedFirmware.NeedsArm32"] = ForInfix,
        ["UBoot.FirstStage"] = ForInfix,
        ["DtNode.Properties"] = InTheTree,
        ["DtNode.Label"] = InTheTree,
        ["DtNode.Nodes"] = InTheTree,
        ["DtNode.DeleteProperties"] = InTheTree,
        ["DtNode.DeleteNodes"] = InTheTree,
    };

    // Boards that have between them whatever a record can state.
    private static readonly (BootableBoard Board, DebianDistribution Distribution)[] s_samples =
    [
        (Rockchip.Board with
            {
                DeviceTrees =
                [
                    DeviceTree.From(RouterBase.Path, "arm") with { Edits = [new("/", [])], Headers = ["dt-bindings/gpio/gpio.h"] },
                ],
                Media = [new("sdcard") { Device = "mmc 1", Boot = new UBoot("router-rk0000") { Config = KernelFragment.Y("LED") } }],
            },
            TestBoards.Bare with
            {
                Features = [new() { Name = "own", Kernel = KernelFragment.Y("A"), Packages = ["a"], Files = ["/a"] }],
            }),
        (NanoPiR2S.Board with { Debian = NanoPiR2S.Board.Debian with { SlotRoot = 128.MiB(), SlotBoot = 32.MiB() } },
            TestBoards.Distribution with { Boards = ["a-board"] }),
        (QemuX8664.Board, TestBoards.Distribution),
    ];

    private const string ForInfix = "only Infix's files are made from it";
    private const string InTheTree = "the .dts has it in its own language, and board.json the names of the nodes";

    private static readonly JsonSchema s_schema = JsonSchema.FromText(SchemaText());

    private static readonly Lazy<HashSet<string>> s_shown = new(() => Shown(Render));

    public static TheoryData<string> Ids => TestBoards.Ids;

    [Theory]
    [MemberData(nameof(Ids))]
    public void Board_json_follows_its_schema(string id) => Assert.Empty(FaultsOf(TestBoards.Artifact(TestBoards.Find(id), "board.json")));

    [Fact]
    public void Every_member_of_the_model_is_there_or_has_a_reason_not_to_be()
    {
        var stated = ModelMembers.ReachableFrom([typeof(BootableBoard), typeof(DebianDistribution)], s_absent.Keys.ToHashSet());

        Assert.Equal(stated.Except(s_absent.Keys, StringComparer.Ordinal), s_shown.Value.Order(StringComparer.Ordinal));
        Assert.Subset(stated, s_absent.Keys.ToHashSet());
    }

    [Theory]
    [InlineData("fitKey", "UpdateScheme.FitKey")]
    [InlineData("medium", "Medium.Name")]
    public void One_that_is_left_out_is_found(string name, string member) =>
        Assert.Equal([member], s_shown.Value.Except(Shown(pair => Without(Render(pair), name))));

    [Fact]
    public void The_schema_allows_every_value_of_a_member()
    {
        foreach (var mutant in s_samples.SelectMany(sample => MutantsOf(sample).Select(mutant => mutant.Pair)))
        {
            if (TryRender(mutant, Render) is { } text)
                Assert.Empty(FaultsOf(text));
        }
    }

    [Fact]
    public void The_schema_allows_nothing_that_it_does_not_name()
    {
        Assert.All(Objects(JsonNode.Parse(SchemaText())!), named => Assert.False((bool)named["additionalProperties"]!));
        Assert.NotEmpty(FaultsOf(Render(s_samples[0]).Replace("\"fitKey\"", "\"other\"", StringComparison.Ordinal)));
    }

    /// <summary>The members of which some change is seen.</summary>
    private static HashSet<string> Shown(Func<(BootableBoard, DebianDistribution), string> render)
    {
        var shown = new HashSet<string>(StringComparer.Ordinal);
        foreach (var sample in s_samples)
        {
            var before = render(sample);
            shown.UnionWith(
                from mutant in MutantsOf(sample)
                where TryRender(mutant.Pair, render) is { } after && after != before
                from member in mutant.Path
                select member);
        }

        return shown;
    }

    private static IEnumerable<(Seq<string> Path, (BootableBoard, DebianDistribution) Pair)> MutantsOf(
        (BootableBoard Board, DebianDistribution Distribution) sample)
    {
        var untouched = s_absent.Keys.ToHashSet();
        return Mutations.Of(sample.Board, untouched)
            .Select(mutant => (mutant.Path, ((BootableBoard)mutant.Value, sample.Distribution)))
            .Concat(
                Mutations.Of(sample.Distribution, untouched)
                    .Select(mutant => (mutant.Path, (sample.Board, (DebianDistribution)mutant.Value))));
    }

    private static string Render((BootableBoard Board, DebianDistribution Distribution) pair) =>
        ((IArtifactRenderer)new BoardJson()).Render(pair.Board, pair.Distribution).Single().Text;

    /// <summary>Null where the model is inconsistent: an artifact refuses what it cannot write.</summary>
    private static string? TryRender(
        (BootableBoard, DebianDistribution) pair, Func<(BootableBoard, DebianDistribution), string> render)
    {
        try
        {
            return render(pair);
        }
        catch (ModelException)
        {
            return null;
        }
    }

    // A member on a line of its own.
    private static string Without(string json, string name) =>
        string.Join('\n', json.Split('\n').Where(line => !line.Contains($"\"{name}\":", StringComparison.Ordinal)));

    private static IEnumerable<JsonObject> Objects(JsonNode schema) =>
        All(schema).OfType<JsonObject>().Where(node => node["type"] is JsonValue type && type.GetValue<string>() == "object");

    private static IEnumerable<JsonNode> All(JsonNode node) => node switch
    {
        JsonObject members => members.Select(member => member.Value).OfType<JsonNode>().SelectMany(All).Prepend(node),
        JsonArray items => items.OfType<JsonNode>().SelectMany(All).Prepend(node),
        _ => [node],
    };

    private static IEnumerable<string> FaultsOf(string json)
    {
        using var document = JsonDocument.Parse(json);
        if (s_schema.Evaluate(document.RootElement).IsValid)
            return [];
        var details = s_schema.Evaluate(document.RootElement, new() { OutputFormat = OutputFormat.List }).Details ?? [];
        return
        [
            .. details.Where(detail => detail.Errors is not null)
                .Select(detail => detail.InstanceLocation + ": " + string.Join("; ", detail.Errors!.Values)),
        ];
    }

    private static string SchemaText() => File.ReadAllText(Repository.At("docs", "schemas", "board-1.json"));
}
