namespace Bsp.Build.Storage;

/// <summary>Linux's error numbers, which .NET passes on as the HResult of an IOException.</summary>
internal static class Errno
{
    public const int WouldBlock = 11;
    public const int NoSpace = 28;
    public const int QuotaExceeded = 122;
}
