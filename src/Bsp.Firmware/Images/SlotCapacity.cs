using System.Globalization;
using Bsp.Build;
using Bsp.Model;

namespace Bsp.Firmware.Images;

/// <summary>Whether what a slot is to hold fits its partition.</summary>
public static class SlotCapacity
{
    /// <summary>Checks a size against the room that there is.</summary>
    /// <param name="what">What is to be written.</param>
    /// <param name="size">Its size in bytes.</param>
    /// <param name="room">The partition's size.</param>
    /// <param name="where">The partition, for the message.</param>
    /// <exception cref="BuildFailedException">It does not fit; the message says by how much, and what to do.</exception>
    public static void Check(string what, long size, ByteSize room, string where)
    {
        if (size <= room.Bytes)
            return;
        var over = new ByteSize(size - room.Bytes).RoundUp(1.MiB());
        throw new BuildFailedException(string.Create(
            CultureInfo.InvariantCulture,
            $"{what} has {size} bytes; {where} has room for {room.Bytes} ({room}): enlarge the partition in the board's layout by {over}, "
            + $"or leave out what is not needed"));
    }
}
