using System.Globalization;
using Bsp.Build;
using Bsp.Infix.Porting;
using Bsp.Model;
using Bsp.Shared;

namespace Bsp.Infix.Importing;

/// <summary>Drafts a board's record from what an Infix tree has for it by hand.</summary>
public static class BoardImport
{
    /// <summary>Reads a board of an Infix checkout.</summary>
    /// <param name="checkout">The folder of the checkout.</param>
    /// <param name="id">The board: the name of its folder.</param>
    /// <param name="boards">The compiled boards, whose layers and families the draft names.</param>
    /// <exception cref="BuildFailedException">The folder is not an Infix checkout, or has no such board.</exception>
    public static BoardDraft Draft(string checkout, string id, System.Reflection.Assembly boards)
    {
        var known = KnownFamilies.Of(boards);
        var tree = Checkout.Open(checkout, "--from");
        var architecture = Architecture(tree, Ids.Validate(id), known);
        var source = new ImportSource(tree, architecture.Name, id);
        var menu = MenuReader.Read(source, id, architecture.Name);
        var (soc, kernel) = FixupReader.Read(source, id, architecture, known);
        var variants = new VariantReader(source, architecture, known.Infix).Read();
        var loaders = new BootloaderReader(source, architecture, known.Infix).Read();
        var products = new ProductReader(source, new(source, architecture)).Read();
        // As a person would split it: the maker is the first word.
        var (vendor, model) = menu.Prompt.Split(' ', 2) is [var first, var rest] ? (first, rest) : (menu.Prompt, menu.Prompt);
        model = variants.Model ?? model;
        var compatibles = variants.Trees.SelectMany(x => x.Compatibles.Take(1))
            .Concat(products.OfCompatibles.Select(x => x.Compatible!))
            .Distinct()
            .Take(1)
            .ToList();
        source.Todo(
            "Identity", source.Folder,
            "vendor and model are guessed from the prompt; compatibles are those of the kernel's tree that the first device tree "
            + "stands on, all of them");
        if (soc is null)
        {
            source.Todo(
                "Soc", source.Folder,
                "no family of this project is this chip; move what the kernel needs for the chip into one (boards/families)");
        }

        if (variants.Console is null)
            source.Todo("Console", source.Folder, "which port is the console? The kernel's tree says it in /chosen/stdout-path");
        var disk = new DiskReader(source, known.Infix).Read();
        Leftovers(source, id);

        var board = new Board
        {
            Id = id,
            Identity = new() { Vendor = vendor, Model = model, Compatibles = Seq<Compatible>.Of(compatibles) },
            Soc = soc ?? new() { Name = id, Architecture = architecture },
            Kernel = kernel,
            DeviceTrees = variants.Trees,
            Console = variants.Console is { } port
                ? source.Attempt("Console", source.Folder, () => new Model.Console("ttyS0", port.Baud) { Node = port.Node }) ?? new("ttyS0")
                : new("ttyS0"),
            Disk = disk?.Disk ?? new(),
            Media = loaders.Media,
            Infix = new()
            {
                Prompt = vendor + " " + model == menu.Prompt ? null : menu.Prompt,
                ShortName = loaders.ShortName,
                Help = menu.Help,
                Packages = [.. menu.Packages],
                Settings = variants.Settings,
                PasswordInVpd = variants.PasswordInVpd,
                UBootConfig = loaders.Config,
                ControlNodes = loaders.ControlNodes,
                Environment = loaders.Environment,
                SyslinuxEntries = products.SyslinuxEntries,
                Disk = disk?.Image,
                Products = Seq<InfixProduct>.Of(
                    products.OfCompatibles.Select(x => compatibles.Contains(x.Compatible!) ? x with { Compatible = null } : x)),
                Files = products.Files,
                IsEnabled = source.Lines($"configs/{architecture.Name}_defconfig")?.Any(x => x.Text == menu.Symbol + "=y") ?? false,
            },
        };
        return new(
            ClassName(id), board, source.Todos, RecordWriter.Write(ClassName(id), menu.Prompt, board, known, source.Todos), products.Kept);
    }

    private static Architecture Architecture(Checkout tree, string id, KnownFamilies known)
    {
        var all = tree.FilesBelow("board").Select(x => x.Split('/')).Where(x => x is [_, not "common", _, "Config.in"]).ToList();
        if (all.Find(x => x[2] == id) is not { } found)
        {
            throw new BuildFailedException(
                $"'{tree.Folder}' has no board '{id}'{NearestText(id, all.Select(x => x[2]))}\n  boards: "
                + $"{string.Join(", ", all.Select(x => x[2]).Order(StringComparer.Ordinal))}");
        }

        return known.ArchitectureOf(found[1])
            ?? throw new BuildFailedException(
                $"board '{id}' is of the architecture '{found[1]}', which this project does not describe; "
                + "boards/families/Architectures.cs has those that it does");
    }

    private static string NearestText(string id, IEnumerable<string> all) =>
        NearestNames.Find(id, all, id.Length / 2) is [var nearest, ..] ? $"; did you mean '{nearest}'?" : "";

    // What no reader has looked at, and no record makes by itself.
    private static void Leftovers(ImportSource source, string id)
    {
        foreach (var file in source.Unread.Where(
            x => x[(source.Folder.Length + 1)..] is var name && name != "LICENSE" && name != id + ".hash"))
            source.Todo("", file, "a record does not say what is in it");
    }

    private static string ClassName(string id)
    {
        var words = id.Split('-', '_').Select(x => CultureInfo.InvariantCulture.TextInfo.ToTitleCase(x));
        var name = string.Concat(words);
        return char.IsAsciiDigit(name[0]) ? "Board" + name : name;
    }
}

/// <summary>A record as it was read off an Infix tree, to be looked through by a person.</summary>
/// <param name="ClassName">The class.</param>
/// <param name="Board">The board.</param>
/// <param name="Todos">What was not understood, or is to be decided.</param>
/// <param name="Text">The C# file, with the open questions as comments.</param>
/// <param name="Kept">Files to keep beside it: texts by their paths in the board's folder.</param>
public sealed record BoardDraft(
    string ClassName, Board Board, IReadOnlyList<ImportTodo> Todos, string Text, IReadOnlyDictionary<string, string> Kept);
