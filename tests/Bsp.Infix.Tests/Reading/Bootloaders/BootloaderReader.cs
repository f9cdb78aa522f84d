namespace Bsp.Infix.Tests.Reading.Bootloaders;

/// <summary>Reads a bootloader's Buildroot defconfig.</summary>
internal static class BootloaderReader
{
    private static readonly string[] InfixPath = ["$(BR2_EXTERNAL_INFIX_PATH)/", "${BR2_EXTERNAL_INFIX_PATH}/"];

    /// <summary>Reads those defconfigs that the reference data names, and others that take something from the board's folder.</summary>
    public static void Read(InfixTree tree, string folder, JsonObject expected, JsonObject found)
    {
        var named = expected["bootloaders"]!.AsArray().Select(x => x!["defconfig"]!.GetValue<string>() + "_defconfig").ToList();
        // Infix makes some bootloaders along with a whole image; what is about the image is not in the reference data.
        var isAlone = named.All(name => name.EndsWith("_boot_defconfig", StringComparison.Ordinal));
        // Where the tree has no such image, it has the files of one board only, and all bootloaders are that board's.
        var areAllOurs = !isAlone && !named.Exists(name => tree.Read("configs/" + name) is not null);
        var bootloaders = new JsonArray();
        foreach (var name in tree.Files("configs").Where(name => name.EndsWith("_defconfig", StringComparison.Ordinal)))
        {
            var text = tree.Read("configs/" + name)!;
            if (named.Contains(name)
                || (name.EndsWith("_boot_defconfig", StringComparison.Ordinal)
                    && (areAllOurs || text.Contains(folder + "/", StringComparison.Ordinal))))
                bootloaders.Add(ReadOne(tree, name[..^"_defconfig".Length], new(Defconfig.Read(text)), isAlone));
        }

        found["bootloaders"] = bootloaders;
    }

    private static JsonObject ReadOne(InfixTree tree, string name, BuildrootSymbols symbols, bool isAlone)
    {
        var bootloader = new JsonObject
        {
            ["defconfig"] = name,
            ["cpu"] = Json.Array([.. symbols.On("BR2_aarch64").Select(_ => "aarch64"), .. symbols.On("BR2_arm").Select(_ => "arm"),
                .. symbols.On("BR2_cortex_").Select(x => "cortex_" + x), .. symbols.On("BR2_ARM_FPU_").Select(x => "ARM_FPU_" + x)]),
            ["toolchain"] = Json.Array(symbols.On("BR2_TOOLCHAIN_").Select(x => "BR2_TOOLCHAIN_" + x)),
            ["trusted_keys"] = symbols.IsOn("IX_TRUSTED_KEYS"),
            ["trusted_keys_development"] = symbols.IsOn("IX_TRUSTED_KEYS_DEVELOPMENT"),
            ["atf"] = ReadTrustedFirmware(symbols),
            ["uboot"] = ReadUBoot(tree, symbols),
            ["at91bootstrap3"] = ReadAt91Bootstrap(symbols),
            ["rpi_firmware"] = ReadRaspberryPiFirmware(symbols),
            ["host_tools"] = Json.Array(symbols.On("BR2_PACKAGE_HOST_").Select(x => x.ToLowerInvariant())),
            ["extra_packages"] = Json.Array(
                symbols.On("BR2_PACKAGE_").Select(x => "BR2_PACKAGE_" + x).Where(x => isAlone || !HouseKeeping.Has(x))),
        };
        bootloader["other"] = Json.Object(
            symbols.Rest.Where(x => isAlone || !HouseKeeping.Has(x.Key)).Select(x => (x.Key, (JsonNode?)x.Value.ToString())));
        return bootloader;
    }

    private static JsonObject? ReadTrustedFirmware(BuildrootSymbols symbols)
    {
        const string Prefix = "BR2_TARGET_ARM_TRUSTED_FIRMWARE";
        if (!symbols.IsOn(Prefix))
            return null;
        return new()
        {
            ["platform"] = symbols.Text(Prefix + "_PLATFORM"),
            ["version"] = ReadVersion(symbols, Prefix),
            ["fip"] = symbols.IsOn(Prefix + "_FIP"),
            ["uboot_as_bl33"] = symbols.IsOn(Prefix + "_UBOOT_AS_BL33"),
            ["images"] = Json.Array(symbols.Words(Prefix + "_IMAGES")),
            ["targets"] = Json.Array(symbols.Words(Prefix + "_ADDITIONAL_TARGETS")),
            ["variables"] = Json.Object(
                symbols.Words(Prefix + "_ADDITIONAL_VARIABLES")
                    .Select(x => x.Split('=', 2))
                    .Select(x => (x[0], (JsonNode?)x.ElementAtOrDefault(1)))),
        };
    }

    private static JsonObject? ReadUBoot(InfixTree tree, BuildrootSymbols symbols)
    {
        const string Prefix = "BR2_TARGET_UBOOT";
        if (!symbols.IsOn(Prefix))
            return null;
        var uboot = new JsonObject
        {
            ["board_defconfig"] = symbols.Text(Prefix + "_BOARD_DEFCONFIG"),
            ["version"] = ReadVersion(symbols, Prefix),
            ["custom_artifacts"] = Json.Array(symbols.Words(Prefix + "_FORMAT_CUSTOM_NAME")),
            ["formats"] = Json.Array(symbols.On(Prefix + "_FORMAT_").Select(x => x.ToLowerInvariant())),
            ["needs"] = Json.Array(symbols.On(Prefix + "_NEEDS_").Select(x => x.ToLowerInvariant())),
            ["spl"] = symbols.Text(Prefix + "_SPL_NAME"),
            ["custom_dts_path"] = Json.Array(symbols.Words(Prefix + "_CUSTOM_DTS_PATH").Select(InTree)),
        };
        UBootFragments.Read(tree, [.. symbols.Words(Prefix + "_CONFIG_FRAGMENT_FILES").Select(InTree)], uboot);
        return uboot;
    }

    private static JsonObject? ReadAt91Bootstrap(BuildrootSymbols symbols)
    {
        const string Prefix = "BR2_TARGET_AT91BOOTSTRAP3";
        if (!symbols.IsOn(Prefix))
            return null;
        return new()
        {
            ["defconfig"] = symbols.Text(Prefix + "_DEFCONFIG"),
            ["source"] = symbols.Text(Prefix + "_CUSTOM_TARBALL_LOCATION"),
        };
    }

    private static JsonArray? ReadRaspberryPiFirmware(BuildrootSymbols symbols)
    {
        const string Prefix = "BR2_PACKAGE_RPI_FIRMWARE";
        return symbols.IsOn(Prefix) ? Json.Array(symbols.On(Prefix + "_")) : null;
    }

    /// <summary>A release, or a repository with a revision.</summary>
    private static JsonNode? ReadVersion(BuildrootSymbols symbols, string prefix)
    {
        var (release, git) = (symbols.IsOn(prefix + "_CUSTOM_VERSION"), symbols.IsOn(prefix + "_CUSTOM_GIT"));
        var (version, url, revision) = (symbols.Text(prefix + "_CUSTOM_VERSION_VALUE"), symbols.Text(prefix + "_CUSTOM_REPO_URL"),
            symbols.Text(prefix + "_CUSTOM_REPO_VERSION"));
        return git ? new JsonObject { ["git"] = url, ["rev"] = revision } : release ? version : null;
    }

    private static string InTree(string path) =>
        InfixPath.FirstOrDefault(prefix => path.StartsWith(prefix, StringComparison.Ordinal)) is { } prefix ? path[prefix.Length..] : path;
}
