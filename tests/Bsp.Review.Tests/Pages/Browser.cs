using System.Diagnostics;
using System.Net.WebSockets;
using System.Text.Json;
using System.Text.Json.Nodes;
using Xunit;

namespace Bsp.Review.Tests.Pages;

/// <summary>Chromium without a window, driven over its DevTools protocol. It notes what a page complains of and what it loads.</summary>
internal sealed class Browser : IAsyncDisposable
{
    private static readonly string[] Programs = ["/usr/bin/chromium", "/usr/bin/chromium-headless-shell", "/usr/bin/google-chrome"];

    private const string Listening = "DevTools listening on ";

    private readonly TempFolder _profile = new();
    private readonly ClientWebSocket _socket = new();
    private readonly List<string> _complaints = [];
    private readonly List<string> _requests = [];
    private Process? _process;
    private Uri _page = new("about:blank");
    private int _lastId;

    private Browser()
    {
    }

    /// <summary>Errors and warnings of the console, uncaught exceptions, and what the policy of the page has refused.</summary>
    public IReadOnlyList<string> Complaints => _complaints;

    /// <summary>What was loaded besides the page itself and what is within it.</summary>
    public IReadOnlyList<string> Requests => _requests;

    /// <summary>Opens a page; skips the test where there is no Chromium.</summary>
    /// <param name="page">Its address.</param>
    /// <param name="width">The width of the window, in pixels.</param>
    /// <param name="scripts">Whether the page's scripts run.</param>
    public static async Task<Browser> OpenAsync(Uri page, int width = 1280, bool scripts = true)
    {
        var program = Programs.FirstOrDefault(File.Exists);
        Assert.SkipWhen(program is null, "Chromium is not installed (Debian's package 'chromium')");
        var browser = new Browser();
        try
        {
            await browser.StartAsync(program!);
            await browser.NavigateAsync(page, width, scripts);
            return browser;
        }
        catch
        {
            await browser.DisposeAsync();
            throw;
        }
    }

    /// <summary>The value of an expression in the page, as text.</summary>
    public async Task<string> EvaluateAsync(string expression)
    {
        var answer = await SendAsync(
            "Runtime.evaluate", new() { ["expression"] = expression, ["awaitPromise"] = true, ["returnByValue"] = true });
        Assert.True(answer["exceptionDetails"] is null, answer.ToJsonString());
        return answer["result"]!["value"]?.ToString() ?? "";
    }

    /// <summary>Presses a key.</summary>
    public async Task PressAsync(string key, int code, string text = "")
    {
        foreach (var (type, typed) in new[] { ("keyDown", text), ("keyUp", "") })
        {
            await SendAsync(
                "Input.dispatchKeyEvent", new() { ["type"] = type, ["key"] = key, ["windowsVirtualKeyCode"] = code, ["text"] = typed });
        }
    }

    /// <summary>Sets what the system prefers, such as <c>prefers-color-scheme</c>, or the medium.</summary>
    public Task PreferAsync(string feature, string value, string medium = "") => SendAsync("Emulation.setEmulatedMedia", new()
    {
        ["media"] = medium, ["features"] = new JsonArray(new JsonObject { ["name"] = feature, ["value"] = value }),
    });

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        _socket.Dispose();
        if (_process is not null)
        {
            _process.Kill(entireProcessTree: true);
            await _process.WaitForExitAsync();
            _process.Dispose();
        }

        _profile.Dispose();
    }

    private async Task StartAsync(string program)
    {
        // No sandbox: containers do not let it make one, and the page is our own.
        _process = Process.Start(new ProcessStartInfo(program,
        [
            "--headless=new", "--no-sandbox", "--disable-gpu", "--disable-dev-shm-usage", "--no-first-run", "--disable-extensions",
            "--disable-background-networking", "--remote-debugging-port=0", "--user-data-dir=" + _profile.Path, "about:blank",
        ]) { RedirectStandardError = true, RedirectStandardOutput = true })!;
        var listening = new TaskCompletionSource<Uri>(TaskCreationOptions.RunContinuationsAsynchronously);
        _process.ErrorDataReceived += (_, line) =>
        {
            if (line.Data is null)
                listening.TrySetException(new InvalidOperationException("Chromium has ended"));
            else if (line.Data.StartsWith(Listening, StringComparison.Ordinal))
                listening.TrySetResult(new(line.Data[Listening.Length..]));
        };
        _process.BeginErrorReadLine();
        _process.BeginOutputReadLine();
        var address = await listening.Task.WaitAsync(TimeSpan.FromMinutes(2), TestContext.Current.CancellationToken);
        using var http = new HttpClient();
        var targets = JsonNode.Parse(await http.GetStringAsync(new Uri($"http://{address.Authority}/json")))!.AsArray();
        var page = (string)targets.First(target => (string?)target!["type"] == "page")!["webSocketDebuggerUrl"]!;
        await _socket.ConnectAsync(new Uri(page), TestContext.Current.CancellationToken);
    }

    private async Task NavigateAsync(Uri page, int width, bool scripts)
    {
        _page = page;
        foreach (var domain in new[] { "Page", "Runtime", "Log", "Network" })
            await SendAsync(domain + ".enable");
        await SendAsync("Emulation.setDeviceMetricsOverride", new()
        {
            ["width"] = width, ["height"] = 900, ["deviceScaleFactor"] = 1, ["mobile"] = false,
        });
        await SendAsync("Emulation.setScriptExecutionDisabled", new() { ["value"] = !scripts });
        await SendAsync("Page.navigate", new() { ["url"] = page.AbsoluteUri });
        await UntilAsync("Page.loadEventFired");
    }

    private async Task<JsonObject> SendAsync(string method, JsonObject? parameters = null)
    {
        var id = ++_lastId;
        var message = new JsonObject { ["id"] = id, ["method"] = method, ["params"] = parameters ?? [] };
        await _socket.SendAsync(
            JsonSerializer.SerializeToUtf8Bytes(message), WebSocketMessageType.Text, true, TestContext.Current.CancellationToken);
        while (true)
        {
            var answer = await ReceiveAsync();
            if ((int?)answer["id"] == id)
                return answer["result"] as JsonObject ?? throw new InvalidOperationException(answer.ToJsonString());
        }
    }

    private async Task UntilAsync(string method)
    {
        while ((string?)(await ReceiveAsync())["method"] != method)
        {
        }
    }

    private async Task<JsonObject> ReceiveAsync()
    {
        using var bytes = new MemoryStream();
        var buffer = new byte[1 << 16];
        ValueWebSocketReceiveResult part;
        do
        {
            part = await _socket.ReceiveAsync(buffer.AsMemory(), TestContext.Current.CancellationToken);
            bytes.Write(buffer, 0, part.Count);
        }
        while (!part.EndOfMessage);
        var message = JsonNode.Parse(bytes.ToArray())!.AsObject();
        Note((string?)message["method"], message["params"]);
        return message;
    }

    private void Note(string? method, JsonNode? what)
    {
        if (method == "Runtime.exceptionThrown")
            _complaints.Add(what!.ToJsonString());
        if (method == "Runtime.consoleAPICalled" && (string?)what!["type"] is "error" or "warning" or "assert")
            _complaints.Add(what!.ToJsonString());
        if (method == "Log.entryAdded" && (string?)what!["entry"]!["level"] is "error" or "warning")
            _complaints.Add(what!.ToJsonString());
        if (method == "Network.requestWillBeSent" && (string)what!["request"]!["url"]! is var url && url != _page.AbsoluteUri
            && !url.StartsWith("data:", StringComparison.Ordinal))
        {
            _requests.Add(url);
        }
    }
}
