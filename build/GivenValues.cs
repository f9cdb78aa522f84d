using System.Collections;
using System.ComponentModel;
using System.Reflection;
using Nuke.Common;

/// <summary>What was given for the parameters. Where it does not fit, Nuke would warn and build with the default.</summary>
static class GivenValues
{
    /// <summary>Runs the build if each parameter can take what was given for it; otherwise says which cannot, and what it takes.</summary>
    /// <returns>The exit code: 1 where something does not fit.</returns>
    /// <remarks>
    /// Comes before Nuke's own first look at the parameters, which ends in a stack trace where the verbosity does not fit.
    /// </remarks>
    public static int RunIfTheyFit(Type build, Func<int> run)
    {
        if (Misfit(build, [.. Environment.GetCommandLineArgs().Skip(1)], Environment.GetEnvironmentVariables()) is not { } misfit)
            return run();
        Console.Error.WriteLine(misfit);
        return 1;
    }

    /// <summary>Describes the first value that does not fit and what the parameter takes; null when all fit.</summary>
    public static string? Misfit(Type build, IReadOnlyList<string> arguments, IDictionary environment)
    {
        foreach (var parameter in BuildParameters.Of(build))
        {
            var type = parameter is FieldInfo field ? field.FieldType : ((PropertyInfo)parameter).PropertyType;
            // A list takes any words, and '--root' alone means the current folder.
            if (type != typeof(string) && type.IsAssignableTo(typeof(IEnumerable)) || BuildParameters.Name(parameter) == "Root")
                continue;
            if (OnCommandLine(parameter, arguments) is var (option, words))
            {
                if (!Fits(words, type))
                    return $"{option} is given {(words.Count == 0 ? "no value" : $"'{string.Join(' ', words)}'")}, "
                        + $"but takes {Expected(type)}";
            }
            else if (InEnvironment(parameter, environment) is var (variable, value) && !Fits([value], type))
            {
                return $"the variable {variable} is '{value}', but the parameter {BuildParameters.Name(parameter)} takes {Expected(type)}";
            }
        }

        return null;
    }

    // The last of several holds.
    private static (string Option, IReadOnlyList<string> Words)? OnCommandLine(MemberInfo parameter, IReadOnlyList<string> arguments)
    {
        for (var i = arguments.Count - 1; i >= 0; i--)
        {
            if (arguments[i].StartsWith('-') && Plain(arguments[i]) == Plain(BuildParameters.Name(parameter)))
                return (arguments[i], [.. arguments.Skip(i + 1).TakeWhile(x => !x.StartsWith('-'))]);
        }

        return null;
    }

    // Of several variables Nuke takes none. An empty one is as good as none.
    private static (string Variable, string Value)? InEnvironment(MemberInfo parameter, IDictionary environment)
    {
        var name = Plain(BuildParameters.Name(parameter));
        var found = environment.Cast<DictionaryEntry>()
            .Select(x => (Name: (string)x.Key, Value: (string?)x.Value ?? ""))
            .Where(x => Plain(x.Name) is var plain && (plain == name || plain == "NUKE" + name))
            .ToList();
        return found is [var one] && one.Value.Length > 0 ? one : null;
    }

    private static bool Fits(IReadOnlyList<string> words, Type type) => words switch
    {
        [] => Scalar(type) == typeof(bool),
        [var word] => Converts(word, Scalar(type)),
        _ => false,
    };

    private static bool Converts(string word, Type scalar)
    {
        if (scalar.IsEnum)
            return Enum.GetNames(scalar).Contains(word, StringComparer.OrdinalIgnoreCase);
        if (!scalar.IsPrimitive)
            return true;
        try
        {
            TypeDescriptor.GetConverter(scalar).ConvertFromInvariantString(word);
            return true;
        }
        catch (Exception exception) when (exception is ArgumentException or FormatException or NotSupportedException)
        {
            return false;
        }
    }

    private static string Expected(Type type) => Scalar(type) switch
    {
        { IsEnum: true } scalar => string.Join(" or ", Enum.GetNames(scalar)),
        var scalar when scalar == typeof(bool) => "'true' or 'false', or no value",
        { IsPrimitive: true } => "one whole number",
        _ => "one value",
    };

    private static Type Scalar(Type type) => Nullable.GetUnderlyingType(type) ?? type;

    private static string Plain(string name) => new([.. name.Where(char.IsLetterOrDigit).Select(char.ToUpperInvariant)]);
}
