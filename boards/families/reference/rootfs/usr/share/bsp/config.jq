# Reads a startup configuration and writes what to do, a line each:
#   error <where>: <what>      the configuration as a whole is not to be used
#   warning <where>: <what>    this part is ignored
#   <kind> <field> …           checked; no field holds a blank, a control character or anything else a shell would see
# The shape is that of Infix: RFC 7317 ietf-system, RFC 8343 ietf-interfaces, RFC 8344 ietf-ip, infix-containers.

# What a person typed, made safe to print.
def show: tojson | gsub("[^ -~]"; "?") | if length > 60 then .[0:57] + "..." else . end;
def error($where; $what): "error \($where): \($what)";
def warning($where; $what): "warning \($where): \($what)";

# The member $key, if there: an error when it is of another type, else f of it.
def member($key; $type; $where; f):
  if has($key) | not then empty
  elif .[$key] | type != $type then error("\($where)\($key)"; "must be \(if $type == "object" then "an" else "a" end) \($type), not \(.[$key] | show)")
  else .[$key] | f end;

# Each object of the list $key.
def each($key; $where; f):
  member($key; "array"; $where; .[] | if type == "object" then f else error("\($where)\($key)"; "holds \(show), which is no object") end);

# The members that are not among $known are named, so that nobody relies on what does not happen.
def only($known; $where): (keys - $known)[] | warning($where + (gsub("[^ -~]"; "?") | .[0:60]); "not supported, ignored");

def matches($regex): type == "string" and test("\\A(?:" + $regex + ")\\z");
def name($regex; $where; f): if .name | matches($regex) then f else error($where; "has no name, or one that cannot be used: \(.name | show)") end;
def twice($where): group_by(.)[] | select(length > 1) | error($where; "\(.[0] | show) is listed twice");
def names($key): [.[$key]? | arrays | .[] | objects | .name | strings];

def is_integer($min; $max): type == "number" and . == floor and . >= $min and . <= $max;
def is_ipv4: matches("[0-9]{1,3}([.][0-9]{1,3}){3}") and ([split(".")[] | tonumber] | all(. < 256));
def is_ipv6: matches("[0-9a-fA-F:.]{2,45}") and contains(":");
def is_path: matches("/[A-Za-z0-9._/-]{1,200}") and (split("/") | all(. != ".." and . != "."));

def hostname:
  if .hostname == null then "hostname %h"
  elif (.hostname | type) == "string" and (.hostname | gsub("%[hm]"; "x") | matches("[A-Za-z0-9]([A-Za-z0-9-]{0,61}[A-Za-z0-9])?"))
  then "hostname \(.hostname)"
  else error("ietf-system:system/hostname"; "\(.hostname | show) is no host name: letters, digits and '-', at most 63; %h is the board's own, %m the end of its MAC address") end;

def dns:
  member("dns-resolver"; "object"; "ietf-system:system/";
    each("server"; "dns-resolver/";
      ."udp-and-tcp".address? as $address
      | if ($address | is_ipv4) or ($address | is_ipv6) then "dns \($address)"
        else error("dns-resolver/server"; "\($address | show) is no address") end),
    member("search"; "array"; "dns-resolver/";
      .[] | if matches("[A-Za-z0-9]([A-Za-z0-9.-]{0,251}[A-Za-z0-9])?") then "search \(.)" else error("dns-resolver/search"; "\(show) is no domain") end));

def key($user; $where):
  if (.algorithm | matches("ssh-ed25519|ssh-rsa|ecdsa-sha2-nistp(256|384|521)|sk-ssh-ed25519@openssh.com")) and (."key-data" | matches("[A-Za-z0-9+/]{40,2000}={0,2}"))
  then "key \($user) \(.algorithm) \(."key-data") \(.name | if matches("[A-Za-z0-9@._-]{1,64}") then . else "-" end)"
  else error("\($where)/authorized-key \(.name | show)"; "is no SSH public key that this system knows") end;

def user:
  name("[a-z_][a-z0-9_-]{0,30}"; "authentication/user"; .name as $user | "user \($user)" as $where
  | if ["messagebus", "nobody"] | any(. == $user) then error($where; "is a name of the system") else
      (if .password == null then "user \($user) *"
       elif .password == "$factory$" then "user \($user) $factory$"
       elif .password | matches("\\$[56]\\$(rounds=[0-9]{1,9}\\$)?[./A-Za-z0-9]{1,16}\\$[./A-Za-z0-9]{43,86}") then "user \($user) \(.password)"
       else error($where + "/password"; "must be a SHA-256 or SHA-512 crypt hash ($5$… or $6$…), or $factory$") end),
      each("authorized-key"; $where + "/"; key($user; $where)),
      only(["name", "password", "authorized-key", "infix-system:shell"]; $where + "/") end);

def system:
  hostname, dns,
  (if has("authentication") then
     member("authentication"; "object"; "ietf-system:system/"; (names("user") | twice("authentication/user")), each("user"; "authentication/"; user))
   else "user admin $factory$" end),
  only(["hostname", "dns-resolver", "authentication", "contact", "location"]; "ietf-system:system/");

def interface_name: "[A-Za-z0-9][A-Za-z0-9_-]{0,14}([.][0-9]{1,4})?";
# 'all' and 'default' are what the kernel calls the settings of every interface.
def is_interface: matches(interface_name) and length <= 15 and . != "all" and . != "default";
def kind: (.type // "ethernet") | if type == "string" then sub("^(infix-if-type|iana-if-type):"; "") else show end
  | {ethernetCsmacd: "ethernet", softwareLoopback: "loopback", l2vlan: "vlan"}[.] // .;

def address($interface; $family; valid; $max):
  each("address"; "interface \($interface)/\($family)/";
    if (.ip | valid) and (."prefix-length" | is_integer(0; $max)) then "address \($interface) \(.ip)/\(."prefix-length")"
    else error("interface \($interface)/\($family)/address"; "\({ip, "prefix-length"} | show) is no address") end);

def link($name; $where):
  kind as $kind
  | if ["ethernet", "loopback"] | any(. == $kind) then empty
    elif ["bridge", "dummy"] | any(. == $kind) then "1 link \($name) \($kind)"
    elif $kind == "vlan" then ."infix-interfaces:vlan" as $vlan
      | if ($vlan | type) == "object" and ($vlan."lower-layer-if" | is_interface) and ($vlan.id | is_integer(1; 4094))
        then "2 vlan \($name) \($vlan."lower-layer-if") \($vlan.id)"
        else error($where + "/vlan"; "needs lower-layer-if and an id from 1 to 4094") end
    else error($where + "/type"; "\(.type | show) is not supported") end;

def interface:
  name(interface_name; "interface"; .name as $name | "interface \($name)" as $where
  | if $name | is_interface | not then error($where; "has a reserved name, or one of more than 15 characters") else
      link($name; $where),
      member("infix-interfaces:bridge-port"; "object"; $where + "/";
        if .bridge | is_interface then "3 port \($name) \(.bridge)" else error($where + "/bridge-port"; "\(.bridge | show) is no bridge") end),
      (if .enabled == null or .enabled == true then "5 up \($name)" elif .enabled == false then "4 down \($name)"
       else error($where + "/enabled"; "must be true or false, not \(.enabled | show)") end),
      member("ietf-ip:ipv4"; "object"; $where + "/";
        if .enabled == false then empty else
          (address($name; "ipv4"; is_ipv4; 32) | sub("^address"; "6 address")),
          (if has("infix-dhcp-client:dhcp") then "7 dhcp \($name)" else empty end) end),
      (if ."ietf-ip:ipv6" == null or ."ietf-ip:ipv6".enabled? == false then "4 ipv6 \($name) off" else "4 ipv6 \($name) on" end),
      member("ietf-ip:ipv6"; "object"; $where + "/";
        if .enabled == false then empty else address($name; "ipv6"; is_ipv6; 128) | sub("^address"; "6 address") end),
      only(["name", "type", "enabled", "description", "infix-interfaces:vlan", "infix-interfaces:bridge-port", "infix-interfaces:bridge", "ietf-ip:ipv4", "ietf-ip:ipv6"]; $where + "/") end);

def interfaces:
  (names("interface") | twice("interface")),
  # Links are there before what stands on them: the digit orders them, and goes.
  ([each("interface"; "ietf-interfaces:interfaces/"; interface)]
   | (.[] | select(test("^[0-9] ") | not)), ([.[] | select(test("^[0-9] "))] | sort_by(.[0:1])[] | .[2:])),
  only(["interface"]; "ietf-interfaces:interfaces/");

def route($family; valid; $default):
  member($family; "object"; "static-routes/";
    each("route"; "static-routes/";
      ."destination-prefix" as $to | ."next-hop"."next-hop-address"? as $via
      | if ($to | type) == "string" and ($to | split("/") | length == 2 and (.[0] | valid) and (.[1] | matches("[0-9]{1,3}"))) and ($via | valid)
        then "route \($to | if . == $default then "default" else . end) \($via)"
        else error("static-routes/route"; "\({"destination-prefix": $to, "next-hop-address": $via} | show) is no route") end));

def routing:
  member("control-plane-protocols"; "object"; "ietf-routing:routing/";
    each("control-plane-protocol"; "control-plane-protocols/";
      if .type == "infix-routing:static" or .type == "ietf-routing:static" then
        member("static-routes"; "object"; "control-plane-protocol/";
          route("ietf-ipv4-unicast-routing:ipv4"; is_ipv4; "0.0.0.0/0"), route("ietf-ipv6-unicast-routing:ipv6"; is_ipv6; "::/0"))
      else warning("control-plane-protocol \(.type | show)"; "not supported, ignored") end));

def mount($where):
  if (.source | is_path) and (.target | is_path) then empty
  else error("\($where)/mount \(.name | show)"; "needs source and target, absolute paths without '..'") end,
  only(["name", "source", "target", "read-only"]; $where + "/mount/");

def container:
  name("[a-z0-9][a-z0-9_-]{0,62}"; "container"; "container \(.name)" as $where
  | (if .image | matches("oci(-archive)?:/[A-Za-z0-9._/-]{1,200}(:[A-Za-z0-9_][A-Za-z0-9._-]{0,127})?") and (split("/") | all(. != ".." and . != ".")) then empty
     else error($where + "/image"; "\(.image | show) must be oci:/path[:tag] (an OCI layout) or oci-archive:/path[:tag] (one in a tar file)") end),
    (if .command == null or (.command | type) == "string" then empty else error($where + "/command"; "must be a string") end),
    (if .hostname == null or (.hostname | matches("[A-Za-z0-9]([A-Za-z0-9-]{0,61}[A-Za-z0-9])?")) then empty else error($where + "/hostname"; "\(.hostname | show) is no host name") end),
    (."restart-policy" as $policy | if [null, "never", "retry", "always"] | all(. != $policy) then error($where + "/restart-policy"; "is never, retry or always") else empty end),
    each("env"; $where + "/"; if (.key | matches("[a-zA-Z_][a-zA-Z0-9_]{0,252}")) and (.value | type) == "string" then empty
      else error($where + "/env"; "\(show) needs key and value") end),
    each("mount"; $where + "/"; mount($where)),
    each("volume"; $where + "/"; if (.name | matches("[a-zA-Z_][a-zA-Z0-9_]{0,63}")) and (.target | is_path) then empty
      else error($where + "/volume"; "\(show) needs name and target") end),
    member("network"; "object"; $where + "/"; only(["host"]; $where + "/network/")),
    member("capabilities"; "object"; $where + "/";
      (.add?, .drop? | select(. != null)) | if type == "array" and all(matches("[a-z_]{2,30}")) then empty
        else error($where + "/capabilities"; "\(show) must be a list of names such as net_admin") end),
    (if .enabled == false then empty else "container \(.name) \(if .manual == true then "manual" else "auto" end)" end),
    only(["name", "enabled", "image", "command", "hostname", "restart-policy", "manual", "env", "mount", "volume", "network", "capabilities", "read-only"]; $where + "/"));

def configuration:
  if type != "object" then error("configuration"; "must be an object, not \(show)") else
    (."ietf-system:system" // {} | if type == "object" then system else error("ietf-system:system"; "must be an object, not \(show)") end),
    member("ietf-interfaces:interfaces"; "object"; ""; interfaces),
    member("ietf-routing:routing"; "object"; ""; routing),
    member("infix-containers:containers"; "object"; ""; (names("container") | twice("container")), each("container"; "infix-containers:containers/"; container)),
    only(["ietf-system:system", "ietf-interfaces:interfaces", "ietf-routing:routing", "infix-containers:containers", "infix-meta:meta"]; "")
  end;

# The input is the list of the values in the file (jq --slurp).
if length == 0 then error("configuration"; "is empty")
elif length > 1 then error("configuration"; "holds \(length) JSON values, not one")
else .[0] | configuration end
