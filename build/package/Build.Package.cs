/// <summary>Settings that Nuke.Common needs, and build/fallback does not.</summary>
[PlanAsText]
[MessagesOnly]
sealed partial class Build;
