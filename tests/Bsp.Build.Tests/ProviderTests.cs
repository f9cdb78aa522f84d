using System.Text.Json.Nodes;

namespace Bsp.Build.Tests;

/// <summary>Which of the two providers the build gets, and what each is compiled from.</summary>
public sealed class ProviderTests
{
    // What the SDK says about a package with a known advisory (learn.microsoft.com/nuget/concepts/auditing-packages).
    private static readonly string[] Advisories = ["NU1901", "NU1902", "NU1903", "NU1904"];

    [Theory]
    [InlineData("build/_build.csproj", "package", true)]
    [InlineData("tests/ConformanceBuild/ConformanceBuild.csproj", "package", true)]
    [InlineData("build/_build.csproj", "fallback", false)]
    [InlineData("src/Bsp.Firmware/Bsp.Firmware.csproj", "package", false)]
    [InlineData("tests/Bsp.Build.Tests/Bsp.Build.Tests.csproj", "package", false)]
    public async Task An_advisory_fails_the_restore_except_for_what_Nuke_pulls_in(string project, string provider, bool excused)
    {
        var properties =
            (await EvaluateAsync(project, provider, "-getProperty:WarningsNotAsErrors,NoWarn,TreatWarningsAsErrors"))["Properties"]!;
        Assert.Equal("true", (string?)properties["TreatWarningsAsErrors"]);
        Assert.Empty(Advisories.Intersect(List("NoWarn")));
        Assert.Equal(excused ? Advisories : [], Advisories.Intersect(List("WarningsNotAsErrors")));

        IEnumerable<string> List(string property) => ((string?)properties[property] ?? "").Split(';', StringSplitOptions.TrimEntries);
    }

    [Theory]
    [InlineData("build/_build.csproj")]
    [InlineData("build/fallback/Fallback.csproj")]
    [InlineData("tests/ConformanceBuild/ConformanceBuild.csproj")]
    public async Task Neither_provider_compiles_what_was_made_for_the_other(string project)
    {
        foreach (var provider in new[] { "package", "fallback" })
        {
            var made = Path.Combine(Repository.At(Path.GetDirectoryName(project)!), "obj", provider, "made.cs");
            Directory.CreateDirectory(Path.GetDirectoryName(made)!);
            await File.WriteAllTextAsync(made, "", TestContext.Current.CancellationToken);
            try
            {
                var other = provider == "package" ? "fallback" : "package";
                var compiled = (await EvaluateAsync(project, other, "-getItem:Compile"))["Items"]!["Compile"]!.AsArray()
                    .Select(x => (string)x!["FullPath"]!)
                    .ToList();
                Assert.NotEmpty(compiled);
                Assert.DoesNotContain(compiled, x => x.Contains("/obj/", StringComparison.Ordinal));
            }
            finally
            {
                File.Delete(made);
            }
        }
    }

    [Theory]
    [InlineData("/x/_build.csproj : error NU1101: Unable to find package Nuke.Common.", "/x/_build.csproj : error NU1903: later",
        "Nuke.Common 1.2.3 is not available here: NU1101: Unable to find package Nuke.Common.")]
    [InlineData("/x/_build.csproj : error NU1301: no answer", "", "Nuke.Common 1.2.3 is not available here: NU1301: no answer")]
    [InlineData("/x/_build.csproj : error NU1903: 'X' has a known vulnerability", "/x/_build.csproj : error NU1101: later",
        "Nuke.Common 1.2.3 is there, but its restore fails: NU1903: 'X' has a known vulnerability")]
    [InlineData("Unhandled exception.", "MSBUILD lost its way", "Nuke.Common 1.2.3 is there, but its restore fails: MSBUILD lost its way")]
    public async Task The_build_script_says_why_it_takes_the_fallback(string restore, string later, string message)
    {
        using var tree = new TempFolder();
        File.Copy(Repository.At("build.sh"), tree["build.sh"]);
        tree.Write("Directory.Packages.props", """<PackageVersion Include="Nuke.Common" Version="1.2.3" />""");
        foreach (var name in new[] { "build/host-packages", "src/none", "Directory.Build.props", "global.json", ".editorconfig" })
            tree.Write(name, "");
        // Restores as told, and compiles nothing.
        tree.Write("bin/dotnet", $"""
            #!/bin/sh
            [ "$1" = restore ] || exit 1
            printf '%s\n' "{restore}" '{later}'
            exit 1
            """);
        File.SetUnixFileMode(tree["bin/dotnet"], UnixFileMode.UserRead | UnixFileMode.UserExecute);

        var run = await Command.RunAsync(
            tree.Path, tree["build.sh"], ["List"], ("PATH", $"{tree["bin"]}:{Environment.GetEnvironmentVariable("PATH")}"));

        Assert.Contains($"build.sh: {message}", run.Lines);
        Assert.Contains("build.sh: the build runs on build/fallback; it asks again when .nuke/temp/nuke-provider is deleted", run.Lines);
    }

    private static async Task<JsonNode> EvaluateAsync(string project, string provider, string question)
    {
        var run = await Command.RunAsync(Repository.Root, "dotnet", ["msbuild", project, $"-p:NukeProvider={provider}", question]);
        Assert.True(run.ExitCode == 0, run.Output);
        return JsonNode.Parse(run.Output)!;
    }
}
