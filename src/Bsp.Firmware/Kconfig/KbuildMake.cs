namespace Bsp.Firmware.Kconfig;

/// <summary>The make of a source that kbuild builds.</summary>
/// <param name="Name">What people call the source.</param>
/// <param name="Output">Its output folder.</param>
/// <param name="RunAsync">Runs it with further arguments.</param>
internal sealed record KbuildMake(string Name, string Output, Func<IReadOnlyList<string>, Task> RunAsync)
{
    /// <summary>The configuration.</summary>
    public string ConfigPath => Path.Combine(Output, ".config");
}
