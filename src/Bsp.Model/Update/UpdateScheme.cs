namespace Bsp.Model;

/// <summary>How a device is updated: its slots, their boot attempts, and the names of the keys.</summary>
public sealed record UpdateScheme
{
    /// <summary>The names of the slots, in the order in which a new device tries them.</summary>
    public Seq<SlotName> Slots { get; init => field = CheckedSlots(value); } = [PartitionNames.Primary, PartitionNames.Secondary];

    /// <summary>The number of times that the bootloader tries a slot before it gives up on it: 1 to 9.</summary>
    public int Tries { get; init => field = value is >= 1 and <= 9 ? value : throw new ModelException("a slot gets 1 to 9 tries"); } = 3;

    /// <summary>How long the bootloader waits, in seconds, before it starts over when all slots have used up their tries.</summary>
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
            : throw new ModelException($"the slots {string.Join(", ", slots)} use one name twice; rename one");
    }
}
