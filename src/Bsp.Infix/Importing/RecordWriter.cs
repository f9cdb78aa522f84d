using System.Collections;
using System.Globalization;
using System.Reflection;
using System.Runtime.CompilerServices;
using Bsp.Model;

namespace Bsp.Infix.Importing;

/// <summary>Writes a board as the C# that a person would write for it: what is as it is by itself is left out.</summary>
internal sealed class RecordWriter
{
    private const string Indent = "    ";

    private readonly KnownFamilies _known;
    private readonly IReadOnlyList<ImportTodo> _todos;
    private readonly Seq<DtNode> _common;
    private bool _hasFragments;

    private RecordWriter(KnownFamilies known, IReadOnlyList<ImportTodo> todos, Seq<DtNode> common) =>
        (_known, _todos, _common) = (known, todos, common);

    /// <summary>The file with the board.</summary>
    public static string Write(string className, string about, Board board, KnownFamilies known, IReadOnlyList<ImportTodo> todos)
    {
        var common = Common(board.DeviceTrees);
        var writer = new RecordWriter(known, todos, common);
        Code[] members =
        [
            .. todos.Where(x => x.Member.Length == 0).Select(x => Code.Comment(x.ToString())),
            Code.Of("[Board]"),
            writer.Object(board, typeof(Board), "").Prefix("public static readonly Board Board = ").Suffix(";"),
            .. common.Count > 0
                ? [Code.Of(""), writer.Sequence(common, typeof(DtNode), "").Prefix("private static Seq<DtNode> Common => ").Suffix(";")]
                : Array.Empty<Code>(),
        ];
        string[] lines =
        [
            .. writer._hasFragments ? ["using static Bsp.Model.KernelFragment;", ""] : Array.Empty<string>(),
            "namespace Bsp.Boards;",
            "",
            $"/// <summary>{Escaped(about)}.</summary>",
            "public static class " + className,
            "{",
            .. members.SelectMany(x => x.Lines).Select(x => x.Length == 0 ? x : Indent + x),
            "}",
        ];
        return string.Concat(lines.Select(x => x + "\n"));
    }

    // What all variants begin with stands once.
    private static Seq<DtNode> Common(Seq<DeviceTree> trees) => trees.Count < 2
        ? []
        : Seq<DtNode>.Of(trees[0].Edits.TakeWhile((edit, i) => trees.All(tree => i < tree.Edits.Count && tree.Edits[i] == edit)));

    private static string Escaped(string text) =>
        text.Replace("&", "&amp;", StringComparison.Ordinal)
            .Replace("<", "&lt;", StringComparison.Ordinal)
            .Replace(">", "&gt;", StringComparison.Ordinal);

    private Code Value(object value, Type declared, string member) => value switch
    {
        _ when _known.NameOf(value) is { } name => Code.Of(name),
        string text => CSharpText.Of(text),
        CheckedText text => CSharpText.Of(text.Value),
        bool flag => Code.Of(flag ? "true" : "false"),
        Enum choice => Code.Of(choice.GetType().Name + "." + choice),
        ByteSize size => Code.Of(CSharpText.Of(size)),
        Guid id => Code.Of($"new(\"{id}\")"),
        byte small => Code.Of("0x" + small.ToString("x2", CultureInfo.InvariantCulture)),
        int number => Code.Of(number.ToString(CultureInfo.InvariantCulture)),
        KernelFragment fragment => Fragment(fragment),
        BuildrootLine line => Code.Of("BuildrootLine." + FragmentText.Call(line.Value, [line.Symbol])),
        DtString text => CSharpText.Of(text.Text),
        DtCells { Cells: [{ Target: null, Name: null } number] } => Cell(number),
        DtCell cell => Cell(cell),
        DeviceTree tree => Tree(tree, member),
        IEnumerable items => Sequence(items, declared.GetGenericArguments()[0], member),
        _ => Object(value, declared, member),
    };

    private Code Fragment(KernelFragment fragment)
    {
        _hasFragments = true;
        return FragmentText.Of(fragment);
    }

    private Code Sequence(IEnumerable items, Type element, string member) =>
        Code.List("", "[", [.. items.Cast<object>().Select(x => Value(x, element, member))], "]");

    /// <summary>A record: its constructor's arguments, then what is not as it would be by itself.</summary>
    private Code Object(object value, Type declared, string member)
    {
        var type = value.GetType();
        var constructor = type.GetConstructors().MaxBy(x => x.GetParameters().Length)!;
        var parameters = constructor.GetParameters();
        var arguments = parameters.Select(x => type.GetProperty(x.Name!)!.GetValue(value)).ToArray();
        var plain = constructor.Invoke(arguments);
        var inits = new List<Code>();
        foreach (var property in type.GetProperties().Where(x => x.SetMethod is not null && parameters.All(y => y.Name != x.Name)))
        {
            var path = (member.Length > 0 ? member + "." : "") + property.Name;
            inits.AddRange(_todos.Where(x => x.Member == path).Select(x => Code.Comment(x.ToString())));
            var (own, usual) = (property.GetValue(value), property.GetValue(plain));
            if (property.IsDefined(typeof(RequiredMemberAttribute)) || !Equals(own, usual))
                inits.Add((own is null ? Code.Of("null") : Value(own, property.PropertyType, path)).Prefix(property.Name + " = "));
        }

        var made = Code.List(type == declared ? "new" : "new " + type.Name, "(", [.. Arguments(parameters, arguments, member)], ")");
        return inits.Count == 0 ? made
            : made.IsShort ? Code.List(made.Lines[0] + " ", "{", inits, "}")
            : new([.. made.Lines, .. Code.List("", "{", inits, "}").Lines]);
    }

    private IEnumerable<Code> Arguments(ParameterInfo[] parameters, object?[] arguments, string member)
    {
        for (var i = 0; i < parameters.Length; i++)
        {
            if (parameters[i].HasDefaultValue && Equals(parameters[i].DefaultValue, arguments[i]))
                continue;
            if (!parameters[i].IsDefined(typeof(ParamCollectionAttribute)))
            {
                yield return Value(arguments[i]!, parameters[i].ParameterType, member);
                continue;
            }

            // A single new() would be taken for the collection itself.
            var items = ((IEnumerable)arguments[i]!).Cast<object>().ToList();
            var element = items.Count == 1 ? typeof(object) : parameters[i].ParameterType.GetGenericArguments()[0];
            foreach (var item in items)
                yield return Value(item, element, member);
        }
    }

    private Code Tree(DeviceTree tree, string member)
    {
        var plain = tree.KernelArch is { } arch ? DeviceTree.From(tree.Path, arch) : DeviceTree.From(tree.Path);
        var inits = new List<Code>();
        if (tree.Name != plain.Name)
            inits.Add(Code.Of("Name = " + CSharpText.Quoted(tree.Name)));
        if (tree.StatesIdentity)
            inits.Add(Code.Of("StatesIdentity = true"));
        if (tree.License != plain.License)
            inits.Add(Code.Of("License = " + CSharpText.Quoted(tree.License)));
        if (tree.Headers.Count > 0)
            inits.Add(Sequence(tree.Headers, typeof(string), member).Prefix("Headers = "));
        if (tree.Compatibles.Count > 0)
            inits.Add(Sequence(tree.Compatibles, typeof(string), member).Prefix("Compatibles = "));
        var own = Seq<DtNode>.Of(tree.Edits.Skip(_common.Count));
        if (own.Count > 0)
            inits.Add(Sequence(own, typeof(DtNode), member).Prefix(_common.Count > 0 ? "Edits = Common + " : "Edits = "));
        else if (_common.Count > 0)
            inits.Add(Code.Of("Edits = Common"));
        var made = "DeviceTree.From(" + CSharpText.Quoted(tree.Path)
            + (tree.KernelArch is { } other ? ", " + CSharpText.Quoted(other) : "") + ")";
        return inits.Count == 0 ? Code.Of(made) : Code.List(made + " with ", "{", inits, "}");
    }

    private static Code Cell(DtCell cell) => Code.Of(cell switch
    {
        { Target: { } target } => CSharpText.Quoted(target),
        { Name: { } macro } => "DtCell.Macro(" + CSharpText.Quoted(macro) + ")",
        // Round numbers are frequencies and voltages, others addresses and masks.
        _ when cell.Number < 10 || cell.Number % 1000 == 0 => cell.Number.ToString(CultureInfo.InvariantCulture),
        _ => "0x" + cell.Number.ToString("x", CultureInfo.InvariantCulture),
    });
}
