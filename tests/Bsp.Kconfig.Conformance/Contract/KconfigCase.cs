namespace Bsp.Kconfig.Conformance.Contract;

/// <summary>One run of conf, and of the engine that is compared with it.</summary>
public sealed record KconfigCase
{
    /// <summary>The tree and the architecture.</summary>
    public required KconfigTarget Target { get; init; }

    /// <summary>What people read, such as <c>multi_v7_defconfig</c>; unique for a target and an operation.</summary>
    public required string Name { get; init; }

    /// <summary>What is done.</summary>
    public required KconfigOperation Operation { get; init; }

    /// <summary>The content of the input file; null for none. <see cref="KconfigOperation"/> says what it is.</summary>
    public byte[]? Input { get; init; }

    /// <summary>The file of the tree that the input was made from; null for none. make may have had it preprocessed.</summary>
    public string? File { get; init; }

    /// <summary>What messages call the input file: it lies under this name in the folder that conf runs in.</summary>
    public string InputName => Operation switch
    {
        KconfigOperation.Defconfig => "input_defconfig",
        KconfigOperation.AllNoConfig or KconfigOperation.AllYesConfig or KconfigOperation.AllModConfig or KconfigOperation.AllDefConfig =>
            "input_allconfig",
        _ => ".config",
    };

    /// <summary>Variables besides those of the target, such as <c>KCONFIG_SEED</c>.</summary>
    public IReadOnlyDictionary<string, string> Variables { get; init; } = new Dictionary<string, string>();

    /// <summary>What is typed, for operations that ask; then the enter key until conf is done.</summary>
    public string Keys { get; init; } = "";

    /// <summary>
    /// The whole input of operations that ask: enough for any dialogue of the tests; what still asks then gets the end of the file.
    /// </summary>
    public string Typed => Keys + new string('\n', 20_000);

    /// <summary>Whether conf asks on its standard output.</summary>
    public bool IsInteractive => Operation is KconfigOperation.OldConfig or KconfigOperation.OldAskConfig;

    /// <summary>The whole environment of the run.</summary>
    public IReadOnlyDictionary<string, string> Environment()
    {
        var variables = new Dictionary<string, string>(Target.Environment, StringComparer.Ordinal)
        {
            ["KCONFIG_CONFIG"] = ".config",
            // These would be read instead of the input, or would change what a run says.
            ["KCONFIG_DEFCONFIG_LIST"] = "",
            ["KCONFIG_AUTOCONFIG"] = Operation == KconfigOperation.SyncConfig ? "include/config/auto.conf" : "/dev/null",
        };
        if (Operation == KconfigOperation.SyncConfig)
        {
            variables["KCONFIG_AUTOHEADER"] = "include/generated/autoconf.h";
            variables["KCONFIG_RUSTCCFG"] = "include/generated/rustc_cfg";
        }

        if (InputName == "input_allconfig" && Input is not null)
            variables["KCONFIG_ALLCONFIG"] = InputName;
        foreach (var (name, value) in Variables)
            variables[name] = value;
        return variables;
    }

    /// <inheritdoc/>
    public override string ToString() => $"{Target} {Operation} {Name}";
}
