using System.Globalization;
using Bsp.Kconfig.Conformance.Contract;
using Bsp.Kconfig.Conformance.Oracle;

namespace Bsp.Kconfig.Conformance.Cases;

/// <summary>The cases of a target.</summary>
/// <param name="oracle">The target.</param>
/// <param name="seed">Chooses: the same seed, the same cases.</param>
internal sealed class CasePlanner(OracleTarget oracle, int seed)
{
    // How many defconfigs serve for what costs much and shows little more with each.
    private const int Few = 3;

    // The architectures that boards have, and the trees that have one view only: all operations. The others: defconfig and savedefconfig.
    private static readonly HashSet<string> Thorough = new(StringComparer.Ordinal) { "arm64", "x86", "arm", "riscv", "all" };

    private KconfigTarget Target => oracle.Target;

    /// <summary>All cases.</summary>
    /// <param name="randomConfigurations">How many random configurations are read back.</param>
    public IReadOnlyList<CasePlan> All(int randomConfigurations)
    {
        var files = oracle.Tree.Kind.Defconfigs(Target.Root, Target.Architecture);
        var thorough = Thorough.Contains(Target.Architecture);
        List<CasePlan> plans = [.. files.Select(file => Defconfig(file.Name, file.Path, thorough))];
        if (thorough)
        {
            plans.AddRange(AllConfigs.Select(operation => Plan("all", operation, () => null)));
            plans.AddRange(files.Select(file => Plan(file.Name, KconfigOperation.ListNewConfig, () => Read(file.Path))));
            foreach (var (name, path) in Sample.Of(files, file => file.Name, Few, seed))
            {
                plans.AddRange(AllConfigs.Select(operation => Plan(name, operation, () => Read(path))));
                plans.Add(Sync(name, path));
                plans.Add(Dialogue(name, KconfigOperation.OldConfig, path));
                plans.Add(Dialogue(name, KconfigOperation.OldAskConfig, path));
            }

            plans.AddRange(Enumerable.Range(0, randomConfigurations).Select(number => Random(seed + number)));
        }

        return [.. plans.Where(plan => oracle.Conf.Kind.ConfArguments(Empty(plan)) is not null)];
    }

    private static IReadOnlyList<KconfigOperation> AllConfigs =>
        [KconfigOperation.AllNoConfig, KconfigOperation.AllYesConfig, KconfigOperation.AllModConfig, KconfigOperation.AllDefConfig];

    private CasePlan Defconfig(string name, string path, bool thorough) => new(
        name,
        KconfigOperation.Defconfig,
        () => Case(name, KconfigOperation.Defconfig, Read(path)) with { File = path },
        thorough ? [SavedFrom(name), UpdatedFrom(name)] : [SavedFrom(name)]);

    private CasePlan Random(int number)
    {
        var name = "random " + number.ToString(CultureInfo.InvariantCulture);
        var variables = new Dictionary<string, string> { ["KCONFIG_SEED"] = "0x" + number.ToString("X", CultureInfo.InvariantCulture) };
        return new(
            name, KconfigOperation.RandConfig, () => Case(name, KconfigOperation.RandConfig, null) with { Variables = variables },
            [UpdatedFrom(name), SavedFrom(name)]);
    }

    // auto.conf and autoconf.h of what defconfig makes.
    private CasePlan Sync(string name, string path) => new(
        name + " for sync",
        KconfigOperation.Defconfig,
        () => Case(name + " for sync", KconfigOperation.Defconfig, Read(path)),
        [output => Case(name, KconfigOperation.SyncConfig, output)]);

    private CasePlan Dialogue(string name, KconfigOperation operation, string path) =>
        new(
            name, operation,
            () => Case(name, operation, Read(path)) with
            {
                Keys = RandomKeys.Of(name, seed, help: oracle.Tree.Kind.HasKnownHelp),
            },
            []);

    private CasePlan Plan(string name, KconfigOperation operation, Func<byte[]?> input) =>
        new(name, operation, () => Case(name, operation, input()), []);

    private Func<byte[], KconfigCase> SavedFrom(string name) => output => Case(name, KconfigOperation.SaveDefconfig, output);

    private Func<byte[], KconfigCase> UpdatedFrom(string name) => output => Case(name, KconfigOperation.OldDefconfig, output);

    private KconfigCase Empty(CasePlan plan) => Case(plan.Name, plan.Operation, null);

    private KconfigCase Case(string name, KconfigOperation operation, byte[]? input) =>
        new() { Target = Target, Name = name, Operation = operation, Input = input };

    private byte[] Read(string path) => oracle.Tree.Kind.Read(Target.Root, path);
}
