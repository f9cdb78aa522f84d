namespace Bsp.DeviceTrees.Preprocessing;

/// <summary>The expansion of a name. Trees share the macros of a header.</summary>
internal sealed class Macro
{
    /// <summary>The numbers of the parameters; null for a macro without a list of them.</summary>
    public int[]? Parameters { get; init; }

    /// <summary>Whether the last parameter takes all further arguments.</summary>
    public bool IsVariadic { get; init; }

    /// <summary>What it stands for. Most macros of a header are never used, so it is read when it is asked for.</summary>
    public MacroPart[] Body => field ??= File is null ? [] : MacroBody.Read(File, First, End, Parameters, IsVariadic);

    /// <summary>What it stands for where it takes no arguments.</summary>
    public List<Token> Tokens => field ??= [.. Body.Select(part => part.Token.Pasted(part.IsPasted))];

    public BuiltIn BuiltIn { get; init; }

    /// <summary>What has the tokens that it stands for; null for what the compiler makes again.</summary>
    public TokenizedFile? File { get; init; }

    /// <summary>The first token that it stands for.</summary>
    public int First { get; init; }

    /// <summary>After the last token that it stands for.</summary>
    public int End { get; init; }

    /// <summary>The token that is its name; -1 for what the compiler defines.</summary>
    public int Name { get; init; } = -1;

    /// <summary>Where it is defined; null for what the compiler defines.</summary>
    public SourcePosition? Position => Name < 0 ? null : File!.Locate(File.Tokens[Name].Start);

    /// <summary>Whether another definition is the same (C11, section 6.10.3).</summary>
    public bool IsSameAs(Macro other)
    {
        if (ReferenceEquals(this, other))
            return true;
        if (BuiltIn != other.BuiltIn || IsVariadic != other.IsVariadic || Body.Length != other.Body.Length
            || (Parameters is null) != (other.Parameters is null)
            || (Parameters is not null && !Parameters.SequenceEqual(other.Parameters)))
            return false;
        for (var i = 0; i < Body.Length; i++)
        {
            if (!Body[i].IsSameAs(other.Body[i]))
                return false;
        }

        return true;
    }
}

/// <summary>A token of a macro's body.</summary>
/// <param name="Token">The token.</param>
/// <param name="Parameter">The parameter that it names; -1 for all others.</param>
/// <param name="IsString">Whether the argument is to become a string: <c>#x</c>.</param>
/// <param name="IsPasted">Whether it is glued to the next: <c>a##b</c>.</param>
/// <param name="Optional">What <c>__VA_OPT__</c> stands for where there are further arguments; null for all other parts.</param>
internal readonly record struct MacroPart(Token Token, int Parameter, bool IsString, bool IsPasted, MacroPart[]? Optional = null)
{
    public bool IsSameAs(MacroPart other) =>
        Parameter == other.Parameter && IsString == other.IsString && IsPasted == other.IsPasted
        && Token.Text.SequenceEqual(other.Token.Text) && Token.HasSpace == other.Token.HasSpace
        && (Optional is null) == (other.Optional is null)
        && (Optional is null
            || (Optional.Length == other.Optional!.Length
                && Optional.Zip(other.Optional, (one, two) => one.IsSameAs(two)).All(same => same)));
}

/// <summary>Macros that the compiler makes again at each use.</summary>
internal enum BuiltIn : byte
{
    None,
    File,
    Line,
    Counter,
    BaseFile,
    IncludeLevel,

    /// <summary>What would change with each build.</summary>
    Time,

    /// <summary>An operator that does what a directive does.</summary>
    Pragma,

    /// <summary>An operator of conditions.</summary>
    HasInclude,

    /// <summary>A name that <c>#pragma GCC poison</c> forbids.</summary>
    Poisoned,
}
