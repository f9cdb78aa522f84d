namespace Bsp.Infix.Tests.Comparing;

/// <summary>Bootloaders in normal form: by their defconfigs. The order of fragments is kept, that of other lists says nothing.</summary>
internal static class BootloaderForm
{
    public static JsonObject Of(JsonNode? bootloaders) =>
        NormalForm.By(bootloaders, item => item["defconfig"]!.GetValue<string>(), item => NormalForm.With(
            item,
            ("atf", OfTrustedFirmware),
            ("cpu", NormalForm.Set),
            // The packages of a whole image, of which a bootloader is the smallest part, are compared as one.
            ("extra_packages",
                packages => item["defconfig"]!.GetValue<string>().EndsWith("_boot", StringComparison.Ordinal)
                    ? NormalForm.Set(packages)
                    : new JsonArray([.. packages!.AsArray().Select(package => package!.GetValue<string>()).Order(StringComparer.Ordinal)])),
            ("host_tools", NormalForm.Set),
            ("other", symbols => NormalForm.Each(symbols, OfValue)),
            ("rpi_firmware", NormalForm.Set),
            ("toolchain", NormalForm.Set),
            ("uboot", OfUBoot)));

    /// <summary>Kconfig and make know a variable's name in both brackets.</summary>
    private static JsonNode? OfValue(JsonNode value) =>
        value.GetValue<string>().Replace("${BR2_EXTERNAL_INFIX_PATH}", "$(BR2_EXTERNAL_INFIX_PATH)", StringComparison.Ordinal);

    private static JsonObject OfTrustedFirmware(JsonNode? item) =>
        NormalForm.With(item!.AsObject(), ("images", NormalForm.Set), ("targets", NormalForm.Set));

    private static JsonObject OfUBoot(JsonNode? item) => NormalForm.With(
        item!.AsObject(),
        ("custom_artifacts", NormalForm.Set),
        ("custom_dts_path", NormalForm.Set),
        ("formats", NormalForm.Set),
        ("fragment_overrides", overrides => NormalForm.By(overrides, x => $"{x["symbol"] ?? x["missing_fragment"]}")),
        ("needs", NormalForm.Set),
        ("non_uboot_symbols_in_fragment", NormalForm.Set));
}
