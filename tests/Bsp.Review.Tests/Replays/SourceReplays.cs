using System.Text.Json.Nodes;
using Bsp.Boards.Families.Reference;
using Bsp.Model;
using Bsp.Review.Changes;
using Xunit;

namespace Bsp.Review.Tests.Replays;

/// <summary>Changes of the pinned sources.</summary>
public sealed class SourceReplays
{
    private const string NanoPi = "friendlyarm-nanopi-r2s on reference";

    [Fact]
    public void A_newer_kernel_comes_with_an_update() =>
        Replay.Of(world => world.Lock(Version("linux-6.12", "linux-source-6.12", "6.12.99-1~bpo12+1")))
            .Says(
                "4 of 14 boards change: friendlyarm-nanopi-r2s, pc-x86_64, qemu-aarch64, qemu-x86_64 through sources.lock.json. 10 do not.")
            .HasImpact(FieldImpact.Update)
            .ShowsOnly(NanoPi, "source linux-source-6.12 (linux-6.12): 6.12.95-1~bpo12+1 → 6.12.99-1~bpo12+1")
            .LeavesAlone("qemu-aarch64 on longterm");

    // dpkg: '9' is less than '95', and a tilde is before nothing.
    [Theory]
    [InlineData("6.12.9-1~bpo12+1")]
    [InlineData("6.12.95-1~bpo12")]
    [InlineData("6.12.95~rc1-1")]
    public void An_older_kernel_is_an_error(string version) =>
        Replay.Of(world => world.Lock(Version("linux-6.12", "linux-source-6.12", version)))
            .HasImpact(FieldImpact.Update)
            .Shows(
                NanoPi, $"source-backwards linux-source-6.12 (linux-6.12): 6.12.95-1~bpo12+1 → {version}",
                "an older version: mended faults come back",
                Attention.Error);

    [Fact]
    public void The_same_version_with_other_content_is_an_error() =>
        Replay.Of(world => world.Lock(text => Edit(
                text, "linux-6.12", "linux-source-6.12", package => package["files"]![0]!["sha256"] = new string('0', 64))))
            .HasImpact(FieldImpact.Update)
            .Shows(
                NanoPi, "source-backwards linux-source-6.12 (linux-6.12): 6.12.95-1~bpo12+1 → 6.12.95-1~bpo12+1",
                    "the same version with other content",
                Attention.Error);

    [Fact]
    public void A_newer_U_Boot_needs_another_bootloader() =>
        Replay.Of(world => world.Lock(Version("u-boot-2025.01", "u-boot", "2025.01-4")))
            .Says("2 of 14 boards change: friendlyarm-nanopi-r2s, qemu-aarch64 through sources.lock.json. 12 do not.")
            .HasImpact(FieldImpact.Bootloader)
            .ShowsOnly(NanoPi, "source u-boot (u-boot-2025.01): 2025.01-3+deb13u1 → 2025.01-4")
            .LeavesAlone("qemu-x86_64 on reference");

    [Fact]
    public void Newer_schemas_reach_no_device() =>
        Replay.Of(world => world.Lock(Version("dt-schema-2025.08", "dt-schema", "2025.08-2")))
            .HasImpact(FieldImpact.None);

    [Fact]
    public void A_package_of_the_userland_that_goes_backwards_is_an_error() =>
        Replay.Of(world => world.Lock(Version("userland-arm64", "crun", "1.8-1")))
            .Says("2 of 14 boards change: friendlyarm-nanopi-r2s, qemu-aarch64 through sources.lock.json. 12 do not.")
            .Shows(NanoPi, "source-backwards crun (userland-arm64): 1.8.1-1+deb12u1 → 1.8-1", "", Attention.Error)
            .OnFirstScreen("crun (userland-arm64): 1.8.1-1+deb12u1 → 1.8-1")
            .LeavesAlone("qemu-x86_64 on reference");

    [Fact]
    public void A_source_that_is_no_longer_pinned_is_an_error() =>
        Replay.Of(world => world.Lock(
                text => Sources(text, sources => sources.RemoveAll(source => (string?)source["name"] == "linux-6.12"))))
            .Shows(NanoPi, "source-missing linux-6.12: pinned → not pinned", "run Lock", Attention.Error)
            .LeavesAlone("qemu-aarch64 on longterm");

    // The record was edited, and nobody has pinned what it names.
    [Fact]
    public void A_source_that_was_never_pinned_is_an_error() =>
        Replay.Of(world => world.Debian(
                "reference",
                distribution => distribution with { UBoot = DebianSource.Source("u-boot-2026.01", "forky", "u-boot") }))
            .HasImpact(FieldImpact.Bootloader)
            .Shows(NanoPi, "source distribution.sources.u-boot.name: u-boot-2025.01 → u-boot-2026.01")
            .Shows(NanoPi, "source-missing u-boot-2026.01: new: not pinned", "", Attention.Error)
            .Counts(NanoPi, "boot-setting", 0);

    [Fact]
    public void Packages_that_come_and_go_are_shown_by_name() =>
        Replay.Of(world => world.Debian(
                "reference",
                distribution => distribution with
                {
                    Features =
                    [
                        .. distribution.Features.Select(feature => feature.Name != "containers" ? feature : feature with
                        {
                            Packages = ["crun", "podman"], Files = ["/usr/bin/crun", "/usr/bin/podman"],
                        }),
                    ],
                }).Lock(text => Sources(text, sources =>
                {
                    foreach (var source in sources)
                    {
                        if (!((string?)source["name"])!.StartsWith("userland-", StringComparison.Ordinal))
                            continue;
                        var umoci = source["packages"]!.AsArray().First(package => (string?)package!["package"] == "umoci")!;
                        umoci["package"] = "podman";
                        umoci["version"] = "4.3.1+ds1-8";
                    }
                })))
            .HasImpact(FieldImpact.Update)
            .Shows(NanoPi, "userland-setting distribution.userland.features.containers.packages: umoci → podman")
            .Shows(NanoPi, "userland-setting distribution.userland.features.containers.files: /usr/bin/umoci → /usr/bin/podman")
            .Shows(NanoPi, "source podman (userland-arm64): new: 4.3.1+ds1-8")
            .Shows(NanoPi, "source umoci (userland-arm64): gone: 0.4.7+ds-3+b7");

    private static Func<string, string> Version(string source, string package, string version) =>
        text => Edit(text, source, package, pin => pin["version"] = version);

    private static string Edit(string text, string source, string package, Action<JsonNode> edit) => Sources(
        text,
        sources =>
        {
            var packages = sources.Single(one => (string?)one["name"] == source)["packages"]!.AsArray();
            edit(packages.First(one => (string?)one!["package"] == package)!);
        });

    private static string Sources(string text, Action<List<JsonNode>> edit)
    {
        var root = JsonNode.Parse(text)!;
        var sources = root["sources"]!.AsArray().Select(source => source!.DeepClone()).ToList();
        edit(sources);
        root["sources"] = new JsonArray([.. sources]);
        return root.ToJsonString();
    }
}
