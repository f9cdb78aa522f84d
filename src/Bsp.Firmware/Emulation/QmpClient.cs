using System.Net.Sockets;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Threading.Channels;
using Bsp.Build;

namespace Bsp.Firmware.Emulation;

/// <summary>A connection to QEMU's monitor (docs/interop/qmp-spec): one command at a time, events as they come.</summary>
public sealed class QmpClient : IDisposable
{
    private readonly Socket _socket;
    private readonly StreamReader _reader;
    private readonly StreamWriter _writer;
    private readonly Channel<string> _answers = Channel.CreateUnbounded<string>();
    private readonly List<QmpEvent> _events = [];

    private QmpClient(Socket socket)
    {
        _socket = socket;
        var stream = new NetworkStream(socket, ownsSocket: true);
        _reader = new StreamReader(stream);
        _writer = new StreamWriter(stream) { AutoFlush = true };
    }

    /// <summary>The events so far, oldest first.</summary>
    public IReadOnlyList<QmpEvent> Events
    {
        get
        {
            lock (_events)
                return [.. _events];
        }
    }

    /// <summary>Connects to a monitor that QEMU serves.</summary>
    /// <param name="socket">A connected socket.</param>
    /// <param name="cancel">Gives up.</param>
    public static async Task<QmpClient> ConnectAsync(Socket socket, CancellationToken cancel)
    {
        var client = new QmpClient(socket);
        // The greeting, which says which QEMU it is.
        await client._reader.ReadLineAsync(cancel).ConfigureAwait(false);
        _ = Task.Run(client.ReadAsync, CancellationToken.None);
        await client.ExecuteAsync("qmp_capabilities", cancel).ConfigureAwait(false);
        return client;
    }

    /// <summary>Runs a command without arguments and returns QEMU's answer, as JSON.</summary>
    /// <exception cref="BuildFailedException">QEMU refuses it, or has ended.</exception>
    public Task<string> ExecuteAsync(string command, CancellationToken cancel) => ExecuteAsync(command, null, cancel);

    /// <summary>Runs a command of the monitor that people type, such as <c>info registers -a</c>, and returns what it prints.</summary>
    /// <exception cref="BuildFailedException">QEMU refuses it, or has ended.</exception>
    public async Task<string> TypeAsync(string line, CancellationToken cancel)
    {
        var answer = await ExecuteAsync("human-monitor-command", new() { ["command-line"] = line }, cancel).ConfigureAwait(false);
        return JsonNode.Parse(answer)?["return"]?.GetValue<string>() ?? "";
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        _reader.Dispose();
        _socket.Dispose();
    }

    private async Task<string> ExecuteAsync(string command, JsonObject? arguments, CancellationToken cancel)
    {
        try
        {
            var message = new JsonObject { ["execute"] = command };
            if (arguments is not null)
                message["arguments"] = arguments;
            await _writer.WriteLineAsync(message.ToJsonString().AsMemory(), cancel).ConfigureAwait(false);
            var answer = await _answers.Reader.ReadAsync(cancel).ConfigureAwait(false);
            return answer.Contains("\"error\"", StringComparison.Ordinal)
                ? throw new BuildFailedException($"QEMU refuses '{command}': {answer}")
                : answer;
        }
        catch (Exception exception) when (exception is IOException or ChannelClosedException or ObjectDisposedException)
        {
            throw new BuildFailedException($"QEMU ended before it answered '{command}'", exception);
        }
    }

    private async Task ReadAsync()
    {
        try
        {
            while (await _reader.ReadLineAsync().ConfigureAwait(false) is { } line)
            {
                using var message = JsonDocument.Parse(line);
                if (message.RootElement.TryGetProperty("event", out var name))
                {
                    var data = message.RootElement.TryGetProperty("data", out var value) ? value.GetRawText() : "";
                    lock (_events)
                        _events.Add(new(name.GetString() ?? "", data));
                }
                else
                {
                    _answers.Writer.TryWrite(line);
                }
            }
        }
        catch (Exception exception) when (exception is IOException or ObjectDisposedException or JsonException or SocketException)
        {
            // QEMU has ended: whoever waits for an answer is told below.
        }

        _answers.Writer.TryComplete();
    }
}
