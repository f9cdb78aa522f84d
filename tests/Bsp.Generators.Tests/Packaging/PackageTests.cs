using System.Diagnostics;
using System.IO.Compression;
using Bsp.Generators.Tests.Harness;

namespace Bsp.Generators.Tests.Packaging;

/// <summary>The generator as others get it: from a package, with everything that it needs beside it.</summary>
public sealed class PackageTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("bsp-package-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public async Task The_generator_works_from_its_package_without_a_network()
    {
        var feed = Path.Combine(_folder, "feed");
        foreach (var project in new[] { "src/Bsp.Model", "generators/Bsp.Generators" })
        {
            await DotnetAsync(
                Repository.Root, "pack", project, "--no-build", "--configuration", Configuration, "--output", feed, "--nologo",
                "-p:PackageVersion=1.0.0-test");
        }

        var package = Assert.Single(Directory.EnumerateFiles(feed, "Bsp.Generators.*.nupkg"));
        await using (var archive = await ZipFile.OpenReadAsync(package, TestContext.Current.CancellationToken))
        {
            var files = archive.Entries.Select(entry => entry.FullName).ToArray();
            foreach (var needed in new[] { "Bsp.Generators", "Bsp.Artifacts", "Bsp.Model", "Scriban.Signed" })
                Assert.Contains($"analyzers/dotnet/cs/{needed}.dll", files);
            Assert.DoesNotContain(
                files,
                file => file.Contains("Microsoft.CodeAnalysis", StringComparison.Ordinal)
                    || file.StartsWith("lib/", StringComparison.Ordinal));
        }

        var project2 = WriteProject(feed);
        await DotnetAsync(project2, "build", "--nologo", "-v", "q", "-p:UseSharedCompilation=false");
        Assert.Equal("a on reference: genimage.cfg", (await DotnetAsync(project2, "run", "--no-build")).Split('\n')[0].Trim());

        // A board that is wrong stops the build, with the analyzer's message at its place.
        await File.WriteAllTextAsync(
            Path.Combine(project2, "Board.cs"), Sources.Board("a").Replace("\"a\"", "Environment.MachineName", StringComparison.Ordinal),
            TestContext.Current.CancellationToken);
        var (failed, output) = await RunAsync(project2, "build", "--nologo", "-v", "q", "--no-restore", "-p:UseSharedCompilation=false");
        Assert.NotEqual(0, failed);
        Assert.Contains("Board.cs(8,14): error BSP0002: 'Environment.MachineName'", output, StringComparison.Ordinal);
    }

    private string WriteProject(string feed)
    {
        var folder = Directory.CreateDirectory(Path.Combine(_folder, "project")).FullName;
        void Write(string name, string text) => File.WriteAllText(Path.Combine(folder, name), text);
        Write("nuget.config", $"""
            <configuration>
              <config><add key="globalPackagesFolder" value="packages" /></config>
              <packageSources><clear /><add key="feed" value="{feed}" /></packageSources>
            </configuration>
            """);
        // Nothing of this repository's own settings.
        Write("Directory.Build.props", "<Project />");
        Write("Directory.Build.targets", "<Project />");
        Write("Directory.Packages.props", "<Project />");
        Write("Porter.csproj", """
            <Project Sdk="Microsoft.NET.Sdk">
              <PropertyGroup>
                <TargetFramework>net10.0</TargetFramework>
                <OutputType>Exe</OutputType>
                <Nullable>enable</Nullable>
                <ImplicitUsings>enable</ImplicitUsings>
                <TreatWarningsAsErrors>true</TreatWarningsAsErrors>
                <!-- No apphost: its package is not in the feed. -->
                <UseAppHost>false</UseAppHost>
              </PropertyGroup>
              <ItemGroup>
                <PackageReference Include="Bsp.Generators" Version="1.0.0-test" PrivateAssets="all" />
                <PackageReference Include="Bsp.Model" Version="1.0.0-test" />
                <Using Include="Bsp.Model" />
              </ItemGroup>
            </Project>
            """);
        Write("Families.cs", Sources.Families);
        Write("Distribution.cs", Sources.Distribution);
        Write("Board.cs", Sources.Board("a"));
        Write("Program.cs", """
            foreach (var pair in Bsp.Boards.BoardRegistry.All())
                System.Console.WriteLine($"{pair.Board.Id} on {pair.Distribution.Id}: {pair.Files.Single(file => file.Path == "genimage.cfg" && file.Text.Length > 0).Path}");
            """);
        return folder;
    }

    private static string Configuration =>
        AppContext.BaseDirectory.Contains($"{Path.DirectorySeparatorChar}Release{Path.DirectorySeparatorChar}", StringComparison.Ordinal)
            ? "Release"
            : "Debug";

    private static async Task<string> DotnetAsync(string folder, params string[] arguments)
    {
        var (code, output) = await RunAsync(folder, arguments);
        Assert.True(code == 0, $"dotnet {string.Join(' ', arguments)}\n{output}");
        return output;
    }

    private static async Task<(int Code, string Output)> RunAsync(string folder, params string[] arguments)
    {
        using var process = Process.Start(new ProcessStartInfo("dotnet", arguments)
        {
            WorkingDirectory = folder,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            Environment = { ["DOTNET_CLI_TELEMETRY_OPTOUT"] = "1", ["DOTNET_NOLOGO"] = "1", ["MSBUILDDISABLENODEREUSE"] = "1" },
        })!;
        var error = process.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken);
        var output = await process.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken);
        await process.WaitForExitAsync(TestContext.Current.CancellationToken);
        return (process.ExitCode, output + await error);
    }
}
