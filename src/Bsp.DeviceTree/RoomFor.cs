namespace Bsp.DeviceTrees;

/// <summary>Memory that is written before it is read, and whose end may never be needed: filling it with zeros first would cost more than to use it.</summary>
internal static class RoomFor
{
    /// <summary>Room for so many items.</summary>
    public static T[] Many<T>(int count)
        where T : struct =>
#if NET
        GC.AllocateUninitializedArray<T>(count);
#else
        new T[count];
#endif
}
