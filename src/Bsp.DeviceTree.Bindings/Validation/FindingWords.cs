using System.Globalization;
using Bsp.DeviceTrees.Bindings.Decoding;
using Bsp.DeviceTrees.Bindings.Documents;

namespace Bsp.DeviceTrees.Bindings.Validation;

/// <summary>How findings are worded: as dt-validate does, or for people, who compare with a source.</summary>
internal sealed class FindingWords
{
    private static readonly FindingWords s_hex = new() { _isForPeople = true, _isHex = true };
    private static readonly FindingWords s_decimal = new() { _isForPeople = true };
    private bool _isForPeople;
    private bool _isHex;

    private FindingWords()
    {
    }

    /// <summary>The words of dt-validate.</summary>
    public static FindingWords DtValidate { get; } = new();

    /// <summary>Words for people: numbers are hexadecimal as in sources, except where a property counts something.</summary>
    /// <param name="property">The property that they are about.</param>
    public static FindingWords For(string property) => Quantities.Includes(property) ? s_decimal : s_hex;

    /// <summary>A value of a tree.</summary>
    public string Of(Instance instance) => PythonText.Of(instance, _isHex);

    /// <summary>A value of a binding.</summary>
    public string Of(SchemaValue value) => PythonText.Of(value, _isHex);

    /// <summary>A number.</summary>
    public string Of(Int128 number) => PythonText.Of(number, _isHex);

    /// <summary>How many items are expected and how many there are; dt-validate does not say it.</summary>
    public string Expected(int count, string bound, int actual) => _isForPeople
        ? string.Create(CultureInfo.InvariantCulture, $": {bound} {count} {(count == 1 ? "is" : "are")} expected, not {actual}")
        : "";
}
