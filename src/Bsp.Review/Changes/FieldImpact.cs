namespace Bsp.Review.Changes;

/// <summary>What a change asks of devices in the field, the mildest first.</summary>
public enum FieldImpact
{
    /// <summary>Nothing: no device gets other bits.</summary>
    None,

    /// <summary>An update bundle brings it.</summary>
    Update,

    /// <summary>Devices need another bootloader, which a bundle does not carry.</summary>
    Bootloader,

    /// <summary>The partition table of new images is not that of devices in the field.</summary>
    Repartition,

    /// <summary>What is in <c>cfg</c> or <c>var</c> is lost or moves.</summary>
    Data,

    /// <summary>Devices in the field refuse the bundle, or accept others than before.</summary>
    Trust,
}
