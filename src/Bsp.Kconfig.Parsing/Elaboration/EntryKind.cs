namespace Bsp.Kconfig.Parsing.Elaboration;

/// <summary>The entry whose options may follow.</summary>
internal enum EntryKind
{
    /// <summary>None: an option here belongs to nothing.</summary>
    None,

    /// <summary><c>config</c>.</summary>
    Config,

    /// <summary><c>menuconfig</c>.</summary>
    MenuConfig,

    /// <summary><c>configdefault</c>.</summary>
    ConfigDefault,

    /// <summary><c>choice</c>, before its members.</summary>
    Choice,

    /// <summary><c>menu</c>, before what is in it.</summary>
    Menu,

    /// <summary><c>comment</c>.</summary>
    Comment,

    /// <summary>One that could not be understood: its options are skipped.</summary>
    Broken,
}
