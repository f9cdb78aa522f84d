namespace Bsp.Model;

/// <summary>How a device is updated: slots, the tries that a new one gets, and the names of the keys.</summary>
public sealed record UpdateScheme
{
    /// <summary>The slots' names, in the order in which a fresh device tries them.</summary>
    public Seq<SlotName> Slots { get; init => field = CheckedSlots(value); } = [PartitionNames.Primary, PartitionNames.Secondary];

    /// <summary>How often a slot is tried before the bootloader gives it up: 1 to 9.</summary>
    public int Tries { get; init => field = value is >= 1 and <= 9 ? value : throw new ModelException("a slot gets 1 to 9 tries"); } = 3;

    /// <summary>How long the bootloader waits before it starts again when every slot has used up its tries, in seconds.</summary>
    public int RetrySeconds { get; init =>
        field = value is >= 1 and <= 3600 ? value : throw new ModelException("the pause between rounds is 1 to 3600 seconds"); } = 60;

    /// <summary>The key that signs FIT configurations; its name is the hint in the FIT.</summary>
    public PlainName FitKey { get; init; } = "fit";

    /// <summary>The size of U-Boot's environment file with the counters (<c>/etc/fw_env.config</c>).</summary>
    public ByteSize EnvironmentSize { get; init; } = 16.KiB();

    private static Seq<SlotName> CheckedSlots(Seq<SlotName> slots)
    {
        if (slots.Count < 2)
            throw new ModelException("an update needs the slot that runs and one to write to; name at least two");
        return slots.Distinct().Count() == slots.Count
            ? slots
            : throw new ModelException($"the slots {string.Join(", ", slots)} bear one name twice; rename one");
    }
}
