using System.Globalization;
using System.Text;
using Bsp.DeviceTrees;

namespace Bsp.Cli.Dtc;

/// <summary>Does what fdtput does: changes a blob in place.</summary>
/// <param name="host">The process.</param>
internal sealed class FdtPutProgram(CliHost host)
{
    private static readonly ProgramOptions Options = new(
        """
        bsp fdtput [options] <blob> <node> <property> [<value>...]
               bsp fdtput -c|-r <blob> [<node>...]
               bsp fdtput -d <blob> <node> [<property>...]

        Changes a blob in place, as fdtput does. The values are joined to one.
        """,
        new('c', "create", "Create nodes"),
        new('r', "remove", "Remove nodes, with all that is in them"),
        new('d', "delete", "Remove properties"),
        new('p', "auto-path", "Create the nodes on the way to a node that are not there"),
        new('t', "type", "Type of the values: s, i, u or x; before i, u or x how large numbers are: b (or hh), h or l", TakesValue: true),
        new('v', "verbose", "Show each value"),
        new('h', "help", "Print this help and exit"),
        new('V', "version", "Print version and exit"));

    private FdtType _type = FdtType.Guessed;
    private bool _makesPaths;
    private bool _isVerbose;

    /// <summary>Runs it.</summary>
    public int Run(IReadOnlyList<string> arguments)
    {
        var (options, operands) = Options.Parse(arguments);
        var operation = 'w';
        foreach (var (letter, value) in options)
        {
            switch (letter)
            {
                case 'c' or 'r' or 'd': operation = letter; break;
                case 'p': _makesPaths = true; break;
                case 't': _type = FdtType.Parse(value); break;
                case 'v': _isVerbose = true; break;
                default: host.Out.Write(letter == 'h' ? Options.Help : DeviceTreePrograms.Version); return ExitStatus.Success;
            }
        }

        var needed = operation switch { 'w' => 3, 'd' => 2, _ => 1 };
        if (operands.Count < needed)
        {
            throw new CliException(
                $"missing {(operands.Count == 0 ? "filename" : operands.Count == 1 ? "node" : "property")}; --help shows how it is used",
                ExitStatus.No);
        }

        if (_type.Kind == 'r')
            throw new CliException("Unsupported raw data type", ExitStatus.No);
        var blob = new BlobEditor(host.ReadBytes(operands[0]));
        Change(blob, operation, [.. operands.Skip(1)]);
        host.WriteBytes(operands[0], blob.Pack());
        return ExitStatus.Success;
    }

    private void Change(BlobEditor blob, char operation, string[] operands)
    {
        switch (operation)
        {
            case 'w':
                if (_makesPaths)
                    MakePath(blob, operands[0]);
                blob.Set(Existing(blob, operands[0]), operands[1], Encode(operands[2..]));
                break;
            case 'd':
                foreach (var name in operands[1..])
                {
                    if (!blob.Remove(Existing(blob, operands[0]), name))
                        throw NotFound(operands[0]);
                }

                break;
            case 'r':
                foreach (var path in operands)
                    Remove(blob, path);
                break;
            default:
                foreach (var path in operands)
                {
                    if (_makesPaths)
                        MakePath(blob, path);
                    else
                        Create(blob, path);
                }

                break;
        }
    }

    private static CliException NotFound(string what) => new($"Error at '{what}': FDT_ERR_NOTFOUND", ExitStatus.No);

    private static int Existing(BlobEditor blob, string path) => blob.Find(path) is >= 0 and var node ? node : throw NotFound(path);

    private static void Remove(BlobEditor blob, string path)
    {
        var node = Existing(blob, path);
        if (node == BlobEditor.Root)
            throw new CliException($"Error at '{path}': a blob cannot do without its root", ExitStatus.No);
        blob.Remove(node);
    }

    private static void Create(BlobEditor blob, string path)
    {
        var slash = path.LastIndexOf('/');
        if (slash < 0)
            throw new CliException($"Error at '{path}': FDT_ERR_BADPATH", ExitStatus.No);
        var parent = slash == 0 ? BlobEditor.Root : Existing(blob, path[..slash]);
        var name = path[(slash + 1)..];
        if (blob.Child(parent, name) >= 0)
            throw new CliException($"Error at '{name}': FDT_ERR_EXISTS", ExitStatus.No);
        blob.Add(parent, name);
    }

    private static void MakePath(BlobEditor blob, string path)
    {
        var node = BlobEditor.Root;
        foreach (var name in path.Split('/', StringSplitOptions.RemoveEmptyEntries))
            node = blob.Child(node, name) is >= 0 and var there ? there : blob.Add(node, name);
    }

    private byte[] Encode(string[] values)
    {
        var bytes = new List<byte>();
        if (_isVerbose)
            host.Error.Write("Decoding value:\n");
        foreach (var value in values)
        {
            if (_type.Kind == 's')
            {
                bytes.AddRange(Encoding.UTF8.GetBytes(value + "\0"));
                if (_isVerbose)
                    host.Error.Write($"\tstring: '{value}'\n");
                continue;
            }

            var (size, number) = (_type.Size ?? 4, Number(value));
            for (var shift = 8 * (size - 1); shift >= 0; shift -= 8)
                bytes.Add(unchecked((byte)(number >> shift)));
            if (_isVerbose)
                host.Error.Write($"\t{(size == 1 ? "byte" : size == 2 ? "short" : "int")}: {number}\n");
        }

        if (_isVerbose)
            host.Error.Write($"Value size {bytes.Count}\n");
        return [.. bytes];
    }

    // As scanf: i takes the base from the number, others have one; what does not fit is cut off.
    private int Number(string text)
    {
        var isNegative = text is ['-', ..];
        var digits = text.TrimStart().TrimStart('+', '-');
        var isHex = _type.Kind is 'x' or 'i' && digits.StartsWith("0x", StringComparison.OrdinalIgnoreCase);
        var (number, isGood) = (0L, false);
        if (isHex || _type.Kind == 'x')
            isGood = long.TryParse(isHex ? digits[2..] : digits, NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out number);
        else if (_type.Kind == 'i' && digits is ['0', ..])
            (number, isGood) = Octal(digits);
        else
            isGood = long.TryParse(digits, NumberStyles.None, CultureInfo.InvariantCulture, out number);
        return isGood
            ? unchecked((int)(isNegative ? -number : number))
            : throw new CliException($"'{text}' is not a number of type {_type.Kind}", ExitStatus.No);
    }

    private static (long Number, bool IsGood) Octal(string digits) =>
        digits.Length <= 20 && digits.All(c => c is >= '0' and <= '7')
            ? (digits.Aggregate(0L, (number, c) => (number * 8) + c - '0'), true)
            : (0, false);
}
