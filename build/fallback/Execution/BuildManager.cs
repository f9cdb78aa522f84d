using System.Linq.Expressions;
using System.Reflection;
using System.Text;

namespace Nuke.Common.Execution;

/// <summary>One run of a build, from the arguments to the exit code.</summary>
internal static class BuildManager
{
    private const int Failure = -1;

    public static int Execute<T>(Expression<Func<T, Target>>[] defaultTargets)
        where T : NukeBuild, new()
    {
        Console.OutputEncoding = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false);
        IReadOnlyList<ExecutableTarget>? plan = null;
        var finished = 0;
        NukeBuild? build = null;
        try
        {
            var instance = new T();
            build = instance;
            Logging.Verbosity = ParameterService.Current.Get<Verbosity?>("Verbosity") ?? Verbosity.Normal;
            ParameterService.Current.Inject(instance);
            Logging.Timestamps = instance.Shows(DefaultOutput.Timestamps);
            Logging.OpenFile(NukeBuild.TemporaryDirectory);
            var targets = TargetFactory.CreateAll(instance, defaultTargets);
            SchemaFile.Update(instance, targets.Select(x => x.Name));
            instance.OnBuildCreated();
            if (!instance.NoLogo && instance.Shows(DefaultOutput.Logo))
                Terminal.WriteLine($"The fallback for NUKE, {typeof(NukeBuild).Assembly.GetName().Name}\n", Tone.Dim);

            plan = ExecutionPlanner.Plan(targets, ParameterService.Current.Targets);
            if (instance.Help || plan.Count == 0)
            {
                HelpText.Write(instance, targets);
                return 0;
            }

            if (instance.Plan)
            {
                HelpText.Plan(plan);
                return 0;
            }

            instance.OnBuildInitialized();
            BuildExecutor.Run(instance, plan, ParameterService.Current.Get<string[]>("Skip", '+'));
            Finish();
            return instance.ExitCode ?? (IsSucceeding() ? 0 : Failure);
        }
        catch (Exception exception)
        {
            while (exception is TargetInvocationException or TypeInitializationException && exception.InnerException is { } inner)
                exception = inner;
            if (exception is not TargetFailedException)
            {
                Terminal.WriteLine(exception.Message, Tone.Error);
                if (Logging.Minimum == LogLevel.Verbose)
                    Terminal.WriteLine(exception.StackTrace ?? "", Tone.Dim);
            }

            Finish();
            return build?.ExitCode ?? Failure;
        }

        bool IsSucceeding() =>
            plan is null || !plan.Any(x => x.Status is ExecutionStatus.Failed or ExecutionStatus.Aborted or ExecutionStatus.NotRun);

        void Finish()
        {
            if (plan is null or [] || build is null || Interlocked.Exchange(ref finished, 1) == 1)
                return;
            foreach (var target in plan)
            {
                target.Stopwatch.Stop();
                target.Status = target.Status switch
                {
                    ExecutionStatus.Running => ExecutionStatus.Aborted,
                    ExecutionStatus.Scheduled => ExecutionStatus.NotRun,
                    _ => target.Status,
                };
            }

            if (build.Shows(DefaultOutput.ErrorsAndWarnings))
                Summary.ErrorsAndWarnings();
            if (build.Shows(DefaultOutput.TargetOutcome))
                Summary.Targets(plan);
            if (build.Shows(DefaultOutput.BuildOutcome))
                Summary.Outcome(IsSucceeding());
            build.OnBuildFinished();
        }
    }
}
