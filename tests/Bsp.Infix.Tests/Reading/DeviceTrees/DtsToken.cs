namespace Bsp.Infix.Tests.Reading.DeviceTrees;

/// <summary>A token of a device-tree source.</summary>
/// <param name="Text">Its text; that of a string is what is between the quotes, escapes as written.</param>
/// <param name="IsString">Whether it is a quoted string.</param>
/// <param name="SpaceBefore">Whether white space or a comment precedes it.</param>
internal readonly record struct DtsToken(string Text, bool IsString, bool SpaceBefore)
{
    public bool Is(string text) => !IsString && Text == text;

    public override string ToString() => IsString ? $"\"{Text}\"" : Text;
}
