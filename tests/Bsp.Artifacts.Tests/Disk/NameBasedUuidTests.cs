using Bsp.Artifacts.Disk;
using Xunit;

namespace Bsp.Artifacts.Tests.Disk;

public sealed class NameBasedUuidTests
{
    private static readonly Guid Dns = new("6ba7b810-9dad-11d1-80b4-00c04fd430c8");

    [Theory]
    // RFC 9562, appendix A.4.
    [InlineData("www.example.com", "2ed6657d-e927-568b-95e1-2665a8aea6a2")]
    // Python's documentation of uuid.uuid5.
    [InlineData("python.org", "886313e1-3b8a-5372-9b90-0c9aee199e5d")]
    public void Known_names_give_their_known_UUIDs(string name, string expected) =>
        Assert.Equal(expected, NameBasedUuid.Make(Dns, name).ToString("D"));
}
