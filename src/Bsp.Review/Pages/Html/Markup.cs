using System.Globalization;
using System.Runtime.CompilerServices;
using System.Text;

namespace Bsp.Review.Pages.Html;

/// <summary>A piece of HTML. Text that is put into it is quoted, so that none can be forgotten.</summary>
internal sealed class Markup
{
    private readonly string _text;

    private Markup(string text) => _text = text;

    /// <summary>Nothing.</summary>
    public static Markup None { get; } = new("");

    /// <summary>Markup with text, numbers and other markup in its holes. A value of an attribute belongs in double quotes.</summary>
    public static Markup Of(Builder markup) => new(markup.ToString());

    /// <summary>The content of a style or script element, in which nothing is quoted.</summary>
    /// <exception cref="ArgumentException">It would end the element.</exception>
    public static Markup Verbatim(string text) =>
        text.Contains("</", StringComparison.Ordinal) ? throw new ArgumentException("it would end its element", nameof(text)) : new(text);

    /// <inheritdoc/>
    public override string ToString() => _text;

    /// <summary>Puts markup together.</summary>
    /// <param name="literalLength">How long the fixed parts are together.</param>
    /// <param name="formattedCount">How many holes there are.</param>
    [InterpolatedStringHandler]
    public readonly ref struct Builder(int literalLength, int formattedCount)
    {
        private readonly StringBuilder _text = new(literalLength + (formattedCount * 16));

        /// <summary>A fixed part.</summary>
        public void AppendLiteral(string markup) => _text.Append(markup);

        /// <summary>A text of any origin.</summary>
        public void AppendFormatted(string? text) => _text.Append(Quoted.Html(text ?? ""));

        /// <summary>A number.</summary>
        public void AppendFormatted(int number) => _text.Append(CultureInfo.InvariantCulture, $"{number}");

        /// <summary>A coordinate.</summary>
        public void AppendFormatted(double number) => _text.Append(CultureInfo.InvariantCulture, $"{number:0.#}");

        /// <summary>Other markup.</summary>
        public void AppendFormatted(Markup markup) => _text.Append(markup._text);

        /// <summary>Other markup, one after the other.</summary>
        public void AppendFormatted(IEnumerable<Markup> parts) => _text.AppendJoin("", parts);

        /// <inheritdoc/>
        public override string ToString() => _text.ToString();
    }
}
