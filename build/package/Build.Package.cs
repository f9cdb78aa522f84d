/// <summary>What Nuke.Common has to be told, and build/fallback does by itself.</summary>
[PlanAsText]
[MessagesOnly]
sealed partial class Build;
