# Writes the runtime configuration of a container. The input is what umoci makes of an image, and an image is foreign: only what
# stands under "what an image may say" is taken from it. Nothing else gets through, for crun obeys more than it documents:
# the annotation run.oci.seccomp.plugins, which umoci copies from a label, has it load a library as root on the host.
# $wanted: the container's entry in the startup configuration; $volumes: the folder that holds its volumes.
# The root filesystem is the image, never written; what is to stay goes to a volume.
def bind($from; $to; $mode): {type: "bind", source: $from, destination: $to, options: ["rbind", "nosuid", "nodev", $mode]};
def ram($to): {type: "tmpfs", source: "tmpfs", destination: $to, options: ["nosuid", "nodev", "mode=1777", "size=64m"]};
# A command's words; what stands in quotes is one word. Nothing else is special: no shell sees it.
def words: [match("\"([^\"]*)\"|'([^']*)'|[^ \t\n]+"; "g") | ([.captures[].string | strings] | first) // .string];

# What a container may do as its own root, as podman has it.
def usual: ["chown", "dac_override", "fowner", "fsetid", "kill", "net_bind_service", "setfcap", "setgid", "setpcap", "setuid", "sys_chroot"];
def capabilities: usual + ($wanted.capabilities.add // []) - ($wanted.capabilities.drop // []) | unique | map("CAP_" + ascii_upcase);

# What an image may say: its command, environment, user, working folder and volumes.
def member($name): if type == "object" then .[$name] else null end;
def items($name): member($name) | if type == "array" then .[] else empty end;
def id($name): member($name) | if type == "number" and . >= 0 and . < 4294967295 and . == floor then . else 0 end;
# Of a path: absolute, without '..', and not in what the kernel or the runtime puts there (/proc/self/fd leads out of the container).
def own_path: type == "string" and startswith("/")
    and (split("/") | map(select(. != "" and . != ".")) | all(. != "..") and ((first // "") | IN("proc", "sys", "dev") | not));
def image_process: member("process");
def image_user: image_process | member("user") | {uid: id("uid"), gid: id("gid"), additionalGids: [items("additionalGids") | {gid: .} | id("gid") | select(. > 0)]};
def image_args: [image_process | items("args") | strings];
def image_env: [image_process | items("env") | strings | select(index("=") > 0)];
def image_cwd: image_process | member("cwd") | if own_path then . else "/" end;
# umoci makes an image's volumes mounts of RAM; without a limit, as many as the image wants.
def image_volumes: [items("mounts") | select(member("type") == "tmpfs" and member("source") == "none") | .destination | select(own_path)] | unique | map(select(IN("/", "/tmp", "/run") | not)) | .[:16];

def mounts: [
    {destination: "/proc", type: "proc", source: "proc"},
    {destination: "/dev", type: "tmpfs", source: "tmpfs", options: ["nosuid", "strictatime", "mode=755", "size=65536k"]},
    {destination: "/dev/pts", type: "devpts", source: "devpts", options: ["nosuid", "noexec", "newinstance", "ptmxmode=0666", "mode=0620", "gid=5"]},
    {destination: "/dev/shm", type: "tmpfs", source: "shm", options: ["nosuid", "noexec", "nodev", "mode=1777", "size=65536k"]},
    {destination: "/dev/mqueue", type: "mqueue", source: "mqueue", options: ["nosuid", "noexec", "nodev"]},
    {destination: "/sys", type: "sysfs", source: "sysfs", options: ["nosuid", "noexec", "nodev", "ro"]},
    {destination: "/sys/fs/cgroup", type: "cgroup", source: "cgroup", options: ["nosuid", "noexec", "nodev", "relatime", "ro"]}
];

{
    ociVersion: "1.0.0",
    process: {
        terminal: ($wanted.terminal // false),
        user: image_user,
        args: (if $wanted.arguments then $wanted.arguments elif ($wanted.command // "") != "" then ($wanted.command | words) else image_args end),
        env: (image_env + [$wanted.env // [] | .[] | "\(.key)=\(.value)"]),
        cwd: image_cwd,
        capabilities: (capabilities | {bounding: ., effective: ., permitted: .}),
        rlimits: [{type: "RLIMIT_NOFILE", hard: 1024, soft: 1024}],
        noNewPrivileges: true
    },
    root: {path: "rootfs", readonly: true},
    hostname: ($wanted.hostname // $wanted.name),
    mounts: (mounts + [ram("/tmp"), ram("/run")] + (image_volumes | map(ram(.)))
        + [$wanted.volume // [] | .[] | bind($volumes + "/" + .name; .target; "rw")]
        + [$wanted.mount // [] | .[] | bind(.source; .target; if ."read-only" == false then "rw" else "ro" end)]
        + if $wanted.network.host == true then [bind("/etc/resolv.conf"; "/etc/resolv.conf"; "ro")] else [] end),
    linux: {
        namespaces: (["pid", "ipc", "uts", "mount"] + (if $wanted.network.host == true then [] else ["network"] end) | map({type: .})),
        resources: {devices: [{allow: false, access: "rwm"}]},
        maskedPaths: ["/proc/kcore", "/proc/latency_stats", "/proc/timer_list", "/proc/timer_stats", "/proc/sched_debug", "/sys/firmware", "/proc/scsi"],
        readonlyPaths: ["/proc/asound", "/proc/bus", "/proc/fs", "/proc/irq", "/proc/sys", "/proc/sysrq-trigger"]
    }
}
