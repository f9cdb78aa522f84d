namespace Bsp.Infix.Tests.Comparing;

/// <summary>Disks and file systems in normal form.</summary>
internal static class ImageForm
{
    public static JsonNode? Of(JsonNode? image) => image is null ? null : new JsonObject
    {
        ["disks"] = NormalForm.By(image["disks"], disk => disk["output"]!.GetValue<string>(), OfDisk),
        ["filesystems"] = NormalForm.Each(image["filesystems"], system => NormalForm.With(system.AsObject(), ("files", OfFiles))),
    };

    public static JsonNode? OfLayout(JsonNode? layout) => layout is null ? null : NormalForm.With(
        layout.AsObject(),
        ("gpt", entries => NormalForm.By(entries, entry => $"{entry["nr"]}")),
        ("mbr", entries => NormalForm.By(entries, entry => $"{entry["slot"]}")));

    private static JsonObject OfDisk(JsonObject disk)
    {
        var form = NormalForm.With(disk, ("partitions", list => NormalForm.By(list, partition => partition["name"]!.GetValue<string>())));
        form["order"] = new JsonArray([.. disk["partitions"]!.AsArray().Select(partition => partition!["name"]!.DeepClone())]);
        return form;
    }

    private static JsonNode? OfFiles(JsonNode? files) => files is JsonArray ? NormalForm.Set(files) : files?.DeepClone();
}
