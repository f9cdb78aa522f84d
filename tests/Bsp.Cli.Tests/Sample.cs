namespace Bsp.Cli.Tests;

/// <summary>A small tree of one file.</summary>
internal static class Sample
{
    public const string Kconfig = """
        mainmenu "Sample Configuration"

        config MODULES
        	bool "Modules"
        	modules
        	default y

        config NET
        	bool "Networking"

        config WIFI
        	tristate "Wireless"
        	depends on NET
        	help
        	  Networks without wires.

        config WIFI_DEBUG
        	bool "Debug messages of wireless networks"
        	depends on WIFI

        config LEVEL
        	int "Level"
        	range 1 9
        	default 3

        config NAME
        	string "Name"
        	default "box"

        config HIDDEN
        	bool

        config FORCING
        	bool "Forcing"
        	select NEEDY

        config NEEDY
        	bool "Needy"
        	depends on NET

        choice
        	prompt "Size"
        	default SMALL

        config SMALL
        	bool "Small"

        config BIG
        	bool "Big"

        endchoice

        menu "Extras"

        config EXTRA
        	bool "Extra"

        endmenu

        """;

    /// <summary>What the defaults of the tree give.</summary>
    public const string Defaults = """
        #
        # Automatically generated file; DO NOT EDIT.
        # Sample Configuration
        #
        CONFIG_MODULES=y
        # CONFIG_NET is not set
        CONFIG_LEVEL=3
        CONFIG_NAME="box"
        # CONFIG_FORCING is not set
        CONFIG_SMALL=y
        # CONFIG_BIG is not set

        #
        # Extras
        #
        # CONFIG_EXTRA is not set
        # end of Extras

        """;
}
