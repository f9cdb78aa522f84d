namespace Nuke.Common.Execution;

/// <summary>The build cannot go on; the message is for the user.</summary>
internal sealed class BuildException(string message) : Exception(message);

/// <summary>A target has failed and was reported.</summary>
internal sealed class TargetFailedException(string target, Exception cause) : Exception($"Target '{target}' has failed", cause);
