namespace Bsp.Cli.ConfTool;

/// <summary>What conf does (scripts/kconfig/conf.c, enum input_mode).</summary>
internal enum ConfMode
{
    /// <summary>Asks for everything.</summary>
    OldAskConfig,

    /// <summary>Asks for what is new.</summary>
    OldConfig,

    /// <summary>Asks for what is new, and writes what makefiles and sources read.</summary>
    SyncConfig,

    /// <summary>Gives what is new its default.</summary>
    OldDefconfig,

    /// <summary>Begins with a defconfig.</summary>
    Defconfig,

    /// <summary>Writes a defconfig.</summary>
    SaveDefconfig,

    /// <summary>Everything n.</summary>
    AllNoConfig,

    /// <summary>Everything y.</summary>
    AllYesConfig,

    /// <summary>Everything m.</summary>
    AllModConfig,

    /// <summary>Everything as its default.</summary>
    AllDefConfig,

    /// <summary>Lists what is new.</summary>
    ListNewConfig,
}
