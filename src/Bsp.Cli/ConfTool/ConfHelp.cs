namespace Bsp.Cli.ConfTool;

/// <summary>The options of <c>bsp kconfig conf</c>.</summary>
internal static class ConfHelp
{
    /// <summary>The text.</summary>
    public const string Text = """
        Usage: bsp kconfig conf [options] <kconfig-file>

        A drop-in replacement for the kernel's scripts/kconfig/conf; runs in the folder and with the variables that the build gives it.

        Generic options:
          -h, --help              Print this message and exit.
          -s, --silent            Do not print log.
              --no-shell-cache        Run the commands of $(shell,...) again, and do not keep their answers.

        Mode options:
          --listnewconfig         List new options
          --oldaskconfig          Start a new configuration using a line-oriented program
          --oldconfig             Update a configuration using a provided .config as base
          --syncconfig            Similar to oldconfig but generates configuration in include/{generated/,config/}
          --olddefconfig          Same as oldconfig but sets new symbols to their default value
          --defconfig <file>      New config with default defined in <file>
          --savedefconfig <file>  Save the minimal current configuration to <file>
          --allnoconfig           New config where all options are answered with no
          --allyesconfig          New config where all options are answered with yes
          --allmodconfig          New config where all options are answered with mod
          --alldefconfig          New config with all symbols set to default
          (If none of the above is given, --oldaskconfig is the default)

        Example:
          bsp kconfig conf --olddefconfig Kconfig

        """;
}
