using Nuke.Common.Execution;

namespace Serilog;

/// <summary>The part of Serilog's static logger that the build uses. <c>{Name}</c> in a template takes the next value.</summary>
public static class Log
{
    /// <summary>Details for the one who looks for a fault in the build.</summary>
    public static void Verbose(string messageTemplate, params object?[] propertyValues) =>
        Logging.Write(LogLevel.Verbose, null, messageTemplate, propertyValues);

    /// <summary>Details.</summary>
    public static void Debug(string messageTemplate, params object?[] propertyValues) =>
        Logging.Write(LogLevel.Debug, null, messageTemplate, propertyValues);

    /// <summary>What happens.</summary>
    public static void Information(string messageTemplate, params object?[] propertyValues) =>
        Logging.Write(LogLevel.Information, null, messageTemplate, propertyValues);

    /// <summary>What somebody should look at.</summary>
    public static void Warning(string messageTemplate, params object?[] propertyValues) =>
        Logging.Write(LogLevel.Warning, null, messageTemplate, propertyValues);

    /// <summary>What went wrong.</summary>
    public static void Error(string messageTemplate, params object?[] propertyValues) =>
        Logging.Write(LogLevel.Error, null, messageTemplate, propertyValues);

    /// <summary>What went wrong, with the exception.</summary>
    public static void Error(Exception? exception, string messageTemplate, params object?[] propertyValues) =>
        Logging.Write(LogLevel.Error, exception, messageTemplate, propertyValues);
}
