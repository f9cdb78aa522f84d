using System.Runtime.InteropServices;
using Bsp.Artifacts.Quoting;
using Bsp.Model;
using Xunit;

namespace Bsp.Artifacts.Tests.Quoting;

public sealed class IniValueTests
{
    public static TheoryData<string> Strings => HostileStrings.All;

    [Theory]
    [MemberData(nameof(Strings))]
    public void GLib_reads_back_the_text_or_it_is_refused(string text)
    {
        if (text.Any(char.IsControl))
            Assert.Throws<ModelException>(() => IniValue.Quote(text));
        else
            Assert.Equal(text, ReadByGLib($"[group]\nkey={IniValue.Quote(text)}\nnext=1\n"));
    }

    private static string? ReadByGLib(string keyFile)
    {
        Assert.SkipUnless(NativeLibrary.TryLoad(GLib, out _), "GLib is not installed");
        var file = g_key_file_new();
        try
        {
            Assert.NotEqual(0, g_key_file_load_from_data(file, keyFile, -1, 0, 0));
            return Marshal.PtrToStringUTF8(g_key_file_get_string(file, "group", "key", 0));
        }
        finally
        {
            g_key_file_free(file);
        }
    }

    private const string GLib = "libglib-2.0.so.0";

#pragma warning disable SYSLIB1054 // A few calls in a test need no generated marshalling.
    [DllImport(GLib)]
    private static extern nint g_key_file_new();

    [DllImport(GLib)]
    private static extern void g_key_file_free(nint file);

    [DllImport(GLib)]
    private static extern int g_key_file_load_from_data(
        nint file, [MarshalAs(UnmanagedType.LPUTF8Str)] string data, nint length, int flags, nint error);

    [DllImport(GLib)]
    private static extern nint g_key_file_get_string(
        nint file, [MarshalAs(UnmanagedType.LPUTF8Str)] string group, [MarshalAs(UnmanagedType.LPUTF8Str)] string key, nint error);
#pragma warning restore SYSLIB1054
}
