using Nuke.Common;
using Nuke.Common.IO;

/// <summary>Prints <c>ran:X</c> for each target that runs and <c>name=value</c> for each parameter; the tests look for these lines.</summary>
sealed class ConformanceBuild : NukeBuild
{
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

    public static int Main() => Math.Abs(Execute<ConformanceBuild>(x => x.Last));

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

    static void Ran(string target) => Console.WriteLine($"ran:{target}");
}

enum Colour
{
    Red,
    Green,
}
