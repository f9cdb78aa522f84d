using System.Globalization;
using Bsp.Build.Steps;

namespace Bsp.Firmware.Kernel;

/// <summary>Turns the lines of kbuild (<c>  CC      drivers/net/tun.o</c>) into progress: how many so far, of about how many.</summary>
internal sealed class CompileProgress
{
    private readonly StepContext _context;
    private readonly string _countFile;
    private readonly int? _expected;
    private int _lines;

    /// <param name="context">The step's.</param>
    /// <param name="what">What is compiled; the number of its lines is cached for the next time.</param>
    public CompileProgress(StepContext context, string what)
    {
        _context = context;
        _countFile = Path.Combine(context.Settings.CacheFolder, "progress", what);
        if (File.Exists(_countFile) && int.TryParse(File.ReadAllText(_countFile), CultureInfo.InvariantCulture, out var expected))
            _expected = expected;
    }

    public void Line(string line)
    {
        // Two spaces, the action in capitals, spaces, the file.
        if (!line.StartsWith("  ", StringComparison.Ordinal) || line.Length < 4 || !char.IsAsciiLetterUpper(line[2]))
            return;
        var count = Interlocked.Increment(ref _lines);
        var fields = line.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        var of = _expected is { } expected && expected >= count ? " of about " + expected.ToString(CultureInfo.InvariantCulture) : "";
        _context.Report($"{string.Join(' ', fields)} ({count.ToString(CultureInfo.InvariantCulture)}{of})");
    }

    /// <summary>Keeps the number of lines; it is only for people, so losing it is no harm.</summary>
    public void SaveCount()
    {
        Directory.CreateDirectory(Path.GetDirectoryName(_countFile)!);
        File.WriteAllText(_countFile, _lines.ToString(CultureInfo.InvariantCulture));
    }
}
