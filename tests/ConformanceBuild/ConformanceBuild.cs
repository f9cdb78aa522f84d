using Bsp.Build;
using Bsp.Build.Progress;
using Bsp.Build.Steps;
using Bsp.Build.Storage;
using Nuke.Common;
using Nuke.Common.IO;

/// <summary>
/// Prints <c>ran:X</c> for each target that runs and <c>name=value</c> for each parameter; the tests look for these lines.
/// </summary>
/// <remarks>Has the name of the real build, so that build/package adds to it what it adds to that.</remarks>
sealed partial class Build : NukeBuild
{
    readonly CancellationTokenSource _cancel = new();

    [Parameter("Several words", Separator = ",")]
    readonly string[] Words = ["default"];

    [Parameter("A number")]
    readonly int? Number;

    [Parameter("A switch")]
    readonly bool DryRun;

    [Parameter("A choice")]
    readonly Colour? Colour;

    [Parameter("A file")]
    readonly AbsolutePath? OutputFile;

    [Parameter("A word that Needy requires")]
    readonly string? Token;

    public static int Main() => GivenValues.RunIfTheyFit(typeof(Build), () => Math.Abs(Execute<Build>(x => x.Last)));

    protected override void OnBuildCreated()
    {
        NoLogo = true;
        StopSignals.Watch(_cancel, () => ExitCode = StopSignals.Status);
    }

    Target First => _ => _
        .Description("The first of three")
        .Executes(() => Ran(nameof(First)));

    Target Second => _ => _
        .DependsOn(First)
        .Executes(() => Ran(nameof(Second)));

    Target Last => _ => _
        .Description("The last of three")
        .DependsOn(Second, First)
        .Executes(async () =>
        {
            await Task.Yield();
            Ran(nameof(Last));
        });

    Target Early => _ => _
        .Before(First)
        .Executes(() => Ran(nameof(Early)));

    Target Late => _ => _
        .After(Last)
        .Executes(() => Ran(nameof(Late)));

    Target Trigger => _ => _
        .Triggers(Triggered)
        .Executes(() => Ran(nameof(Trigger)));

    Target Triggered => _ => _
        .Executes(() => Ran(nameof(Triggered)));

    Target Show => _ => _
        .Executes(() =>
        {
            Console.WriteLine($"Words={string.Join("|", Words)}");
            Console.WriteLine($"Number={Number}");
            Console.WriteLine($"DryRun={DryRun}");
            Console.WriteLine($"Colour={Colour}");
            Console.WriteLine($"OutputFile={OutputFile}");
            Console.WriteLine($"Root={RootDirectory}");
            Console.WriteLine($"Below={RootDirectory / "a" / "b"}");
        });

    Target Needy => _ => _
        .Requires(() => Token)
        .Executes(() => Ran(nameof(Needy)));

    Target Conditional => _ => _
        .DependsOn(First)
        .OnlyWhenDynamic(() => DryRun)
        .Executes(() => Ran(nameof(Conditional)));

    Target Static => _ => _
        .DependsOn(First)
        .OnlyWhenStatic(() => DryRun)
        .Executes(() => Ran(nameof(Static)));

    Target Fails => _ => _
        .Executes(() => throw new InvalidOperationException("it went wrong"));

    Target AfterFailure => _ => _
        .DependsOn(Fails)
        .Executes(() => Ran(nameof(AfterFailure)));

    Target FailsSoftly => _ => _
        .ProceedAfterFailure()
        .Executes(() => throw new InvalidOperationException("it went wrong softly"));

    Target AfterSoftFailure => _ => _
        .DependsOn(FailsSoftly)
        .Executes(() => Ran(nameof(AfterSoftFailure)));

    Target WithExitCode => _ => _
        .Executes(() =>
        {
            ExitCode = 7;
            throw new InvalidOperationException("seven");
        });

    Target Hidden => _ => _
        .Unlisted()
        .Executes(() => Ran(nameof(Hidden)));

    Target LongStep => _ => _
        .Executes(async () =>
        {
            // Undoes what nobody holds.
            GC.Collect();
            GC.WaitForPendingFinalizers();
            string cache = RootDirectory / "cache";
            var settings = new BuildSettings
            {
                Version = "1",
                SourceDateEpoch = 1,
                Jobs = 1,
                CacheFolder = cache,
                RepositoryRoot = RootDirectory,
            };
            using var runner = new StepRunner(new Store(cache), settings, BuildConsoles.ForStandardOutput(plain: true));
            await runner.RunAsync([new SleepingStep()], _cancel.Token);
        });

    Target Deaf => _ => _
        .Executes(() =>
        {
            File.WriteAllText(RootDirectory / "pid", Environment.ProcessId.ToString(System.Globalization.CultureInfo.InvariantCulture));
            Thread.Sleep(TimeSpan.FromMinutes(5));
        });

    static void Ran(string target) => Console.WriteLine($"ran:{target}");
}

enum Colour
{
    Red,
    Green,
}
