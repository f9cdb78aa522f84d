# Turns the runtime configuration that umoci makes from an image into the one to run.
# $wanted: the container's entry in the startup configuration; $volumes: the folder that holds its volumes.
# The root filesystem is the image, never written; what is to stay goes to a volume.
def bind($from; $to; $mode): {type: "bind", source: $from, destination: $to, options: ["rbind", "nosuid", "nodev", $mode]};
def ram($to): {type: "tmpfs", source: "tmpfs", destination: $to, options: ["nosuid", "nodev", "mode=1777", "size=64m"]};

.process.terminal = ($wanted.terminal // false)
| .process.noNewPrivileges = true
| .root.readonly = true
| .hostname = ($wanted.hostname // $wanted.name)
| if ($wanted.command // "") != "" then .process.args = [$wanted.command | splits("[ \t\n]+") | select(. != "")] else . end
| if $wanted.arguments then .process.args = $wanted.arguments else . end
| .process.env += [$wanted.env // [] | .[] | "\(.key)=\(.value)"]
| .mounts |= [.[] | select(.destination != "/etc/resolv.conf" and .destination != "/tmp" and .destination != "/run")]
    + [ram("/tmp"), ram("/run")]
    + [$wanted.volume // [] | .[] | bind($volumes + "/" + .name; .target; "rw")]
    + [$wanted.mount // [] | .[] | bind(.source; .target; if ."read-only" == false then "rw" else "ro" end)]
| if $wanted.network.host == true then
    .linux.namespaces |= [.[] | select(.type != "network")] | .mounts += [bind("/etc/resolv.conf"; "/etc/resolv.conf"; "ro")]
  else . end
