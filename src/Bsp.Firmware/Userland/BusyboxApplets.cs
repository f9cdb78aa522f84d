using System.Text;
using Bsp.Build;

namespace Bsp.Firmware.Userland;

/// <summary>
/// The commands that a busybox can play, read from its program file: one for another architecture need not be run for that.
/// </summary>
public static class BusyboxApplets
{
    // busybox keeps the names in one sorted run of strings (applets/applet_tables.c: applet_names); "[" and "[[" sort first.
    private static ReadOnlySpan<byte> TableStart => "\0[\0[[\0"u8;

    /// <summary>The names, sorted.</summary>
    /// <exception cref="BuildFailedException">The file has no table of names.</exception>
    public static IReadOnlyList<string> Of(string busybox)
    {
        ReadOnlySpan<byte> file = File.ReadAllBytes(busybox);
        for (var at = file.IndexOf(TableStart); at >= 0;)
        {
            var names = NamesAt(file[(at + 1)..]);
            // Other tables (a shell's built-ins) start alike; only this one is long, sorted and has busybox itself.
            if (names.Contains("busybox") && names.SequenceEqual(names.Order(StringComparer.Ordinal)))
                return names;
            var next = file[(at + 1)..].IndexOf(TableStart);
            at = next < 0 ? -1 : at + 1 + next;
        }

        throw new BuildFailedException(
            $"'{busybox}' has no table of applets; is it a busybox with CONFIG_FEATURE_INSTALLER and 'busybox' among its applets?");
    }

    private static List<string> NamesAt(ReadOnlySpan<byte> table)
    {
        List<string> names = [];
        while (table.IndexOf((byte)0) is > 0 and < 32 and var length)
        {
            names.Add(Encoding.ASCII.GetString(table[..length]));
            table = table[(length + 1)..];
        }

        return names;
    }
}
