# Turns the runtime configuration that umoci makes from an image into the one to run.
# $wanted: the container's entry in the startup configuration; $volumes: the folder that holds its volumes.
# The root filesystem is the image, never written; what is to stay goes to a volume.
def bind($from; $to; $mode): {type: "bind", source: $from, destination: $to, options: ["rbind", "nosuid", "nodev", $mode]};
def ram($to): {type: "tmpfs", source: "tmpfs", destination: $to, options: ["nosuid", "nodev", "mode=1777", "size=64m"]};
# A command's words; what stands in quotes is one word. Nothing else is special: no shell sees it.
def words: [match("\"([^\"]*)\"|'([^']*)'|[^ \t\n]+"; "g") | ([.captures[].string | strings] | first) // .string];

# What a container may do as its own root, as podman has it.
def usual: ["chown", "dac_override", "fowner", "fsetid", "kill", "net_bind_service", "setfcap", "setgid", "setpcap", "setuid", "sys_chroot"];
def capabilities: usual + ($wanted.capabilities.add // []) - ($wanted.capabilities.drop // []) | unique | map("CAP_" + ascii_upcase);

.process.terminal = ($wanted.terminal // false)
| .process.noNewPrivileges = true
| .process.capabilities = (capabilities | {bounding: ., effective: ., permitted: .})
| .root.readonly = true
| .hostname = ($wanted.hostname // $wanted.name)
| if ($wanted.command // "") != "" then .process.args = ($wanted.command | words) else . end
| if $wanted.arguments then .process.args = $wanted.arguments else . end
| .process.env += [$wanted.env // [] | .[] | "\(.key)=\(.value)"]
| .mounts |= [.[] | select(.destination != "/etc/resolv.conf" and .destination != "/tmp" and .destination != "/run")]
    + [ram("/tmp"), ram("/run")]
    + [$wanted.volume // [] | .[] | bind($volumes + "/" + .name; .target; "rw")]
    + [$wanted.mount // [] | .[] | bind(.source; .target; if ."read-only" == false then "rw" else "ro" end)]
| if $wanted.network.host == true then
    .linux.namespaces |= [.[] | select(.type != "network")] | .mounts += [bind("/etc/resolv.conf"; "/etc/resolv.conf"; "ro")]
  else . end
