using Bsp.Shared;

namespace Bsp.Kconfig;

/// <summary>
/// What one project's Kconfig allows and means: most have copies of Linux's, of different ages, and some have one of their own.
/// </summary>
public sealed record KconfigDialect
{
    private KconfigDialect(string name) => Name = name;

    /// <summary>Linux up to 6.8: choices are symbols, may be tristate, optional and named.</summary>
    public static KconfigDialect Linux6_1 { get; } = new("Linux 6.1")
    {
        HasMacros = true,
        HasOptionalChoices = true,
        HasNamedChoices = true,
        KeepsConstants = true,
    };

    /// <summary>Linux from 6.9 on, which rewrote choices (commit ee29e6204ce0, "kconfig: refactor choice value calculation").</summary>
    public static KconfigDialect Linux6_9 { get; } = new("Linux 6.9")
    {
        HasMacros = true,
        HasModernChoices = true,
        HasNumericDefaults = true,
    };

    /// <summary>Linux from 6.18 on: <c>transitional</c>, and <c>depends on A if B</c>.</summary>
    public static KconfigDialect LinuxNewest { get; } = Linux6_9 with
    {
        Name = "Linux newest",
        HasTransitional = true,
        HasConditionalDepends = true,
        IsStrict = true,
    };

    /// <summary>U-Boot: a copy of Linux 4.20 with <c>option</c> lines.</summary>
    public static KconfigDialect UBoot { get; } = Linux6_1 with
    {
        Name = "U-Boot",
        HasOptionLines = true,
        ImpliesFully = true,
        NormalizesBounds = true,
        TakesModulesForOnInBoolConditions = true,
        EscapesTexts = false,
        QuotesTextsForMake = true,
        MarksMenuEnds = false,
        IgnoresUnsetNumbers = true,
        PadsHeadings = true,
        HasUntypedConstants = true,
        PreprocessesDefconfigs = true,
    };

    /// <summary>Buildroot: a copy of Linux 4.17, without macros.</summary>
    public static KconfigDialect Buildroot { get; } = UBoot with
    {
        Name = "Buildroot",
        HasMacros = false,
        PreprocessesDefconfigs = false,
        Prefix = "",
        EscapesTexts = true,
        AllowsRecursion = true,
    };

    /// <summary>BusyBox: a copy of Linux 2.6, without macros.</summary>
    public static KconfigDialect BusyBox { get; } = UBoot with
    {
        Name = "BusyBox",
        HasMacros = false,
        PreprocessesDefconfigs = false,
        EscapesTexts = true,
        HasBoolean = true,
        IsOfLinux2_6 = true,
    };

    /// <summary>NuttX: kconfig-frontends, which is Linux 4.11.</summary>
    public static KconfigDialect NuttX { get; } = Buildroot with
    {
        Name = "NuttX",
        Prefix = "CONFIG_",
        HasBoolean = true,
    };

    /// <summary>barebox: a copy of Linux 5.</summary>
    public static KconfigDialect Barebox { get; } = Linux6_1 with
    {
        Name = "barebox",
        MarksEmptyMenuEnds = false,
        QuotesTextsForMake = true,
        PadsHeadings = true,
    };

    /// <summary>Zephyr: Kconfiglib, which reimplements Linux 4.20 in Python, with statements of its own.</summary>
    public static KconfigDialect Zephyr { get; } = Linux6_1 with
    {
        Name = "Zephyr",
        HasOptionLines = true,
        ImpliesFully = true,
        NormalizesBounds = true,
        IgnoresUnsetNumbers = true,
        HasBoolean = true,
        IsOfKconfiglib = true,
        MarksEmptyMenuEnds = false,
    };

    /// <summary>The dialect of a version of Linux; of one that is older than all that are known here, the oldest.</summary>
    /// <param name="version">The version as tags, makefiles and packages have it: <c>6.12</c>, <c>v6.12.95</c>, <c>6.12-rc3</c>.</param>
    /// <exception cref="FormatException">It is not a version of Linux.</exception>
    public static KconfigDialect ForLinux(string version) => LinuxRelease.Of(version) switch
    {
        var release when release.CompareTo((6, 18)) >= 0 => LinuxNewest,
        var release when release.CompareTo((6, 9)) >= 0 => Linux6_9,
        _ => Linux6_1,
    };

    /// <summary>All of them.</summary>
    public static IReadOnlyList<KconfigDialect> All => [Linux6_1, Linux6_9, LinuxNewest, UBoot, Buildroot, BusyBox, NuttX, Barebox, Zephyr];

    /// <summary>What people call it.</summary>
    public string Name { get; init; }

    /// <summary>What precedes a symbol's name in a .config.</summary>
    public string Prefix { get; init; } = "CONFIG_";

    /// <summary>Variables, functions and <c>$(shell …)</c> (Documentation/kbuild/kconfig-macro-language.rst).</summary>
    public bool HasMacros { get; init; }

    /// <summary><c>option env=</c>, <c>option modules</c>, <c>option defconfig_list</c>, <c>option allnoconfig_y</c>.</summary>
    public bool HasOptionLines { get; init; }

    /// <summary><c>boolean</c> is another word for <c>bool</c>, as up to Linux 4.17.</summary>
    public bool HasBoolean { get; init; }

    /// <summary>The attribute <c>transitional</c> of a symbol that has been renamed.</summary>
    public bool HasTransitional { get; init; }

    /// <summary><c>depends on A if B</c>.</summary>
    public bool HasConditionalDepends { get; init; }

    /// <summary>
    /// What older tools warn of, or take as it is, is an error: a blank or second help text, a <c>menuconfig</c> without a
    /// prompt, a file that is read twice.
    /// </summary>
    public bool IsStrict { get; init; }

    /// <summary>A choice may have a name, so that it can be extended elsewhere.</summary>
    public bool HasNamedChoices { get; init; }

    /// <summary>A choice may be <c>optional</c>: none of its members need be on.</summary>
    public bool HasOptionalChoices { get; init; }

    /// <summary>Members of a choice keep values of their own, and the one that was set last wins; a choice is always bool.</summary>
    public bool HasModernChoices { get; init; }

    /// <summary>
    /// Conditions are simplified only where operands are equal: <c>!A || y</c> stays, and is a recursive dependency of A
    /// (scripts/kconfig/expr.c, expr_eliminate_dups).
    /// </summary>
    public bool KeepsConstants { get; init; }

    /// <summary>Symbols may depend on themselves; it is only told (scripts/kconfig/symbol.c up to Linux 4.17, sym_check_deps).</summary>
    public bool AllowsRecursion { get; init; }

    /// <summary>A number without a default is 0, not the empty text.</summary>
    public bool HasNumericDefaults { get; init; }

    /// <summary>An <c>imply</c> of <c>y</c> turns <c>m</c> into <c>y</c>, and dependencies of <c>m</c> do not limit it.</summary>
    public bool ImpliesFully { get; init; }

    /// <summary>A number out of range becomes the bound as a plain number, not in the spelling of the bound.</summary>
    public bool NormalizesBounds { get; init; }

    /// <summary><c>A != n</c> in a condition of what is not tristate means A, though that is <c>m</c> where A is.</summary>
    public bool TakesModulesForOnInBoolConditions { get; init; }

    /// <summary>Quotes and backslashes of texts are escaped in files, and a text ends at the first quote, not the last.</summary>
    public bool EscapesTexts { get; init; } = true;

    /// <summary>Makefiles get texts with their quotes.</summary>
    public bool QuotesTextsForMake { get; init; }

    /// <summary><c># CONFIG_X is not set</c> for a number is silently skipped.</summary>
    public bool IgnoresUnsetNumbers { get; init; }

    /// <summary>The heading of <c>autoconf.h</c> begins and ends with an empty line.</summary>
    public bool PadsHeadings { get; init; }

    /// <summary>Defconfigs are C sources to make: they may include others (U-Boot's scripts/kconfig/Makefile).</summary>
    public bool PreprocessesDefconfigs { get; init; }

    /// <summary>Messages name the constants <c>y</c>, <c>m</c> and <c>n</c> without their values.</summary>
    public bool HasUntypedConstants { get; init; }

    /// <summary>
    /// As in Linux 2.6, and as BusyBox goes on from there: conf goes through the menus and gives each symbol its value before it
    /// looks at the next one, the first of two lines for a symbol counts, and a .config has all symbols, whether they are offered
    /// or not, below the project's version.
    /// </summary>
    public bool IsOfLinux2_6 { get; init; }

    /// <summary>
    /// As in Kconfiglib: <c>source</c> takes patterns, <c>rsource</c>, <c>osource</c>, <c>orsource</c>, <c>configdefault</c> and
    /// <c>def_int</c> and its like are known, and a .config has no heading.
    /// </summary>
    public bool IsOfKconfiglib { get; init; }

    /// <summary>A .config says where menus end.</summary>
    public bool MarksMenuEnds { get; init; } = true;

    /// <summary>So it does of menus without anything in them.</summary>
    public bool MarksEmptyMenuEnds { get; init; } = true;
}
