using System.Globalization;
using System.Text;

namespace Bsp.Cli.Terminals;

/// <summary>
/// Makes keys and clicks of the bytes that a terminal sends: UTF-8, the control sequences of ECMA-48 as xterm, rxvt, tmux and the
/// Linux console use them for keys, and xterm's reports of the mouse (mode 1006).
/// </summary>
internal sealed class InputDecoder
{
    private const byte Escape = 0x1b;
    private readonly List<byte> _bytes = [];

    /// <summary>Whether there are bytes of which nothing has been made.</summary>
    public bool HasBytes => _bytes.Count > 0;

    /// <summary>Adds bytes.</summary>
    public void Add(ReadOnlySpan<byte> bytes) => _bytes.AddRange(bytes);

    /// <summary>The next input.</summary>
    /// <param name="isAll">Whether no further bytes belong to those that have come.</param>
    /// <returns>Null when there is none, or more bytes are needed to know it.</returns>
    public Input? Next(bool isAll)
    {
        while (_bytes.Count > 0)
        {
            var (length, input) = _bytes[0] == Escape ? Sequence() : Character();
            if (length == 0 && !isAll)
                return null;
            // What is not complete by now is the key itself, or was never more than a part.
            if (length == 0)
                (length, input) = (1, _bytes[0] == Escape ? Input.Of(ConsoleKey.Escape) : null);
            _bytes.RemoveRange(0, length);
            if (input is not null)
                return input;
        }

        return null;
    }

    private (int Length, Input? Input) Sequence()
    {
        if (_bytes.Count < 2)
            return (0, null);
        return _bytes[1] switch
        {
            (byte)'[' => ControlSequence(),
            (byte)'O' => _bytes.Count < 3 ? (0, null) : (3, KeyOf((char)_bytes[2], "")),
            // A key with Alt is Escape and then the key: so it is when somebody types both fast.
            _ => (1, Input.Of(ConsoleKey.Escape)),
        };
    }

    private (int Length, Input? Input) ControlSequence()
    {
        // The Linux console's F1 to F5 are ESC [ [ A to E.
        if (_bytes.Count > 2 && _bytes[2] == (byte)'[')
            return _bytes.Count < 4 ? (0, null) : (4, _bytes[3] is >= (byte)'A' and <= (byte)'E' ? Function(_bytes[3] - 'A' + 1) : null);
        var end = 2;
        while (end < _bytes.Count && _bytes[end] is >= 0x20 and <= 0x3f)
            end++;
        if (end == _bytes.Count)
            return (0, null);
        var parameters = Encoding.ASCII.GetString([.. _bytes.Skip(2).Take(end - 2)]);
        var final = (char)_bytes[end];
        return (end + 1, parameters is ['<', ..] ? Mouse(parameters[1..], final) : KeyOf(final, parameters));
    }

    private static Input? KeyOf(char final, string parameters) => final switch
    {
        'A' => Input.Of(ConsoleKey.UpArrow),
        'B' => Input.Of(ConsoleKey.DownArrow),
        'C' => Input.Of(ConsoleKey.RightArrow),
        'D' => Input.Of(ConsoleKey.LeftArrow),
        'H' => Input.Of(ConsoleKey.Home),
        'F' => Input.Of(ConsoleKey.End),
        'M' => Input.Of(ConsoleKey.Enter),
        // Shift and Tab: back among the buttons.
        'Z' => Input.Of(ConsoleKey.LeftArrow),
        >= 'P' and <= 'S' => Function(final - 'P' + 1),
        '~' => Numbers(parameters) is [var number, ..] ? KeyOf(number) : null,
        _ => null,
    };

    private static Input? KeyOf(int number) => number switch
    {
        1 or 7 => Input.Of(ConsoleKey.Home),
        3 => Input.Of(ConsoleKey.Delete),
        4 or 8 => Input.Of(ConsoleKey.End),
        5 => Input.Of(ConsoleKey.PageUp),
        6 => Input.Of(ConsoleKey.PageDown),
        >= 11 and <= 15 => Function(number - 10),
        >= 17 and <= 21 => Function(number - 11),
        23 or 24 => Function(number - 12),
        _ => null,
    };

    private static Input Function(int number) => Input.Of(ConsoleKey.F1 + (number - 1));

    private static Input? Mouse(string parameters, char final)
    {
        // A button that is let go ends with m; with Shift, Alt or Ctrl, and while the mouse moves, it is another number.
        if (final != 'M' || Numbers(parameters) is not [var button, var column and > 0, var row and > 0])
            return null;
        InputKind? kind = button switch
        {
            0 => InputKind.Click,
            2 => InputKind.RightClick,
            64 => InputKind.WheelUp,
            65 => InputKind.WheelDown,
            _ => null,
        };
        return kind is { } known ? new(known) { Column = column - 1, Row = row - 1 } : null;
    }

    private static int[] Numbers(string parameters) =>
    [
        .. parameters.Split(';')
            .Select(text => int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : -1),
    ];

    private (int Length, Input? Input) Character()
    {
        switch (_bytes[0])
        {
            case (byte)'\r' or (byte)'\n':
                return (1, Input.Of(ConsoleKey.Enter));
            case (byte)'\t':
                return (1, Input.Of(ConsoleKey.Tab));
            case 0x7f or 0x08:
                return (1, Input.Of(ConsoleKey.Backspace));
            case 0:
                return (1, null);
            case < 0x20:
                return (1, Input.OfControl((char)(_bytes[0] + '@')));
        }

        // More than four bytes are no character.
        var status = Rune.DecodeFromUtf8([.. _bytes.Take(4)], out var rune, out var length);
        return status switch
        {
            System.Buffers.OperationStatus.Done when Rune.IsControl(rune) => (length, null),
            System.Buffers.OperationStatus.Done => (length, Input.Of(rune.ToString())),
            System.Buffers.OperationStatus.NeedMoreData => (0, null),
            _ => (Math.Max(length, 1), null),
        };
    }
}
