namespace Bsp.Cli.Tests;

/// <summary>A folder with a small tree of Kconfig files, in which the command runs; it is gone after the test.</summary>
internal sealed class SampleTree : IDisposable
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

    private readonly string _folder = Directory.CreateTempSubdirectory("bsp-cli-tests-").FullName;

    public SampleTree(string kconfig = Kconfig)
    {
        Write("Kconfig", kconfig);
        Environment = new(StringComparer.Ordinal) { ["PATH"] = System.Environment.GetEnvironmentVariable("PATH") ?? "", ["HOME"] = At("home") };
    }

    public Dictionary<string, string> Environment { get; }

    public string At(string name) => Path.Combine(_folder, name);

    public string Read(string name) => File.ReadAllText(At(name));

    public bool Has(string name) => File.Exists(At(name));

    public void Write(string name, string text)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(At(name))!);
        File.WriteAllText(At(name), text);
    }

    public Result Run(params string[] arguments)
    {
        using StringWriter output = new(), error = new();
        var status = Program.Run(arguments, new(output, error, Environment, _folder));
        return new(status, output.ToString(), error.ToString());
    }

    public Result Kconf(params string[] arguments) => Run(["kconfig", .. arguments]);

    public void Dispose() => Directory.Delete(_folder, recursive: true);
}
