using System.Buffers.Binary;
using System.Globalization;
using System.Text;
using Bsp.DeviceTrees;

namespace Bsp.Cli.Dtc;

/// <summary>Does what fdtget does: prints values from a blob.</summary>
/// <param name="host">The process.</param>
internal sealed class FdtGetProgram(CliHost host)
{
    private static readonly ProgramOptions Options = new(
        """
        bsp fdtget [options] <blob> [<node> <property>]...
               bsp fdtget -p|-l <blob> [<node>]...

        Prints values from a blob, each on a line, as fdtget does.
        """,
        new(
            't', "type",
            "Type of the values: s, i, u, x or r (bytes as they are); before i, u or x how large numbers are: b (or hh), h or l",
            TakesValue: true),
        new('p', "properties", "List the properties of each node"),
        new('l', "list", "List the nodes in each node"),
        new('d', "default", "What to print for a property or node that is not there", TakesValue: true),
        new('h', "help", "Print this help and exit"),
        new('V', "version", "Print version and exit"));

    private FdtType _type = FdtType.Guessed;
    private string? _default;

    /// <summary>Runs it.</summary>
    public int Run(IReadOnlyList<string> arguments)
    {
        var (options, operands) = Options.Parse(arguments);
        Func<TreeNode, IEnumerable<string>>? list = null;
        foreach (var (letter, value) in options)
        {
            switch (letter)
            {
                case 't': _type = FdtType.Parse(value); break;
                case 'p': list = node => node.Properties.Select(property => property.Name); break;
                case 'l': list = node => node.Children.Select(child => child.Name); break;
                case 'd': _default = value; break;
                default: host.Out.Write(letter == 'h' ? Options.Help : DeviceTreePrograms.Version); return ExitStatus.Success;
            }
        }

        if (operands.Count == 0)
            throw new CliException("missing filename; --help shows how it is used", ExitStatus.No);
        if (operands.Count == 1)
            return ExitStatus.Success;
        if (list is null && operands.Count % 2 == 0)
            throw new CliException("must have an even number of arguments: a node and a property each", ExitStatus.No);
        var tree = BlobReader.Read(host.ReadBytes(operands[0]));
        for (var i = 1; i < operands.Count; i += list is null ? 2 : 1)
            Show(tree, operands[i], list, list is null ? operands[i + 1] : "");
        return ExitStatus.Success;
    }

    private void Show(DeviceTree tree, string path, Func<TreeNode, IEnumerable<string>>? list, string name)
    {
        if (tree.Lookup(path) is not { } node)
            ShowMissing(path, path is not ['/', ..] && tree.Alias(path.Split('/')[0]) is null ? "FDT_ERR_BADPATH" : "FDT_ERR_NOTFOUND");
        else if (list is not null)
            host.Out.Write(string.Concat(list(node).Select(item => item + "\n")));
        else if (node.Property(name) is { } property)
            Show(property.Value.Bytes);
        else
            ShowMissing(name, "FDT_ERR_NOTFOUND");
    }

    private void ShowMissing(string what, string error) =>
        host.Out.Write((_default ?? throw new CliException($"Error at '{what}': {error}", ExitStatus.No)) + "\n");

    private void Show(ReadOnlySpan<byte> bytes)
    {
        if (bytes.Length == 0)
            host.Out.Write("\n");
        else if (_type.Kind == 'r')
            host.WriteBytes("-", [.. bytes, (byte)'\n']);
        else if (_type.Kind == 's' || (_type == FdtType.Guessed && FdtText.IsPrintable(bytes)))
            ShowTexts(bytes);
        else
            ShowNumbers(bytes);
    }

    private void ShowTexts(ReadOnlySpan<byte> bytes)
    {
        if (bytes[^1] != 0)
            throw new CliException("Unterminated string", ExitStatus.No);
        // Bytes, for a text may have another encoding than ours.
        byte[] line = [.. bytes];
        for (var i = 0; i < line.Length - 1; i++)
            line[i] = line[i] == 0 ? (byte)' ' : line[i];
        line[^1] = (byte)'\n';
        host.WriteBytes("-", line);
    }

    private void ShowNumbers(ReadOnlySpan<byte> bytes)
    {
        var size = _type.Size ?? (bytes.Length % 4 == 0 ? 4 : 1);
        if (bytes.Length % size != 0)
            throw new CliException("Property length must be a multiple of selected data size", ExitStatus.No);
        var line = new StringBuilder();
        for (; bytes.Length > 0; bytes = bytes[size..])
        {
            var number = size == 4 ? BinaryPrimitives.ReadUInt32BigEndian(bytes)
                : size == 2 ? BinaryPrimitives.ReadUInt16BigEndian(bytes)
                : bytes[0];
            line.Append(line.Length > 0 ? " " : "").Append(_type.Kind switch
            {
                'x' => number.ToString("x", CultureInfo.InvariantCulture),
                'u' => number.ToString(CultureInfo.InvariantCulture),
                _ => unchecked((int)number).ToString(CultureInfo.InvariantCulture),
            });
        }

        host.Out.Write(line.Append('\n').ToString());
    }
}
