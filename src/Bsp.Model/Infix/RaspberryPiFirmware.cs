namespace Bsp.Model;

/// <summary>
/// Raspberry Pi's firmware, which loads U-Boot from a FAT partition. It passes the device tree to U-Boot, so that U-Boot's environment
/// and keys are overlays.
/// </summary>
public sealed record RaspberryPiFirmware
{
    /// <summary>The parts that Buildroot installs, without <c>BR2_PACKAGE_RPI_FIRMWARE_</c>, such as <c>VARIANT_PI4</c>.</summary>
    public required Seq<BuildrootChoice> Parts { get; init; }

    /// <summary><c>config.txt</c>, except for what loads U-Boot and its overlays.</summary>
    public Seq<FirmwareSection> Config { get; init; } = [];
}

/// <summary>A section of <c>config.txt</c> (Raspberry Pi documentation, "config.txt").</summary>
/// <param name="Models">The models that it is for: <c>all</c>, <c>pi3</c>, <c>pi4</c>.</param>
/// <param name="Settings">The settings, as <c>name=value</c>.</param>
public sealed record FirmwareSection(string Models, params Seq<string> Settings)
{
    /// <summary>The models that it is for.</summary>
    public string Models { get; init =>
        field = TextRules.Word(value, "a model of Raspberry Pi", "+-"); } = TextRules.Word(Models, "a model of Raspberry Pi", "+-");

    /// <summary>The settings, as <c>name=value</c>.</summary>
    public Seq<string> Settings { get; init => field = CheckedSettings(value); } = CheckedSettings(Settings);

    private static Seq<string> CheckedSettings(Seq<string> settings) =>
        Seq<string>.Of(settings.Select(setting => TextRules.Word(setting, "a setting of the firmware", "=_-,.:")));
}
