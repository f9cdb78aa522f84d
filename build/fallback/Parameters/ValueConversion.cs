using System.ComponentModel;

namespace Nuke.Common.Execution;

/// <summary>Words from outside as values of a parameter's type.</summary>
internal static class ValueConversion
{
    /// <summary>Converts the words; an array takes any number of them, everything else takes one.</summary>
    /// <param name="name">The parameter, for the message.</param>
    /// <param name="words">The words.</param>
    /// <param name="type">The parameter's type.</param>
    /// <param name="bare">What a switch without a value means.</param>
    /// <exception cref="BuildException">A word does not fit the type, or there are too many.</exception>
    public static object? Convert(string name, IReadOnlyList<string> words, Type type, bool bare)
    {
        if (type.IsArray)
        {
            var element = type.GetElementType()!;
            var array = Array.CreateInstance(element, words.Count);
            for (var i = 0; i < words.Count; i++)
                array.SetValue(Word(name, words[i], element), i);
            return array;
        }

        return words switch
        {
            [] => (Nullable.GetUnderlyingType(type) ?? type) == typeof(bool) ? bare : null,
            [var word] => Word(name, word, type),
            _ => throw new BuildException($"Parameter '{name}' takes one value, not [ {string.Join(", ", words)} ]"),
        };
    }

    private static object? Word(string name, string word, Type type)
    {
        var scalar = Nullable.GetUnderlyingType(type) ?? type;
        if (scalar == typeof(string))
            return word;
        try
        {
            return TypeDescriptor.GetConverter(scalar).ConvertFromInvariantString(word);
        }
        catch (Exception exception) when (exception is ArgumentException or FormatException
            or NotSupportedException or InvalidCastException)
        {
            var allowed = scalar.IsEnum ? $" Allowed are {string.Join(", ", Enum.GetNames(scalar))}." : "";
            throw new BuildException($"Value '{word}' of parameter '{name}' could not be converted to '{scalar.Name}'.{allowed}");
        }
    }
}
