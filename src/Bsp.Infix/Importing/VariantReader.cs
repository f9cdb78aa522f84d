using System.Globalization;
using Bsp.Model;

namespace Bsp.Infix.Importing;

/// <summary>Reads <c>dts/</c>: a tree for each variant of the board, and what Infix wants to know about all of them.</summary>
internal sealed class VariantReader(ImportSource source, Architecture architecture, InfixDistribution distribution)
{
    private const string Member = "DeviceTrees";

    private readonly List<DtNode> _settings = [];

    /// <summary>The board's device trees.</summary>
    public Seq<DeviceTree> Trees { get; private set; } = [];

    /// <summary>What <c>/chosen/infix</c> says on all variants.</summary>
    public InfixSettings Settings { get; private set; } = new();

    /// <summary>Whether the password is in the vital product data, so that no tree has one.</summary>
    public bool PasswordInVpd { get; private set; }

    /// <summary>What the board's own sources call it; null where only the kernel's tree says it.</summary>
    public string? Model { get; private set; }

    /// <summary>
    /// The serial port, as <c>/chosen/stdout-path</c> of the board's own sources has it; null where only the kernel's tree says it.
    /// </summary>
    public (string Node, int Baud)? Console { get; private set; }

    /// <summary>Reads the board's folder.</summary>
    public VariantReader Read()
    {
        var makefile = source.Folder + "/dts/Makefile";
        var trees = new List<DeviceTree>();
        foreach (var line in source.Lines(makefile) ?? [])
        {
            var words = line.Text.TrimEnd('\\', ' ', '\t').Split([' ', '\t'], StringSplitOptions.RemoveEmptyEntries);
            if (words is ["dtb-y", "+=", ..])
                words = words[2..];
            // With overlays labels stay in; those that a syslinux entry names are read with it.
            if (words is [['#', ..], ..] or ["DTC_FLAGS", "+=", "-@"])
                continue;
            words = Array.FindAll(words, word => !word.EndsWith(".dtbo", StringComparison.Ordinal));
            if (words.Any(word => !word.EndsWith(".dtb", StringComparison.Ordinal)))
                source.Todo(Member, line, "a record has whole trees (dtb) and overlays (dtbo) only");
            else
                trees.AddRange(words.Select(word => Tree(word[..^4], line)).OfType<DeviceTree>());
        }

        if (_settings.Distinct().Count() > 1)
            source.Todo("Infix.Settings", source.Folder + "/dts", "the variants differ in /chosen/infix; the first one's was taken");
        Settings = _settings.Count > 0
            ? source.Attempt("Infix.Settings", source.Folder + "/dts", () => SettingsOf(_settings[0])) ?? new()
            : new();
        PasswordInVpd = Settings.Vpds.Count > 0 && !_settings.SelectMany(x => x.Properties).Any(x => x.Name == "factory-password-hash");
        Trees = Seq<DeviceTree>.Of(trees);
        return this;
    }

    private DeviceTree? Tree(string name, SourceLine line)
    {
        var path = $"{source.Folder}/dts/{name}.dts";
        if (new DtsReader(source, Member).Read(path) is not { } document)
        {
            source.Todo(Member, line, $"there is no '{path}'");
            return null;
        }

        // The kernel's trees are found by architecture: arm64/rockchip/rk3328-nanopi-r2s.dts.
        if (document.Includes.Find(x => x.Split('/') is [not "dt-bindings", _, ..]) is not { } trunk)
        {
            source.Todo(Member, path, $"it stands on no tree of the kernel ('#include <{architecture.KernelArch}/…>')");
            return null;
        }

        foreach (var other in document.Includes.Where(x => x != trunk && !x.StartsWith("dt-bindings/", StringComparison.Ordinal)))
            source.Todo(Member, path, $"it includes '{other}' too");
        return source.Attempt(Member, path, () => Tree(name, path, trunk, document));
    }

    private DeviceTree Tree(string name, string path, string trunk, DtsDocument document)
    {
        var place = trunk.Split('/', 2);
        var tree = (place[0] == architecture.KernelArch ? DeviceTree.From(place[1]) : DeviceTree.From(place[1], place[0])) with
        {
            Headers = [.. document.Includes.Where(x => x.StartsWith("dt-bindings/", StringComparison.Ordinal)).Distinct()],
            Compatibles =
            [
                .. document.Nodes.Where(x => x.Name == "/")
                    .SelectMany(x => x.Properties)
                    .Where(x => x.Name == "compatible")
                    .SelectMany(x => x.Values)
                    .OfType<DtString>()
                    .Select(x => x.Text),
            ],
            StatesIdentity = StatesIdentity(document.Nodes),
            Edits = Seq<DtNode>.Of(document.Nodes.SelectMany(Edits)),
        };
        tree = source.License(path) is { } license ? tree with { License = license } : tree;
        return tree.Name == name ? tree : tree with { Name = name };
    }

    // A tree that is based on an SoC's states its identity before anything else.
    private bool StatesIdentity(List<DtNode> nodes)
    {
        if (nodes is not
            [{ Name: "/", Properties: [{ Name.Value: "model", Values: [DtString model] }, { Name.Value: "compatible" }] } first, ..])
            return false;
        Model ??= model.Text;
        nodes[0] = first with { Properties = [] };
        return true;
    }

    // What other members of the record say is taken out.
    private IEnumerable<DtNode> Edits(DtNode node)
    {
        if (node is { Name: "/", Properties.Count: 0, DeleteNodes.Count: 0, DeleteProperties.Count: 0 })
            return node.Nodes.SelectMany(child => Edits(child with { Name = "/" + child.Name }));

        if (node.Name == "/chosen/infix")
        {
            _settings.Add(node);
            return WithoutProperties(node, "factory-password-hash", "usb-ports", "usb-port-names", "vpds");
        }

        if (node.Name != "/chosen")
            return [node];
        if (node.Properties.FirstOrDefault(x => x.Name == "stdout-path") is { Values: [DtString { Text: var text }] }
            && text.Split(':') is [var port, var speed]
            && int.TryParse(string.Concat(speed.TakeWhile(char.IsAsciiDigit)), CultureInfo.InvariantCulture, out var baud))
        {
            Console = (port, baud);
            node = WithoutProperties(node, "stdout-path").FirstOrDefault() ?? new("/chosen");
        }

        var infix = node.Nodes.FirstOrDefault(x => x.Name == "infix");
        return
        [
            .. infix is null ? [] : Edits(infix with { Name = "/chosen/infix" }),
            .. WithoutProperties(node with { Nodes = Seq<DtNode>.Of(node.Nodes.Where(x => x != infix)) }),
        ];
    }

    private static IEnumerable<DtNode> WithoutProperties(DtNode node, params string[] gone)
    {
        var rest = node with { Properties = Seq<DtProperty>.Of(node.Properties.Where(x => !gone.Contains(x.Name))) };
        return rest is { Properties.Count: 0, Nodes.Count: 0, DeleteNodes.Count: 0, DeleteProperties.Count: 0 } ? [] : [rest];
    }

    private InfixSettings SettingsOf(DtNode node)
    {
        var hash = node.Properties.FirstOrDefault(x => x.Name == "factory-password-hash") is { Values: [DtString { Text: var text }] }
            ? text
            : null;
        var names = Values(node, "usb-port-names").OfType<DtString>().Select(x => x.Text).ToList();
        return new()
        {
            FactoryPasswordHash = hash == distribution.FactoryPasswordHash ? null : hash,
            UsbPorts = Seq<InfixUsbPort>.Of(
                Labels(node, "usb-ports").Select((label, i) => new InfixUsbPort(i < names.Count ? names[i] : "USB" + (i + 1), label))),
            Vpds = [.. Labels(node, "vpds")],
        };
    }

    private static IEnumerable<DtValue> Values(DtNode node, string name) =>
        node.Properties.Where(x => x.Name == name).SelectMany(x => x.Values);

    private static IEnumerable<string> Labels(DtNode node, string name) =>
        Values(node, name).OfType<DtCells>().SelectMany(x => x.Cells).Select(x => x.Target).OfType<string>();
}
