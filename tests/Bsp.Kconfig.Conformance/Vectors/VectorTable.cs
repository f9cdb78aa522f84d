using Bsp.Kconfig.Conformance.Contract;
using static Bsp.Kconfig.Conformance.Contract.KconfigOperation;

namespace Bsp.Kconfig.Conformance.Vectors;

/// <summary>The calls in the <c>__init__.py</c> files of <c>scripts/kconfig/tests</c>.</summary>
/// <remarks>
/// Some calls that ask, but whose result does not depend on the answers, stand here as olddefconfig, too, so that both ways
/// are tested by them; conf has to pass each row, which shows that it is sound.
/// </remarks>
internal static class VectorTable
{
    /// <summary>All calls of all versions.</summary>
    public static IReadOnlyList<Vector> All { get; } =
    [
        new("auto_submenu", OldAskConfig, Stdout("expected_stdout")),
        new("choice", OldAskConfig, Stdout("oldask0_expected_stdout")),
        new("choice", OldAskConfig, Stdout("oldask1_expected_stdout")) { Input = "oldask1_config" },
        new("choice", AllYesConfig, Config("allyes_expected_config")),
        new("choice", AllModConfig, Config("allmod_expected_config")),
        new("choice", AllNoConfig, Config("allno_expected_config")),
        new("choice", AllDefConfig, Config("alldef_expected_config")),
        // The tests make random configurations until each of these came; here each is read back.
        .. Enumerable.Range(0, 3)
            .Select(
                i => new Vector("choice_randomize", OldDefconfig, WholeConfig($"expected_config{i}")) { Input = $"expected_config{i}" }),
        .. Enumerable.Range(0, 3)
            .Select(
                i => new Vector("choice_randomize2", OldDefconfig, WholeConfig($"expected_config{i}")) { Input = $"expected_config{i}" }),
        new("choice_value_with_m_dep", OldAskConfig, Config("expected_config"), Stdout("expected_stdout")) { Input = "config", Keys = "y" },
        new("choice_value_with_m_dep", OldDefconfig, Config("expected_config")) { InputText = "CONFIG_CHOICE0=y\n" },
        .. Enumerable.Range(1, 3)
            .Select(i => new Vector("conditional_dep", OldDefconfig, WholeConfig($"expected_config{i}")) { Input = $"test_config{i}" }),
        new("err_recursive_dep", OldDefconfig, Stderr("expected_stderr")) { Fails = true },
        new("err_recursive_inc", OldDefconfig, Stderr("expected_stderr")) { Fails = true },
        new("err_repeated_inc", OldDefconfig, Stderr("expected_stderr")) { Fails = true },
        new("err_transitional", OldDefconfig, Stderr("expected_stderr")) { Fails = true },
        new("inter_choice", Defconfig, Config("expected_config")) { Input = "defconfig" },
        new("new_choice_with_dep", OldConfig, Stdout("expected_stdout")) { Input = "config", Keys = "y" },
        new("no_write_if_dep_unmet", OldAskConfig, WholeConfig("expected_config")) { Input = "config", Keys = "n" },
        new("no_write_if_dep_unmet", OldDefconfig, WholeConfig("expected_config")) { InputText = "# CONFIG_A is not set\n" },
        new("preprocess/builtin_func", OldDefconfig, Stdout("expected_stdout"), WholeStderr("expected_stderr")),
        new("preprocess/circular_expansion", OldDefconfig, WholeStderr("expected_stderr")) { Fails = true },
        new("preprocess/escape", OldDefconfig, WholeStderr("expected_stderr")),
        new("preprocess/variable", OldDefconfig, WholeStderr("expected_stderr")),
        new("transitional", OldDefconfig, Config("expected_config")) { Input = "initial_config" },
        new("transitional", OldConfig, Stdout("expected_stdout")) { Input = "initial_config", Keys = "n\n" },
        new("warn_changed_input", OldDefconfig, Stderr("expected_stderr"), WholeConfig("expected_config"))
        {
            Input = "config",
            Variables = WarnChanged,
        },
        new("warn_changed_input", SaveDefconfig, Stderr("expected_stderr"), WholeConfig("expected_defconfig"))
        {
            Input = "config",
            Variables = WarnChanged,
        },
    ];

    private static Dictionary<string, string> WarnChanged => new(StringComparer.Ordinal) { ["KCONFIG_WARN_CHANGED_INPUT"] = "1" };

    private static Expectation Config(string file) => new(ResultPart.Config, Whole: false, file);

    private static Expectation WholeConfig(string file) => new(ResultPart.Config, Whole: true, file);

    private static Expectation Stdout(string file) => new(ResultPart.Stdout, Whole: false, file);

    private static Expectation Stderr(string file) => new(ResultPart.Stderr, Whole: false, file);

    private static Expectation WholeStderr(string file) => new(ResultPart.Stderr, Whole: true, file);
}
