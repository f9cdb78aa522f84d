using Bsp.Build.Processes;
using Bsp.Build.Steps;

namespace Bsp.Firmware.Keys;

/// <summary>An OpenPGP key, used by GnuPG in a home of its own: the user's keys, agent and options have no part in it.</summary>
internal sealed class OpenPgpKey : IDisposable
{
    // GRUB looks at no date. A fixed one makes the same signature of the same content at any time.
    private static readonly string[] Common =
    [
        "--batch", "--quiet", "--no-options", "--pinentry-mode", "loopback", "--passphrase", "", "--faked-system-time", "20200101T000000!",
    ];

    private readonly Tools _tools;
    private readonly string _home;

    private OpenPgpKey(Tools tools)
    {
        _tools = tools;
        // The agent's socket is in there, and the path of a socket has 107 bytes (unix(7)): no deep folder will do.
        var parent = Path.GetTempPath().Length <= 60 ? Path.GetTempPath() : "/tmp";
        _home = Path.Combine(parent, "bsp-gpg-" + Guid.NewGuid().ToString("N")[..12]);
        Directory.CreateDirectory(_home, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
    }

    /// <summary>Declares the program as an input of a step.</summary>
    public static void Describe(InputHasher inputs) => inputs.Tool("gpg", "gpg");

    /// <summary>Makes a key for development.</summary>
    /// <param name="secret">The file for the secret key.</param>
    /// <param name="publicKey">The file for the public key.</param>
    /// <param name="cancel">Stops it.</param>
    public static async Task MakeAsync(string secret, string publicKey, CancellationToken cancel)
    {
        var scratch = Directory.CreateTempSubdirectory("bsp-");
        try
        {
            using var log = new StepLog(Path.Combine(scratch.FullName, "log"));
            using var key = new OpenPgpKey(new Tools(scratch.FullName, log));
            await key.RunAsync(["--quick-generate-key", "Bsp development, GRUB", "rsa2048", "sign", "never"], cancel).ConfigureAwait(false);
            await key.RunAsync(["--export", "--output", publicKey], cancel).ConfigureAwait(false);
            await key.RunAsync(["--export-secret-keys", "--output", secret], cancel).ConfigureAwait(false);
        }
        finally
        {
            scratch.Delete(recursive: true);
        }
    }

    /// <summary>Imports a secret key.</summary>
    public static async Task<OpenPgpKey> ImportAsync(Tools tools, string secret, CancellationToken cancel)
    {
        var key = new OpenPgpKey(tools);
        try
        {
            await key.RunAsync(["--import", secret], cancel).ConfigureAwait(false);
            return key;
        }
        catch
        {
            key.Dispose();
            throw;
        }
    }

    /// <summary>Writes a detached signature beside each file, as <c>file.sig</c>.</summary>
    public async Task SignAsync(IEnumerable<string> files, CancellationToken cancel)
    {
        foreach (var file in files)
            await RunAsync(["--digest-algo", "SHA256", "--output", file + ".sig", "--detach-sign", file], cancel).ConfigureAwait(false);
    }

    /// <summary>Ends the agent and removes the home.</summary>
    public void Dispose()
    {
        // Not cancelled with the step: the agent would stay behind.
        try
        {
            _tools.RunAsync("gpgconf", ["--homedir", _home, "--kill", "all"]).GetAwaiter().GetResult();
        }
        finally
        {
            Directory.Delete(_home, recursive: true);
        }
    }

    private Task RunAsync(string[] arguments, CancellationToken cancel) =>
        _tools.RunAsync("gpg", ["--homedir", _home, .. Common, .. arguments], cancel: cancel);
}
