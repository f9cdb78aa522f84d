namespace Bsp.DeviceTrees;

/// <summary>
/// Arrays that are written before they are read, and whose ends may never be needed: clearing them first would cost more than using them.
/// </summary>
internal static class UninitializedArray
{
    /// <summary>An array of so many items, whose content is undefined.</summary>
    public static T[] Allocate<T>(int count)
        where T : struct =>
#if NET
        GC.AllocateUninitializedArray<T>(count);
#else
        new T[count];
#endif
}
