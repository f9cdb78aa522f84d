using System.Globalization;
using Bsp.Model;

namespace Bsp.Infix.Importing;

/// <summary>Reads <c>genimage.cfg.in</c>.</summary>
internal sealed class DiskReader(ImportSource source, InfixDistribution distribution)
{
    private const string Member = "Disk";

    private List<SourceToken> _tokens = [];
    private int _at;

    /// <summary>
    /// What the hardware asks of the disk, and Infix's image on it; null where the board's folder has none or it is none that
    /// Infix can start from.
    /// </summary>
    public (DiskLayout Disk, InfixDisk Image)? Read()
    {
        var path = source.Folder + "/genimage.cfg.in";
        if (source.Lines(path) is not { } lines)
            return null;
        _tokens = SourceLexer.Genimage(lines);
        var images = Sections().Where(x => x.Kind == "image").ToList();
        if (images.Find(x => x.Sections.Exists(y => y.Kind == "hdimage")) is not { } disk)
        {
            source.Todo(Member, path, "no image in it is a disk");
            return null;
        }

        return source.Attempt<(DiskLayout, InfixDisk)?>(Member, path, () => Disk(disk, images));
    }

    private (DiskLayout Disk, InfixDisk Image) Disk(Section image, List<Section> images)
    {
        var table = image.Sections.Find(x => x.Kind == "hdimage")!;
        ReportOthers(table, "partition-table-type");
        ReportOthers(image);
        var partitions = image.Sections.Where(x => x.Kind == "partition").ToList();
        var raw = partitions.FindAll(x => x.Text("in-partition-table") is "no" or "false");
        var at = partitions.FindIndex(IsOwn);
        var before = (at < 0 ? partitions : partitions[..at]).Except(raw);
        foreach (var other in partitions.Except(raw).Except(before).Where(x => !IsOwn(x)))
            source.Todo(Member, other.Line, "a partition after Infix's own");
        var (aux, primary) = (Find(PartitionNames.Aux), Find(PartitionNames.Primary));
        CheckOwn(aux, distribution.Partitions.AuxId, "offset");
        CheckOwn(primary, null, "size");
        CheckOwn(Find(PartitionNames.Secondary), null, "size");
        CheckOwn(Find(PartitionNames.Config), distribution.Partitions.CfgId);
        CheckOwn(Find(PartitionNames.Var), distribution.Partitions.VarId);
        if (Find(PartitionNames.Secondary)?.Text("size") != primary?.Text("size"))
            source.Todo(Member, Find(PartitionNames.Secondary)?.Line ?? image.Line, "the slots have the same size in a record");
        var disk = new DiskLayout
        {
            Table = table.Text("partition-table-type") switch { "hybrid" =>
                PartitionTable.Hybrid, "mbr" => PartitionTable.Mbr, _ => PartitionTable.Gpt },
            Raw = Seq<RawRegion>.Of(raw.Select((x, i) => Raw(x, i + 1 < raw.Count ? raw[i + 1] : aux))),
            Partitions = Seq<Partition>.Of(before.Select(x => Before(x, images))),
            FirstFree = aux?.Size("offset"),
        };
        var made = new InfixDisk(Name(image));
        return (disk, made with
        {
            Slot = primary?.Size("size"),
            RootFile = primary?.Text("image") ?? made.RootFile,
            Cfg = Image(images, FileOf(PartitionNames.Config))?.Size("size") ?? made.Cfg,
            Var = Image(images, FileOf(PartitionNames.Var))?.Size("size") ?? made.Var,
        });

        Section? Find(string name) => partitions.Find(x => x.Title == name);
    }

    private static bool IsOwn(Section partition) =>
        partition.Title is PartitionNames.Aux or PartitionNames.Primary or PartitionNames.Secondary
            or PartitionNames.Config or PartitionNames.Var;

    private static string FileOf(string partition) => partition + ".ext4";

    private static string Name(Section image)
    {
        var name = image.Title.EndsWith(".img", StringComparison.Ordinal) ? image.Title[..^4] : image.Title;
        return name.StartsWith("#IX_ID##VERSION#-", StringComparison.Ordinal) ? name["#IX_ID##VERSION#-".Length..] : name;
    }

    private static Section? Image(List<Section> images, string name) => images.Find(x => x.Title == name);

    private RawRegion Raw(Section region, Section? next)
    {
        ReportOthers(region, "in-partition-table", "offset", "image", "size");
        var offset = region.Size("offset") ?? ByteSize.Zero;
        return new(
            region.Title, region.Text("image") ?? "", offset,
            region.Size("size") ?? ((next?.Size("offset") is { } end && end > offset ? end : offset + 1.MiB()) - offset));
    }

    private Partition Before(Section partition, List<Section> images)
    {
        ReportOthers(partition, "offset", "image", "size", "bootable", "partition-type", "partition-type-uuid", "partition-uuid");
        var file = partition.Text("image");
        var vfat = file is null ? null : Image(images, file)?.Sections.Find(x => x.Kind == "vfat");
        Content content = file is null ? new Blank()
            : vfat is null ? new RawFile(file)
            : new LoaderFiles(file, [.. vfat.Texts("files").Where(x => !x.StartsWith('#'))]);
        var made = new Partition(
            partition.Title, partition.Size("size") ?? (file is null ? null : Image(images, file)?.Size("size")) ?? ByteSize.Zero, content)
        {
            Offset = partition.Size("offset"),
            Bootable = partition.Text("bootable") is "true" or "yes",
            MbrType = partition.Text("partition-type") is { } type ? (byte)Number(type, partition) : null,
            Id = Guid.TryParse(partition.Text("partition-uuid"), out var id) ? id : null,
        };
        return Guid.TryParse(partition.Text("partition-type-uuid"), out var kind) ? made with { Type = kind } : made;
    }

    // What Infix's own partitions are is the distribution's; where a board differs a person decides.
    private void CheckOwn(Section? partition, Guid? id, params string[] more)
    {
        if (partition is null)
            return;
        ReportOthers(partition, ["image", "bootable", "partition-uuid", "partition-type-uuid", .. more]);
        if (partition.Text("partition-uuid") is { } own && (id is null || !Guid.TryParse(own, out var parsed) || parsed != id))
        {
            source.Todo(
                Member, partition.Values.Find(x => x.Name == "partition-uuid")!.Line,
                $"Infix's partition {partition.Title} has another GUID in a record");
        }

        if (Guid.TryParse(partition.Text("partition-type-uuid"), out var type)
            ? type != PartitionTypes.LinuxData
            : partition.Text("partition-type-uuid") is not null and not "linux")
        {
            source.Todo(
                Member, partition.Values.Find(x => x.Name == "partition-type-uuid")!.Line,
                $"Infix's partition {partition.Title} is of type Linux in a record");
        }
    }

    private void ReportOthers(Section section, params string[] names)
    {
        foreach (var value in section.Values.Where(x => !names.Contains(x.Name)))
            source.Todo(Member, value.Line, "a record does not say it");
    }

    private List<Section> Sections()
    {
        var sections = new List<Section>();
        while (_at < _tokens.Count && !_tokens[_at].Is("}"))
            Statement(sections, []);
        return sections;
    }

    private void Statement(List<Section> sections, List<Setting> values)
    {
        var first = _tokens[_at++];
        var words = new List<string>();
        while (_at < _tokens.Count && !_tokens[_at].IsText && _tokens[_at].Text is not ("{" or "=" or "}" or "+")
            && _tokens[_at].Line.Number == first.Line.Number)
            words.Add(_tokens[_at++].Text);
        if (_at < _tokens.Count && _tokens[_at] is { IsText: true } title)
        {
            words.Add(title.Text);
            _at++;
        }

        if (_at < _tokens.Count && _tokens[_at].Is("{"))
        {
            _at++;
            var section = new Section(first.Text, string.Concat(words), first.Line);
            while (_at < _tokens.Count && !_tokens[_at].Is("}"))
                Statement(section.Sections, section.Values);
            _at++;
            sections.Add(section);
        }
        else if (_at < _tokens.Count && _tokens[_at] is { IsText: false, Text: "=" or "+" })
        {
            _at += _tokens[_at].Is("+") ? 2 : 1;
            values.Add(new(first.Text, Items(), first.Line));
        }
        else if (!first.Text.StartsWith('#'))
        {
            source.Todo(Member, first.Line, "it is neither a section nor a setting");
        }
    }

    private List<string> Items()
    {
        if (_at < _tokens.Count && !_tokens[_at].Is("{"))
            return [_tokens[_at++].Text];
        var items = new List<string>();
        for (_at++; _at < _tokens.Count && !_tokens[_at].Is("}"); _at++)
        {
            if (!_tokens[_at].Is(","))
                items.Add(_tokens[_at].Text);
        }

        _at++;
        return items;
    }

    private static long Number(string text, Section section)
    {
        var (digits, unit) = text switch
        {
            [.., 'K' or 'k'] => (text[..^1], 1L << 10),
            [.., 'M'] => (text[..^1], 1L << 20),
            [.., 'G'] => (text[..^1], 1L << 30),
            [.., 's'] => (text[..^1], (long)ByteSize.SectorSize),
            _ => (text, 1L),
        };
        var isHex = digits.StartsWith("0x", StringComparison.OrdinalIgnoreCase);
        return long.TryParse(
            isHex ? digits.AsSpan(2) : digits, isHex ? NumberStyles.AllowHexSpecifier : NumberStyles.None,
            CultureInfo.InvariantCulture, out var number)
            && number <= long.MaxValue / unit
            ? number * unit
            : throw new ModelException($"'{text}' in '{section.Title}' (line {section.Line.Number}) is not a number");
    }

    private sealed record Setting(string Name, List<string> Items, SourceLine Line);

    private sealed record Section(string Kind, string Title, SourceLine Line)
    {
        public List<Section> Sections { get; } = [];

        public List<Setting> Values { get; } = [];

        public List<string> Texts(string name) => Values.Find(x => x.Name == name)?.Items ?? [];

        public string? Text(string name) => Texts(name).FirstOrDefault();

        public ByteSize? Size(string name) => Text(name) is { } text ? new(Number(text, this)) : null;
    }
}
