using System.Text.Json;
using System.Text.RegularExpressions;
using Bsp.Build;
using Bsp.Model;

namespace Bsp.Infix.Importing;

/// <summary>Reads what a board has in the root filesystem, and of that what devices find below <c>/usr/share/product</c>.</summary>
/// <param name="source">The board's files.</param>
/// <param name="syslinux">Reads how U-Boot starts the board.</param>
internal sealed partial class ProductReader(ImportSource source, SyslinuxReader syslinux)
{
    private const string Member = "Infix.Products";
    private const string Products = "usr/share/product/";

    private readonly Dictionary<string, InfixProduct> _products = new(StringComparer.Ordinal);
    private readonly List<RootEntry> _files = [];
    private readonly List<SyslinuxEntry> _entries = [];
    private readonly Dictionary<string, string> _kept = new(StringComparer.Ordinal);

    /// <summary>A product for each compatible that has a folder.</summary>
    public Seq<InfixProduct> OfCompatibles => Seq<InfixProduct>.Of(_products.Values);

    /// <summary>Files and links elsewhere in the root filesystem.</summary>
    public Seq<RootEntry> Files => Seq<RootEntry>.Of(_files);

    /// <summary>The overlays that U-Boot puts on the device trees.</summary>
    public Seq<SyslinuxEntry> SyslinuxEntries => Seq<SyslinuxEntry>.Of(_entries);

    /// <summary>Files that are kept beside the record: texts by their paths in the board's folder.</summary>
    public IReadOnlyDictionary<string, string> Kept => _kept;

    /// <summary>Reads the board's folder <c>rootfs</c>.</summary>
    public ProductReader Read()
    {
        var root = source.Folder + "/rootfs/";
        foreach (var (path, target) in source.EntriesBelow(source.Folder + "/rootfs"))
        {
            try
            {
                Take(path, path[root.Length..], target);
            }
            catch (Exception exception) when (exception is ModelException or BuildFailedException)
            {
                source.Todo(Member, path, exception.Message);
            }
        }

        return this;
    }

    private void Take(string file, string path, string? target)
    {
        var parts = path.Split('/');
        if (target is null && syslinux.Read(file, path) is { } entry)
        {
            _entries.Add(entry);
            return;
        }

        if (!path.StartsWith(Products, StringComparison.Ordinal) || parts.Length < 5)
        {
            _files.Add(Entry(file, path, path, target));
            return;
        }

        var (compatible, inner) = (parts[3], string.Join('/', parts[4..]));
        var product = _products.GetValueOrDefault(compatible) ?? new(compatible);
        _products[compatible] = target is null && inner.StartsWith("etc/udev/rules.d/", StringComparison.Ordinal)
            ? product with { Ports = product.Ports + Seq<InfixPort>.Of(Ports(source, file)) }
            : target is null && inner == "etc/product/interface-quirks.json" && Quirks(source, file) is { } quirks
            ? product with { Quirks = quirks }
            : product with { Files = product.Files + [Entry(file, path, inner, target)] };
    }

    // What no member of a record says is kept as it is, beside the record.
    private RootEntry Entry(string file, string path, string inner, string? target)
    {
        if (target is not null)
            return new SymbolicLink(inner, target);
        var kept = new KeptFile(inner, "rootfs/" + path);
        _kept.Add(kept.Source, source.Text(file)!);
        return kept;
    }

    private static IEnumerable<InfixPort> Ports(ImportSource source, string file)
    {
        foreach (var line in source.Lines(file)!.Where(x => x.Text.Trim() is not ("" or ['#', ..])))
        {
            if (Rename().Match(line.Text) is { Success: true } rule)
                yield return new(rule.Groups["name"].Value, rule.Groups["path"].Value);
            else
                source.Todo(Member, line, "a record has rules that name an interface by DEVPATH only");
        }
    }

    private static Seq<InterfaceQuirks>? Quirks(ImportSource source, string file)
    {
        try
        {
            var all = JsonSerializer.Deserialize<Dictionary<string, Dictionary<string, bool>>>(source.Text(file)!);
            return all is null || all.Values.Any(x => x is null || x.ContainsValue(false))
                ? null
                : Seq<InterfaceQuirks>.Of(all.Select(x => new InterfaceQuirks(x.Key, [.. x.Value.Keys])));
        }
        catch (JsonException)
        {
            return null;
        }
    }

    [GeneratedRegex("^\\s*SUBSYSTEM==\"net\",\\s*ACTION==\"add\",\\s*DEVPATH==\"(?<path>[^\"]+)\",\\s*NAME=\"(?<name>[^\"]+)\"\\s*$")]
    private static partial Regex Rename();
}
