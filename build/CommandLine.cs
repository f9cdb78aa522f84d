using Bsp.Build;
using Bsp.Shared;

/// <summary>
/// Nuke passes over parameters that it does not know; a mistyped <c>--bord</c> would build something else than was meant.
/// </summary>
static class CommandLine
{
    // What Nuke looks for without a member that says so.
    private static readonly string[] Unlisted = ["strict", "shellcompletion", "visualstudiodebug"];

    public static void RefuseUnknownParameters(Type build)
    {
        var known = BuildParameters.Of(build).Select(BuildParameters.Name).ToList();
        foreach (var argument in Environment.GetCommandLineArgs().Skip(1).Where(x => x.StartsWith('-')))
        {
            var name = argument.Replace("-", "", StringComparison.Ordinal);
            if (known.Append(null).Concat(Unlisted).Any(x => name.Equals(x, StringComparison.OrdinalIgnoreCase)))
                continue;
            // What is typed to its first letters is no misspelling, but is meant as well.
            var completed = known.Where(x => name.Length > 1 && x.StartsWith(name, StringComparison.OrdinalIgnoreCase));
            var near = completed.Concat(NearestNames.Find(name, known)).Distinct().ToList();
            throw new BuildFailedException(
                $"there is no parameter '{argument}'"
                    + (near.Count > 0 ? $"; did you mean {string.Join(" or ", near.Select(x => "--" + x.ToLowerInvariant()))}?" : "")
                    + " './build.sh --help' lists them");
        }
    }
}
