using Nuke.Common;
using Nuke.Common.Execution;
using Serilog;
using Serilog.Core;
using Serilog.Events;
using Serilog.Parsing;

/// <summary>
/// Of an exception, the log has the message; the stack is for the one who looks for a fault in the build, with <c>--verbosity verbose</c>.
/// </summary>
sealed class MessagesOnlyAttribute : BuildExtensionAttributeBase, IOnBuildCreated
{
    public void OnBuildCreated(IReadOnlyCollection<ExecutableTarget> executableTargets) =>
        Log.Logger = new LoggerConfiguration().MinimumLevel.Verbose().WriteTo.Sink(new Sink(Log.Logger)).CreateLogger();

    private sealed class Sink(ILogger nuke) : ILogEventSink
    {
        private static readonly MessageTemplate Template = new MessageTemplateParser().Parse("{Message:l}");

        public void Emit(LogEvent logEvent) =>
            nuke.Write(logEvent.Exception is { } exception && NukeBuild.Verbosity != Verbosity.Verbose
                ? new LogEvent(logEvent.Timestamp, logEvent.Level, null, Template, [new("Message", new ScalarValue(exception.Message))])
                : logEvent);
    }
}
