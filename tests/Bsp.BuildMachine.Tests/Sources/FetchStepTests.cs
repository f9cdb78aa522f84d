using System.Net;
using System.Net.Sockets;
using System.Security.Cryptography;
using System.Text;
using Bsp.Build.Sources;

namespace Bsp.BuildMachine.Tests.Sources;

/// <summary>Downloads from a web server on the loopback.</summary>
public sealed class FetchStepTests : IDisposable
{
    private readonly TestBuild _build = new();
    private readonly HttpListener _server = new();
    private readonly DebianArchive _archive;
    private Action<HttpListenerResponse> _answer = response => response.OutputStream.Write("content"u8);

    public FetchStepTests()
    {
        var port = FreePort();
        _archive = new($"http://127.0.0.1:{port}/debian");
        _server.Prefixes.Add($"http://127.0.0.1:{port}/");
        _server.Start();
        _ = ServeAsync();
    }

    public void Dispose()
    {
        _server.Close();
        _build.Dispose();
    }

    [Fact]
    public async Task A_file_is_fetched_checked_and_kept()
    {
        var step = Fetch("content");

        var folder = (await _build.RunAsync(step))[step];

        Assert.Equal("content", await File.ReadAllTextAsync(Path.Combine(folder, "file.deb"), TestContext.Current.CancellationToken));
        Assert.Contains(_build.Console.Lines, line => line.Contains("downloaded", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_warm_cache_needs_no_network()
    {
        await _build.RunAsync(Fetch("content"));
        Directory.Delete(Path.Combine(_build.Cache, "store"), recursive: true);
        _server.Stop();

        await _build.RunAsync(Fetch("content"));
    }

    [Fact]
    public async Task Another_content_names_the_file_the_expected_and_the_actual_hash()
    {
        _answer = response => response.OutputStream.Write("CONTENT"u8);

        var failure = await _build.FailAsync(Fetch("content"));

        Assert.Contains("'file.deb' is not the pinned file", failure.Message, StringComparison.Ordinal);
        Assert.Contains(Sha256("content"), failure.Message, StringComparison.Ordinal);
        Assert.Contains(Sha256("CONTENT"), failure.Message, StringComparison.Ordinal);
        Assert.Empty(Directory.GetFileSystemEntries(Path.Combine(_build.Cache, "downloads")));
    }

    [Fact]
    public async Task A_download_that_is_cut_short_is_not_taken()
    {
        _answer = response =>
        {
            response.ContentLength64 = 7;
            response.OutputStream.Write("con"u8);
            response.OutputStream.Flush();
            response.Abort();
        };

        var failure = await _build.FailAsync(Fetch("content"));

        Assert.Contains("could not download file.deb", failure.Message, StringComparison.Ordinal);
        Assert.Empty(Directory.GetFileSystemEntries(Path.Combine(_build.Cache, "downloads")));
    }

    [Fact]
    public async Task A_version_that_the_archive_dropped_leads_to_the_lock_target()
    {
        _answer = response => response.StatusCode = 404;

        var failure = await _build.FailAsync(Fetch("content"));

        Assert.Contains("404", failure.Message, StringComparison.Ordinal);
        Assert.Contains("./build.sh Lock", failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Without_a_network_the_message_says_what_could_not_be_reached()
    {
        _server.Stop();

        var failure = await _build.FailAsync(Fetch("content"));

        Assert.Contains("could not download file.deb", failure.Message, StringComparison.Ordinal);
        Assert.Contains("127.0.0.1", failure.Message, StringComparison.Ordinal);
        Assert.Contains("check the network", failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_file_that_rotted_in_the_cache_is_fetched_again()
    {
        await _build.RunAsync(Fetch("content"));
        Directory.Delete(Path.Combine(_build.Cache, "store"), recursive: true);
        await File.WriteAllTextAsync(
            Path.Combine(_build.Cache, "downloads", Sha256("content")), "cOntent", TestContext.Current.CancellationToken);
        var step = Fetch("content");

        var folder = (await _build.RunAsync(step))[step];

        Assert.Equal("content", await File.ReadAllTextAsync(Path.Combine(folder, "file.deb"), TestContext.Current.CancellationToken));
    }

    private static string Sha256(string text) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)));

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }

    private FetchStep Fetch(string content) => new(
        new LockedSource
        {
            Name = "test",
            Packages =
            [
                new()
                {
                    Package = "test",
                    Kind = PackageKind.Deb,
                    Version = "1",
                    Architecture = "all",
                    Files = [new() { Name = "file.deb", Path = "pool/file.deb", Size = content.Length, Sha256 = Sha256(content) }],
                },
            ],
        },
        _archive);

    private async Task ServeAsync()
    {
        try
        {
            while (true)
            {
                var context = await _server.GetContextAsync();
                try
                {
                    _answer(context.Response);
                    context.Response.Close();
                }
                catch (Exception exception) when (exception is HttpListenerException or ObjectDisposedException
                    or InvalidOperationException)
                {
                    // The answer was cut short on purpose.
                }
            }
        }
        catch (Exception exception) when (exception is HttpListenerException or ObjectDisposedException)
        {
            // The test is over.
        }
    }
}
