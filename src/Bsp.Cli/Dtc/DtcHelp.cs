namespace Bsp.Cli.Dtc;

/// <summary>What <c>bsp dtc --help</c> prints.</summary>
internal static class DtcHelp
{
    /// <summary>The options of dtc that are taken.</summary>
    public const string Text = """
        Usage: bsp dtc [options] <input file>

        Compiles a device tree's source as dtc does, to the same bytes. It stands in for dtc in a kernel's build.

        Options: -[qI:O:o:V:d:R:S:p:a:fb:i:H:sW:E:@ALhv]
          -q, --quiet                Suppress warnings (-q), errors (-qq), all (-qqq)
          -I, --in-format <arg>      Format of the input: dts
          -o, --out <arg>            Output file
          -O, --out-format <arg>     Format of the output: dtb
          -V, --out-version <arg>    Version of the blob: 1, 2, 3, 16 or 17 (the default)
          -d, --out-dependency <arg> Write what was read to this file, for make
          -R, --reserve <arg>        Make space for this many entries of reserved memory
          -S, --space <arg>          Make the blob at least this many bytes long
          -p, --pad <arg>            Add this many bytes to the blob
          -a, --align <arg>          Make the blob's length a multiple of this
          -b, --boot-cpu <arg>       Set the physical number of the processor that boots
          -f, --force                Produce output even if the tree has errors
          -i, --include <arg>        Add a folder to look for included files in
          -s, --sort                 Sort nodes and properties
          -H, --phandle <arg>        Write phandles as legacy, epapr (the default) or both
          -W, --warning <arg>        Turn a warning on, or with no- before its name off
          -E, --error <arg>          Turn an error on, or with no- before its name off
          -@, --symbols              Write labels to /__symbols__
          -A, --auto-alias           Write labels to /aliases
          -L, --local-fixups         Write fixups also for what is no plugin
          -h, --help                 Print this help and exit
          -v, --version              Print version and exit

        """;
}
