namespace Bsp.Kconfig.Conformance.Contract;

/// <summary>What <c>conf</c> is asked to do: its mode.</summary>
public enum KconfigOperation
{
    /// <summary><c>--defconfig=FILE</c>: the input is FILE; the output is <c>.config</c>.</summary>
    Defconfig,

    /// <summary><c>--olddefconfig</c>: the input is <c>.config</c>, and so is the output.</summary>
    OldDefconfig,

    /// <summary><c>--savedefconfig=defconfig</c>: the input is <c>.config</c>; the output is the minimal file.</summary>
    SaveDefconfig,

    /// <summary><c>--allnoconfig</c>: the input, if any, is the file that <c>KCONFIG_ALLCONFIG</c> names.</summary>
    AllNoConfig,

    /// <summary><c>--allyesconfig</c>: the input, if any, is the file that <c>KCONFIG_ALLCONFIG</c> names.</summary>
    AllYesConfig,

    /// <summary><c>--allmodconfig</c>: the input, if any, is the file that <c>KCONFIG_ALLCONFIG</c> names.</summary>
    AllModConfig,

    /// <summary><c>--alldefconfig</c>: the input, if any, is the file that <c>KCONFIG_ALLCONFIG</c> names.</summary>
    AllDefConfig,

    /// <summary><c>--listnewconfig</c>: the input is <c>.config</c>; the output is what conf prints.</summary>
    ListNewConfig,

    /// <summary><c>--syncconfig</c>: the input is <c>.config</c>; besides it, <c>auto.conf</c> and <c>autoconf.h</c> are written.</summary>
    SyncConfig,

    /// <summary>
    /// <c>--randconfig</c> with <c>KCONFIG_SEED</c>: makes inputs for other operations; the output of an engine is not compared.
    /// </summary>
    RandConfig,

    /// <summary><c>--oldconfig</c>: asks for new symbols.</summary>
    OldConfig,

    /// <summary><c>--oldaskconfig</c>: asks for all symbols.</summary>
    OldAskConfig,
}
