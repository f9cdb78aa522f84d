using System.Diagnostics;
using Bsp.Build.Steps;
using Bsp.Firmware.Kernel;

namespace Bsp.Firmware.Tests.Kernel;

/// <summary>A compiler run through ccache, compared with the compiler alone.</summary>
public sealed class CcacheTests : IDisposable
{
    private readonly TestBuild _build = new();

    public void Dispose() => _build.Dispose();

    [Theory]
    [InlineData("-D__SIZEOF_INT128__=0")]
    [InlineData("-Wimplicit-fallthrough=5")]
    [InlineData("-fno-such-option")]
    public async Task Kconfig_is_answered_as_without_it(string option)
    {
        var step = new Probe(option);
        await _build.RunAsync(step);
        Assert.Equal(step.Alone, step.Cached);
    }

    // As scripts/Kconfig.include asks (cc-option).
    private sealed class Probe(string option) : Step("probe " + option)
    {
        public override string Kind => "probe";

        public override IReadOnlyList<Step> Needs => [];

        public int Alone { get; private set; }

        public int Cached { get; private set; }

        public override void Describe(InputHasher inputs) => inputs.Text("option", option);

        public override async Task RunAsync(StepContext context, CancellationToken cancel)
        {
            Alone = await AskAsync([], "gcc", context, cancel);
            Cached = await AskAsync(CcacheEnvironment.For(context), "ccache", context, cancel);
        }

        private async Task<int> AskAsync(
            IEnumerable<KeyValuePair<string, string>> variables, string program, StepContext context, CancellationToken cancel)
        {
            var start = new ProcessStartInfo(program) { RedirectStandardError = true };
            foreach (var (name, value) in variables)
                start.Environment[name] = value;
            string[] arguments =
            [
                .. program == "gcc" ? Array.Empty<string>() : ["gcc"], "-Werror", option, "-S", "-x", "c", "/dev/null", "-o",
                Path.Combine(context.Work, program + ".s"),
            ];
            foreach (var argument in arguments)
                start.ArgumentList.Add(argument);
            using var process = Process.Start(start)!;
            await process.StandardError.ReadToEndAsync(cancel);
            await process.WaitForExitAsync(cancel);
            return process.ExitCode;
        }
    }
}
