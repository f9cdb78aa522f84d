using System.Text;
using Bsp.Kconfig.Parsing.Lexing;
using Bsp.Kconfig.Parsing.Macros;

namespace Bsp.Kconfig.Parsing.Elaboration;

/// <summary>
/// Expands the macros in a statement's tokens. A word stays one word, whatever it expands to, and vanishes when that is
/// nothing; that is how a line that is only <c>$(info,…)</c> is not a statement.
/// </summary>
/// <param name="expander">Expands texts.</param>
/// <param name="context">Receives the line of each token.</param>
internal sealed class TokenExpander(Expander expander, MacroContext context)
{
    /// <summary>Expands a statement.</summary>
    /// <param name="tokens">Its tokens.</param>
    /// <param name="text">The file that they are in.</param>
    /// <param name="expanded">Receives the tokens that are left.</param>
    /// <returns>The buffer that the texts of those are in.</returns>
    /// <exception cref="MacroException">A macro cannot be expanded.</exception>
    /// <exception cref="StopException">An <c>error-if</c> holds.</exception>
    public byte[] Expand(IReadOnlyList<Token> tokens, byte[] text, TokenBuffer expanded)
    {
        expanded.Clear();
        var buffer = new MemoryStream();
        foreach (var token in tokens)
        {
            var start = (int)buffer.Length;
            var flags = token.Flags;
            if ((flags & TokenFlags.Macro) == 0)
            {
                buffer.Write(token.Text(text));
            }
            else
            {
                context.Line = token.Line;
                var raw = Encoding.UTF8.GetString(token.Text(text));
                var value = token.Kind != TokenKind.Quoted ? expander.Expand(raw)
                    : context.IsOfKconfiglib ? context.ExpandVariables(expander.ExpandQuoted(raw))
                    : expander.ExpandQuoted(raw);
                if (value.Length == 0 && token.Kind == TokenKind.Word)
                    continue;
                buffer.Write(Encoding.UTF8.GetBytes(value));
                flags = TokenFlags.None;
            }
            expanded.Add(new(token.Kind, flags, start, (int)buffer.Length - start, token.Line, token.Column));
        }
        return buffer.ToArray();
    }
}
