using System.Numerics;
using Microsoft.CodeAnalysis;

namespace Bsp.Generators.Evaluation;

/// <summary>Integers of all widths, calculated without bounds and then fitted to the type that C# says.</summary>
internal static class Numbers
{
    public static bool TryRead(object? value, out BigInteger number)
    {
        number = value switch
        {
            sbyte v => v,
            byte v => v,
            short v => v,
            ushort v => v,
            int v => v,
            uint v => v,
            long v => v,
            ulong v => v,
            char v => v,
            _ => BigInteger.MinusOne,
        };
        return value is sbyte or byte or short or ushort or int or uint or long or ulong or char;
    }

    /// <summary>
    /// The number as a value of the type; null where the type is not an integer, or where it does not fit and the context is checked.
    /// </summary>
    public static object? Fit(BigInteger number, SpecialType type, bool isChecked)
    {
        var (bits, signed) = Shape(type);
        if (bits == 0)
            return null;
        var wrapped = number & ((BigInteger.One << bits) - 1);
        if (signed && wrapped >> (bits - 1) == 1)
            wrapped -= BigInteger.One << bits;
        return isChecked && wrapped != number ? null : Box(wrapped, type);
    }

    public static bool IsInteger(SpecialType type) => Shape(type).Bits != 0;

    private static (int Bits, bool Signed) Shape(SpecialType type) => type switch
    {
        SpecialType.System_SByte => (8, true),
        SpecialType.System_Byte => (8, false),
        SpecialType.System_Int16 => (16, true),
        SpecialType.System_UInt16 or SpecialType.System_Char => (16, false),
        SpecialType.System_Int32 => (32, true),
        SpecialType.System_UInt32 => (32, false),
        SpecialType.System_Int64 => (64, true),
        SpecialType.System_UInt64 => (64, false),
        _ => (0, false),
    };

    private static object? Box(BigInteger number, SpecialType type) => type switch
    {
        SpecialType.System_SByte => (sbyte)number,
        SpecialType.System_Byte => (byte)number,
        SpecialType.System_Int16 => (short)number,
        SpecialType.System_UInt16 => (ushort)number,
        SpecialType.System_Char => (char)(ushort)number,
        SpecialType.System_Int32 => (int)number,
        SpecialType.System_UInt32 => (uint)number,
        SpecialType.System_Int64 => (long)number,
        SpecialType.System_UInt64 => (ulong)number,
        _ => null,
    };
}
