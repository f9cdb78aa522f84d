using System.Globalization;

namespace Bsp.Build.Processes;

/// <summary>
/// The process groups that a step started, in a file: a build that finds the remains of a killed one ends what that left running.
/// </summary>
internal sealed class ProcessGroupList(string path)
{
    public const string FileName = "groups";

    /// <summary>Adds a group by its leader, with the leader's start time: the number alone may be another process by now.</summary>
    public void Add(int leader)
    {
        if (StartTime(leader) is { } start)
            File.AppendAllText(path, string.Create(CultureInfo.InvariantCulture, $"{leader} {start}\n"));
    }

    /// <summary>Ends all groups whose leader still runs.</summary>
    public void KillAll()
    {
        if (!File.Exists(path))
            return;
        foreach (var line in File.ReadAllLines(path))
        {
            if (line.Split(' ') is [var leader, var start] && int.TryParse(leader, CultureInfo.InvariantCulture, out var group)
                && StartTime(group) == start)
                ProcessGroups.Kill(group);
        }
    }

    // Field 22 of /proc/<pid>/stat (proc(5)), counted after the name, which may hold anything.
    private static string? StartTime(int process)
    {
        try
        {
            var stat = File.ReadAllText($"/proc/{process.ToString(CultureInfo.InvariantCulture)}/stat");
            return stat[(stat.LastIndexOf(')') + 2)..].Split(' ')[19];
        }
        catch (IOException)
        {
            return null;
        }
    }
}
