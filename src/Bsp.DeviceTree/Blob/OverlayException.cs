namespace Bsp.DeviceTrees;

/// <summary>An overlay does not fit the tree that it is to be applied to.</summary>
/// <param name="message">What does not fit, and what would.</param>
public sealed class OverlayException(string message) : Exception(message);
