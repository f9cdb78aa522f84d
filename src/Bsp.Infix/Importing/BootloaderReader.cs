using Bsp.Model;

namespace Bsp.Infix.Importing;

/// <summary>Reads the defconfigs of a board's bootloaders, the fragments that they name, and U-Boot's environment.</summary>
internal sealed class BootloaderReader(ImportSource source, Architecture architecture, InfixDistribution distribution)
{
    private const string Member = "Media";
    private const string Ending = "_boot_defconfig";
    private const string UBootPrefix = "BR2_TARGET_UBOOT";
    private const string FirmwarePrefix = "BR2_TARGET_ARM_TRUSTED_FIRMWARE";

    private readonly UBootReader _uboot = new(source);

    /// <summary>The media, each with its bootloader.</summary>
    public Seq<Medium> Media { get; private set; } = [];

    /// <summary>What all of them ask of U-Boot.</summary>
    public KernelFragment Config { get; private set; } = KernelFragment.Empty;

    /// <summary>What U-Boot's prompt calls the board.</summary>
    public string? ShortName { get; private set; }

    /// <summary>The variables of all of them.</summary>
    public Seq<UBootVariable> Environment { get; private set; } = [];

    /// <summary>U-Boot's own nodes.</summary>
    public Seq<DtNode> ControlNodes { get; private set; } = [];

    /// <summary>Reads what mentions the board's folder.</summary>
    public BootloaderReader Read()
    {
        var all = source.FilesBelow("configs")
            .Where(
                x => x.EndsWith(Ending, StringComparison.Ordinal)
                    && source.Text(x)!.Contains(source.Folder + "/", StringComparison.Ordinal))
            .Select(x => new Loader(x, source.Lines(x)!)).ToList();
        foreach (var loader in all)
        {
            loader.Made = source.Attempt(Member, loader.File, () => CreateMedium(loader));
            UBootFiles(loader);
        }

        all.RemoveAll(x => x.Made is null);
        var common = all.Count == 0 ? [] : all[0].Requests.Where(x => all.TrueForAll(y => y.Requests.Contains(x))).ToList();
        Config = Fragment(common);
        var variables = all.Count == 0 ? [] : all[0].Variables.Where(x => all.TrueForAll(y => y.Variables.Contains(x))).ToList();
        Environment = Seq<UBootVariable>.Of(variables.Where(x => DeviceOf(x) is null));
        ControlNodes = Seq<DtNode>.Of(all.SelectMany(x => x.Nodes).Distinct());
        Media = Seq<Medium>.Of(all.Select(x => x.Made! with
        {
            Device = x.Variables.Select(DeviceOf).FirstOrDefault(device => device is not null),
            Boot = x.Made.Boot is UBoot uboot ? uboot with { Config = Fragment(x.Requests.Except(common)) } : x.Made.Boot,
            Infix = x.Made.Infix! with
            {
                Environment = Seq<UBootVariable>.Of(x.Variables.Except(variables).Where(variable => DeviceOf(variable) is null)),
            },
        }));
        return this;
    }

    // A single card or chip is the disk that the record names; several targets stay a variable.
    private static string? DeviceOf(UBootVariable variable) =>
        variable is { Name: "boot_targets", Value: ['m', 'm', 'c', >= '0' and <= '1'] value } ? "mmc " + value[^1] : null;

    private Medium CreateMedium(Loader loader)
    {
        var name = Path.GetFileName(loader.File)[..^Ending.Length];
        var shared = distribution.BootloaderHead.Concat(distribution.BootloaderTail)
            .Select(x => x.ToString())
            .ToHashSet(StringComparer.Ordinal);
        foreach (var missing in shared.Except(loader.Lines.Select(x => x.Text)))
            source.Todo(Member, loader.File, $"every bootloader has '{missing}' in a record, this one has not");
        var values = new Dictionary<string, string>(StringComparer.Ordinal);
        var (processor, stages, packages, infix) = (new List<BuildrootLine>(), new List<BuildrootLine>(),
            new List<string>(), new List<string>());
        var needs = new List<string>();
        var (isToolchain, isUBoot) = (false, false);
        string? toolchain = null;
        foreach (var line in loader.Lines.Where(x => x.Text.Length > 0 && !shared.Contains(x.Text)))
        {
            isToolchain |= line.Number > loader.Lines.FirstOrDefault(x => x.Text == "BR2_TOOLCHAIN_EXTERNAL=y")?.Number;
            isUBoot |= line.Text == "BR2_TARGET_UBOOT=y";
            if (line.Text.Split('=', 2) is not [var symbol, var value] || FixupReader.Value(value) is not { } parsed)
                source.Todo(Member, line, "a record does not say it");
            else if (symbol == "BR2_" + architecture.Name)
                continue;
            else if (symbol.StartsWith(UBootPrefix + "_NEEDS_", StringComparison.Ordinal))
                needs.Add(symbol[(UBootPrefix + "_NEEDS_").Length..]);
            else if (symbol.StartsWith("BR2_TOOLCHAIN_EXTERNAL_BOOTLIN_", StringComparison.Ordinal))
                toolchain = symbol["BR2_TOOLCHAIN_EXTERNAL_BOOTLIN_".Length..];
            else if (symbol.StartsWith(UBootPrefix, StringComparison.Ordinal)
                || symbol.StartsWith(FirmwarePrefix, StringComparison.Ordinal))
                values[symbol] = parsed.Text;
            else if (symbol.StartsWith("BR2_PACKAGE_", StringComparison.Ordinal) && parsed == KconfigValue.Y)
                (isUBoot ? infix : packages).Add(symbol["BR2_PACKAGE_".Length..]);
            else if (symbol.StartsWith("BR2_", StringComparison.Ordinal) && !isUBoot)
                (isToolchain ? stages : processor).Add(new(symbol, parsed));
            else
                source.Todo(Member, line, "a record does not say it");
        }

        loader.Fragments = (Take(values, UBootPrefix + "_CONFIG_FRAGMENT_FILES") ?? "").Split(' ', StringSplitOptions.RemoveEmptyEntries);
        Take(values, UBootPrefix + "_CUSTOM_DTS_PATH");
        var uboot = UBoot(loader.File, values);
        var build = Build(name, values) with
        {
            Processor = Seq<BuildrootLine>.Of(processor),
            Toolchain = toolchain,
            FirstStages = Seq<BuildrootLine>.Of(stages),
            Needs = [.. needs],
            Packages = [.. packages],
            InfixPackages = [.. infix],
        };
        var made = new Medium(Medium(name, loader.File, loader.Fragments)) { Boot = uboot, Infix = build };
        foreach (var left in values.Keys)
        {
            source.Todo(
                Member, loader.Lines.First(x => x.Text.StartsWith(left + "=", StringComparison.Ordinal)), "a record does not say it");
        }

        return made;
    }

    private UBoot? UBoot(string file, Dictionary<string, string> values)
    {
        var firmware = TrustedFirmware(file, values);
        if (Take(values, UBootPrefix + "_BOARD_DEFCONFIG") is not { } defconfig)
        {
            if (firmware is not null)
                source.Todo(Member, file, "Trusted Firmware-A is built without U-Boot");
            return null;
        }

        var files = Words(values, UBootPrefix + "_FORMAT_CUSTOM_NAME").ToLookup(x => x.EndsWith(".dtbo", StringComparison.Ordinal));
        if (files[true].Any() || files[false].Skip(1).Any())
        {
            source.Todo(
                Member, file,
                $"U-Boot's build makes {string.Join(", ", files.SelectMany(x => x))}; a record has one Image, "
                + "and overlays follow from RaspberryPi");
        }

        return new(defconfig)
        {
            TrustedFirmware = firmware,
            Image = files[false].FirstOrDefault(Model.UBoot.PlainImage),
            FirstStage = Take(values, UBootPrefix + "_SPL_NAME"),
        };
    }

    private InfixBootloader Build(string name, Dictionary<string, string> values)
    {
        foreach (var implied in new[] { "", "_BUILD_SYSTEM_KCONFIG", "_CUSTOM_VERSION", "_CUSTOM_GIT", "_FORMAT_CUSTOM", "_SPL" })
            Take(values, UBootPrefix + implied);
        var version = Take(values, UBootPrefix + "_CUSTOM_REPO_VERSION") ?? Take(values, UBootPrefix + "_CUSTOM_VERSION_VALUE");
        return new(name)
        {
            UBootRepository = Take(values, UBootPrefix + "_CUSTOM_REPO_URL"),
            UBootVersion = version == distribution.UBootVersion ? null : version,
            InstallsDeviceTree = Take(values, UBootPrefix + "_FORMAT_DTB") is not null,
        };
    }

    // From the name of the bootloader, or of its fragment: sd-extras.config, spi-nor-extras.config.
    private string Medium(string name, string file, IReadOnlyList<string> fragments)
    {
        const string ending = "-extras.config";
        var last = fragments.Select(x => x.Split('/')[^1]).LastOrDefault(x => x.EndsWith(ending, StringComparison.Ordinal));
        var medium = last?[..^ending.Length] ?? name.Split('_')[^1];
        if (medium is not ("sd" or Model.Medium.SdCard or Model.Medium.Emmc or Model.Medium.SpiNor))
            source.Todo(Member, file, "its names tell no medium; sdcard, emmc or spi-nor?");
        return medium is Model.Medium.Emmc or Model.Medium.SpiNor ? medium : Model.Medium.SdCard;
    }

    private TrustedFirmware? TrustedFirmware(string file, Dictionary<string, string> values)
    {
        if (Take(values, FirmwarePrefix) is null)
            return null;
        foreach (var implied in new[] { "_CUSTOM_VERSION", "_CUSTOM_GIT", "_UBOOT_AS_BL33" })
            Take(values, FirmwarePrefix + implied);
        var release = Take(values, FirmwarePrefix + "_CUSTOM_VERSION_VALUE");
        var (platform, version) = (Take(values, FirmwarePrefix + "_PLATFORM"), Take(values, FirmwarePrefix + "_CUSTOM_REPO_VERSION")
            ?? release);
        if (platform is null || version is null)
        {
            source.Todo(Member, file, "Trusted Firmware-A is built, but its platform or its version is not stated");
            return null;
        }

        return new(platform)
        {
            Version = version == distribution.TrustedFirmwareVersion ? null : version,
            Repository = Take(values, FirmwarePrefix + "_CUSTOM_REPO_URL"),
            Fip = Take(values, FirmwarePrefix + "_FIP") is not null,
            Images = Words(values, FirmwarePrefix + "_IMAGES"),
            Targets = Words(values, FirmwarePrefix + "_ADDITIONAL_TARGETS"),
            Variables = Words(values, FirmwarePrefix + "_ADDITIONAL_VARIABLES"),
            NeedsArm32 = Take(values, FirmwarePrefix + "_NEEDS_ARM32_TOOLCHAIN") is not null,
        };
    }

    private void UBootFiles(Loader loader)
    {
        var includes = "";
        foreach (var path in loader.Fragments)
        {
            if (ImportSource.CheckoutPath(path) is not { } file || _uboot.Requests(file) is not { } requests)
            {
                source.Todo(Member, loader.File, $"the fragment '{path}' is not there");
                continue;
            }

            if (requests.Any(x => x.Symbol == "OF_OVERLAY_LIST"))
            {
                source.Todo(
                    Member, file,
                    "the firmware hands over the device tree, so that the environment is an overlay: state RaspberryPi and the variables");
            }

            if (!file.StartsWith(ImportSource.Shared, StringComparison.Ordinal))
                loader.Requests = [.. loader.Requests.Where(x => requests.All(y => y.Symbol != x.Symbol)), .. requests];
        }

        foreach (var request in loader.Requests)
        {
            if (request.Symbol == "DEVICE_TREE_INCLUDES")
                includes = request.Value.Text;
            else if (request is { Symbol.Value: "SYS_PROMPT", Value.Text: ['(', .. var name, ')', ' '] })
                ShortName = name;
        }

        loader.Requests = loader.Requests.FindAll(
            x => x.Symbol.Value is not ("DEVICE_TREE_INCLUDES" or "OF_OVERLAY_LIST")
                && (x.Symbol != "SYS_PROMPT" || ShortName is null) && !_uboot.IsShared(x));
        foreach (var file in includes.Split(' ', StringSplitOptions.RemoveEmptyEntries)
            .Where(x => x is not ("infix-env.dtsi" or "infix-key.dtsi")))
        {
            if (_uboot.Environment($"{source.Folder}/uboot/{file}") is { } environment)
                (loader.Variables, loader.Nodes) = environment;
            else
                source.Todo(Member, loader.File, $"DEVICE_TREE_INCLUDES names '{file}', which is not in '{source.Folder}/uboot'");
        }
    }

    private static string? Take(Dictionary<string, string> values, string symbol) => values.Remove(symbol, out var value) ? value : null;

    private static Seq<string> Words(Dictionary<string, string> values, string symbol) =>
        Seq<string>.Of((Take(values, symbol) ?? "").Split(' ', StringSplitOptions.RemoveEmptyEntries));

    private static KernelFragment Fragment(IEnumerable<KconfigRequest> requests) => new() { Requests = Seq<KconfigRequest>.Of(requests) };

    private sealed record Loader(string File, IReadOnlyList<SourceLine> Lines)
    {
        public Medium? Made { get; set; }

        public IReadOnlyList<string> Fragments { get; set; } = [];

        public List<KconfigRequest> Requests { get; set; } = [];

        public IReadOnlyList<UBootVariable> Variables { get; set; } = [];

        public IReadOnlyList<DtNode> Nodes { get; set; } = [];
    }
}
