using System.Text;
using Bsp.Cli.Terminals;

namespace Bsp.Cli.Tests.Menus;

/// <summary>What is made of the bytes that terminals send.</summary>
public sealed class InputDecoderTests
{
    // What the terminfo entries of xterm, rxvt, linux and tmux have for these keys, in both modes of the keypad.
    [Theory]
    [InlineData("\u001b[A", ConsoleKey.UpArrow)]
    [InlineData("\u001bOA", ConsoleKey.UpArrow)]
    [InlineData("\u001b[1;5B", ConsoleKey.DownArrow)]
    [InlineData("\u001bOH", ConsoleKey.Home)]
    [InlineData("\u001b[1~", ConsoleKey.Home)]
    [InlineData("\u001b[7~", ConsoleKey.Home)]
    [InlineData("\u001b[4~", ConsoleKey.End)]
    [InlineData("\u001b[8~", ConsoleKey.End)]
    [InlineData("\u001b[5~", ConsoleKey.PageUp)]
    [InlineData("\u001b[6~", ConsoleKey.PageDown)]
    [InlineData("\u001b[3~", ConsoleKey.Delete)]
    [InlineData("\u001bOP", ConsoleKey.F1)]
    [InlineData("\u001b[[A", ConsoleKey.F1)]
    [InlineData("\u001b[11~", ConsoleKey.F1)]
    [InlineData("\u001b[15~", ConsoleKey.F5)]
    [InlineData("\u001b[17~", ConsoleKey.F6)]
    [InlineData("\u001b[20~", ConsoleKey.F9)]
    [InlineData("\u001b[24~", ConsoleKey.F12)]
    [InlineData("\u001bOM", ConsoleKey.Enter)]
    [InlineData("\r", ConsoleKey.Enter)]
    [InlineData("\u007f", ConsoleKey.Backspace)]
    [InlineData("\b", ConsoleKey.Backspace)]
    [InlineData("\t", ConsoleKey.Tab)]
    public void A_key_is_known_however_its_bytes_are_cut(string bytes, ConsoleKey key)
    {
        for (var cut = 1; cut <= bytes.Length; cut++)
        {
            var decoder = new InputDecoder();
            decoder.Add(Encoding.UTF8.GetBytes(bytes[..cut]));
            var input = decoder.Next(isAll: false);
            Assert.Equal(cut == bytes.Length, input is not null);
            decoder.Add(Encoding.UTF8.GetBytes(bytes[cut..]));
            Assert.Equal(Input.Of(key), input ?? decoder.Next(isAll: false));
            Assert.False(decoder.HasBytes);
        }
    }

    [Fact]
    public void Escape_alone_is_a_key_once_nothing_follows()
    {
        var decoder = new InputDecoder();
        decoder.Add([0x1b]);
        Assert.Null(decoder.Next(isAll: false));
        Assert.Equal(Input.Of(ConsoleKey.Escape), decoder.Next(isAll: true));
        Assert.Equal([Input.Of(ConsoleKey.Escape), Input.Of("n")], All("\u001bn"));
    }

    [Fact]
    public void Buttons_of_the_mouse_have_places_and_letting_go_means_nothing()
    {
        Assert.Equal(
            [new(InputKind.Click) { Column = 299, Row = 0 }, new(InputKind.RightClick) { Column = 4, Row = 6 }],
            All("\u001b[<0;300;1M\u001b[<0;300;1m\u001b[<2;5;7M\u001b[<35;5;7M"));
        Assert.Equal([InputKind.WheelUp, InputKind.WheelDown], All("\u001b[<64;1;1M\u001b[<65;1;1M").Select(input => input.Kind));
    }

    [Fact]
    public void Characters_are_those_of_UTF_8_and_bytes_that_are_none_are_skipped()
    {
        Assert.Equal([Input.Of("ä"), Input.Of("😀"), Input.OfControl('C')], All("ä😀\u0003"));
        var decoder = new InputDecoder();
        decoder.Add([0xff, 0xc3, (byte)'x', 0xc3]);
        Assert.Equal(Input.Of("x"), decoder.Next(isAll: false));
        Assert.Null(decoder.Next(isAll: false));
        Assert.Null(decoder.Next(isAll: true));
        Assert.False(decoder.HasBytes);
    }

    [Fact]
    public void Any_bytes_come_to_an_end()
    {
        var random = new Random(1);
        for (var i = 0; i < 20_000; i++)
        {
            var bytes = new byte[random.Next(1, 12)];
            for (var at = 0; at < bytes.Length; at++)
            {
                bytes[at] = random.Next(3) switch
                {
                    0 => 0x1b,
                    1 => (byte)"[O<;0123456789ABCDHFMm~"[random.Next(23)],
                    _ => (byte)random.Next(256),
                };
            }

            var decoder = new InputDecoder();
            decoder.Add(bytes);
            for (var inputs = 0; decoder.HasBytes; inputs++)
            {
                Assert.True(inputs <= bytes.Length);
                _ = decoder.Next(isAll: true);
            }
        }
    }

    private static List<Input> All(string bytes)
    {
        var decoder = new InputDecoder();
        decoder.Add(Encoding.UTF8.GetBytes(bytes));
        var inputs = new List<Input>();
        while (decoder.Next(isAll: false) is { } input)
            inputs.Add(input);
        return inputs;
    }
}
