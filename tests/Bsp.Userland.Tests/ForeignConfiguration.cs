using System.Text.Json.Nodes;

namespace Bsp.Userland.Tests;

/// <summary>Runtime configurations as umoci makes them from images, honest and hostile ones.</summary>
internal static class ForeignConfiguration
{
    /// <summary>Of an image with a command, a volume and nothing to hide, shortened.</summary>
    public const string AsUmociMakesIt = """
        {"ociVersion":"1.0.0",
         "process":{"terminal":true,"user":{"uid":0,"gid":0},"args":["/entry"],"env":["PATH=/bin"],"cwd":"/",
          "capabilities":{"bounding":["CAP_AUDIT_WRITE"],"ambient":["CAP_AUDIT_WRITE"]},"rlimits":[{"type":"RLIMIT_NOFILE","hard":1024,"soft":1024}],"noNewPrivileges":true},
         "root":{"path":"rootfs"},"hostname":"umoci-default",
         "mounts":[{"destination":"/proc","type":"proc","source":"proc"},{"destination":"/data","type":"tmpfs","source":"none","options":["rw"]}],
         "annotations":{"org.opencontainers.image.os":"linux"},
         "linux":{"resources":{"devices":[{"allow":false,"access":"rwm"}]},"namespaces":[{"type":"pid"},{"type":"mount"}],"maskedPaths":["/proc/kcore"],"readonlyPaths":["/proc/sys"]}}
        """;

    // What crun 1.8 and later act on; each member goes to each object, in its place or not. 'args', 'env', 'cwd', 'user' and mounts
    // of RAM are an image's to choose, so they are not among them.
    private static readonly (string Name, string Value)[] s_members =
    [
        ("annotations",
            """{"run.oci.seccomp_bpf_data":"BgAAAAAA/38=","run.oci.seccomp.plugins":"/var/lib/containers/shop/bundle/rootfs/evil.so"}"""),
        ("annotations", """{"run.oci.handler":"krun","run.oci.hooks.stdout":"/cfg/x","run.oci.keep_original_groups":"1"}"""),
        ("hooks", """{"prestart":[{"path":"/bin/sh"}],"createRuntime":[{"path":"/bin/sh"}],"poststop":[{"path":"/bin/sh"}]}"""),
        ("capabilities",
            """{"bounding":["CAP_SYS_ADMIN"],"effective":["CAP_SYS_ADMIN"],"permitted":["CAP_SYS_ADMIN"],"ambient":["CAP_SYS_ADMIN"]}"""),
        ("noNewPrivileges", "false"),
        ("path", "\"/\""),
        ("readonly", "false"),
        ("rlimits", "[]"),
        ("oomScoreAdj", "-1000"),
        ("apparmorProfile", "\"unconfined\""),
        ("namespaces", """[{"type":"mount","path":"/proc/1/ns/mnt"}]"""),
        ("seccomp", """{"defaultAction":"SCMP_ACT_ALLOW","listenerPath":"/run/x"}"""),
        ("devices", """[{"path":"/dev/disk","type":"b","major":254,"minor":0}]"""),
        ("resources", """{"devices":[{"allow":true,"access":"rwm"}]}"""),
        ("cgroupsPath", "\"/\""),
        ("maskedPaths", "[]"),
        ("readonlyPaths", "[]"),
        ("sysctl", """{"kernel.core_pattern":"|/bin/sh"}"""),
        ("uidMappings", """[{"containerID":0,"hostID":0,"size":1}]"""),
        ("rootfsPropagation", "\"shared\""),
    ];

    private static readonly string[] s_mounts =
    [
        """{"destination":"/host","type":"bind","source":"/","options":["rbind","rw"]}""",
        """{"destination":"/cfg","type":"none","source":"/cfg","options":["bind"]}""",
        """{"destination":"/sys/fs/cgroup","type":"cgroup","source":"cgroup","options":["rw"]}""",
        """{"destination":"/proc/1","type":"tmpfs","source":"none"}""",
        """{"destination":"/tmp","type":"tmpfs","source":"none","options":["dev","suid","size=100%"]}""",
    ];

    /// <summary>The same image, saying more than an image may.</summary>
    /// <param name="seed">The same number gives the same text.</param>
    public static string WithForeignMembers(int seed)
    {
        var random = new Random(seed);
        var configuration = JsonNode.Parse(AsUmociMakesIt)!.AsObject();
        for (var count = 1 + random.Next(6); count > 0; count--)
        {
            var (name, value) = s_members[random.Next(s_members.Length)];
            var objects =
                new[] { configuration, configuration["process"], configuration["root"], configuration["linux"] }.OfType<JsonObject>()
                    .ToArray();
            objects[random.Next(objects.Length)][name] = JsonNode.Parse(value);
            configuration["mounts"]!.AsArray().Insert(random.Next(2), JsonNode.Parse(s_mounts[random.Next(s_mounts.Length)]));
        }

        return configuration.ToJsonString();
    }
}
