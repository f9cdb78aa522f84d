using System.Reflection;

namespace Nuke.Common.Execution;

/// <summary>The answer to <c>--help</c> and <c>--plan</c>.</summary>
internal static class HelpText
{
    private const int Width = 100;

    public static void Write(NukeBuild build, IReadOnlyList<ExecutableTarget> targets)
    {
        Terminal.WriteLine("Targets (with their direct dependencies):", Tone.Title);
        Terminal.WriteLine();
        var pad = Math.Max(targets.Max(x => x.Name.Length), 20);
        foreach (var target in targets.Where(x => x.Definition.IsListed))
        {
            var dependencies = target.ExecutionDependencies.Count > 0
                ? $" -> {string.Join(", ", target.ExecutionDependencies.Select(x => x.Name))}"
                : "";
            Terminal.WriteLine($"  {(target.Name + (target.IsDefault ? " (default)" : "")).PadRight(pad)}{dependencies}".TrimEnd());
            if (!string.IsNullOrWhiteSpace(target.Description))
                Terminal.WriteLine($"    {target.Description}", Tone.Dim);
        }

        var parameters = ParameterNames.Members(build.GetType())
            .Where(x => x.GetCustomAttribute<ParameterAttribute>()!.List)
            .OrderBy(ParameterNames.Of, StringComparer.Ordinal)
            .ToList();
        var defaults = string.Join(", ", targets.Where(x => x.IsDefault).Select(x => x.Name));
        Terminal.WriteLine();
        Terminal.WriteLine("Parameters:", Tone.Title);
        foreach (var inherited in new[] { false, true })
        {
            Terminal.WriteLine();
            foreach (var member in parameters.Where(x => (x.DeclaringType == typeof(NukeBuild)) == inherited))
                Parameter(member, defaults, parameters.Max(x => ParameterNames.Dashed(x).Length));
        }
    }

    public static void Plan(IReadOnlyList<ExecutableTarget> plan)
    {
        foreach (var target in plan)
        {
            Terminal.WriteLine(
                target.ExecutionDependencies.Count > 0
                    ? $"{target.Name} -> {string.Join(", ", target.ExecutionDependencies.Select(x => x.Name))}"
                    : target.Name);
        }
    }

    private static void Parameter(MemberInfo member, string defaults, int pad)
    {
        var text =
            member.GetCustomAttribute<ParameterAttribute>()!.Description?.Replace(
                "{default_target}", defaults, StringComparison.Ordinal).TrimEnd('.')
                ?? "<no description>";
        var line = $"  --{ParameterNames.Dashed(member).PadRight(pad)}  ";
        foreach (var word in (text + ".").Split(' '))
        {
            if (line.Length + word.Length + 1 > Width)
            {
                Terminal.WriteLine(line.TrimEnd());
                line = new string(' ', pad + 6);
            }

            line += word + " ";
        }

        Terminal.WriteLine(line.TrimEnd());
    }
}
