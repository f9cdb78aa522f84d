using Bsp.Build;
using Bsp.Build.Progress;
using Bsp.Build.Steps;
using Bsp.Build.Storage;
using Bsp.BuildMachine.SmallBuild;

// Arguments: the cache folder. Prints the hash of the output as its last line.
var settings = new BuildSettings { Version = "1", SourceDateEpoch = 1, Jobs = 2, CacheFolder = args[0], RepositoryRoot = args[0] };
var sources = new SourcesStep();
var goal = new LinkStep([new CompileStep(sources, 1), new CompileStep(sources, 2)]);
try
{
    using var runner = new StepRunner(new Store(settings.CacheFolder), settings, BuildConsoles.ForStandardOutput());
    var built = await runner.RunAsync([goal], CancellationToken.None).ConfigureAwait(false);
    Console.WriteLine(TreeHash.Of(built[goal]));
    return 0;
}
catch (BuildFailedException exception)
{
    Console.WriteLine(exception.Message);
    return 1;
}
