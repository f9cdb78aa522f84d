using Bsp.Kconfig.Parsing.Lexing;
using Bsp.Kconfig.Parsing.Syntax;

namespace Bsp.Kconfig.Parsing.Elaboration;

/// <summary>What the options of an entry do.</summary>
/// <param name="builder">The tree being built.</param>
/// <param name="binder">Makes its symbols and expressions.</param>
/// <param name="oldOptions">What <c>option</c> statements do.</param>
internal sealed class EntryOptions(KconfigBuilder builder, Binder binder, OldOptions oldOptions)
{
    /// <summary>Applies an option to the entry that is open.</summary>
    /// <param name="entry">What that is.</param>
    /// <param name="statement">The option.</param>
    /// <param name="file">The file it is in, for help texts.</param>
    /// <returns>False when such an entry has no such option.</returns>
    public bool Apply(EntryKind entry, in Statement statement, FileSyntax file) => entry switch
    {
        EntryKind.Broken => true,
        EntryKind.None => false,
        _ => statement.Kind switch
        {
            // What else it would have, Kconfiglib refuses.
            _ when entry == EntryKind.ConfigDefault => statement is { Kind: StatementKind.Default } && Config(statement),
            StatementKind.DependsOn => Depends(statement),
            StatementKind.VisibleIf when entry == EntryKind.Menu => Visible(statement),
            StatementKind.Help when entry is not (EntryKind.Menu or EntryKind.Comment) => Help(statement, file),
            _ => entry switch
            {
                EntryKind.Config or EntryKind.MenuConfig => Config(statement),
                EntryKind.Choice => Choice(statement),
                _ => false,
            },
        },
    };

    private bool Config(in Statement statement)
    {
        switch (statement.Kind)
        {
            case StatementKind.Type or StatementKind.Prompt:
                // In this order, as the C tool's grammar has it: so is the order of warnings.
                if (statement.Text is { } text)
                    builder.AddPrompt(text, binder.Optional(statement.Condition));
                SetType(statement.Keyword);
                return true;
            case StatementKind.Default:
                var value = binder.Expression(statement.Value!);
                builder.AddDefault(value, binder.Optional(statement.Condition));
                SetType(statement.Keyword);
                return true;
            case StatementKind.Select:
                var selected = binder.Symbol(statement.Word!);
                builder.AddSelect(selected, binder.Optional(statement.Condition));
                return true;
            case StatementKind.Imply:
                var implied = binder.Symbol(statement.Word!);
                builder.AddImply(implied, binder.Optional(statement.Condition));
                return true;
            case StatementKind.Range:
                var low = binder.Symbol(statement.Word!, statement.WordQuoted);
                var high = binder.Symbol(statement.High!, statement.HighQuoted);
                builder.AddRange(low, high, binder.Optional(statement.Condition));
                return true;
            case StatementKind.Modules:
                builder.SetModules();
                return true;
            case StatementKind.Transitional:
                builder.SetTransitional();
                return true;
            case StatementKind.Option:
                oldOptions.Apply(statement);
                return true;
            default:
                return false;
        }
    }

    private bool Choice(in Statement statement)
    {
        switch (statement.Kind)
        {
            case StatementKind.Prompt:
                builder.AddPrompt(statement.Text!, binder.Optional(statement.Condition));
                return true;
            case StatementKind.Type when (statement.Keyword == TokenKind.Bool && !builder.Dialect.IsStrict)
                || (statement.Keyword == TokenKind.Tristate && !builder.Dialect.HasModernChoices):
                if (statement.Text is { } text)
                    builder.AddPrompt(text, binder.Optional(statement.Condition));
                SetType(statement.Keyword);
                return true;
            case StatementKind.Default when statement is { Keyword: TokenKind.Default,
                Value: { Kind: ExprKind.Symbol, LeftQuoted: false } }:
                var value = binder.Expression(statement.Value!);
                builder.AddDefault(value, binder.Optional(statement.Condition));
                return true;
            case StatementKind.Optional:
                builder.SetOptional();
                return true;
            default:
                return false;
        }
    }

    private bool Depends(in Statement statement)
    {
        builder.AddDependency(binder.Dependency(statement.Value!, statement.Condition));
        return true;
    }

    private bool Visible(in Statement statement)
    {
        // The grammar of Linux 4.20 has the one before the other.
        if (builder.Dialect.HasOptionLines && builder.HasDependency)
            return false;
        if (statement.Condition is { } condition)
            builder.AddVisibility(binder.Expression(condition));
        return true;
    }

    private bool Help(in Statement statement, FileSyntax file)
    {
        builder.SetHelp(file.Text.AsMemory(statement.Help.Start, statement.Help.Length));
        return true;
    }

    private void SetType(TokenKind keyword)
    {
        var type = keyword switch
        {
            TokenKind.Bool or TokenKind.DefBool => SymbolType.Bool,
            TokenKind.Tristate or TokenKind.DefTristate => SymbolType.Tristate,
            TokenKind.Int or TokenKind.DefInt => SymbolType.Int,
            TokenKind.Hex or TokenKind.DefHex => SymbolType.Hex,
            TokenKind.String or TokenKind.DefString => SymbolType.String,
            _ => SymbolType.Unknown,
        };
        if (type != SymbolType.Unknown)
            builder.SetType(type);
    }
}
