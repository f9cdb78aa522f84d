#!/usr/bin/env bash
# Compiles the build in build/ when it has changed, and runs it: ./build.sh [TARGET…] [--parameter value…]
set -euo pipefail

root=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
state=$root/.nuke/temp
export DOTNET_CLI_TELEMETRY_OPTOUT=1 DOTNET_NOLOGO=1 NUKE_TELEMETRY_OPTOUT=1
# Whatever the current folder is, the build's root is here.
export NUKE_ROOT=$root

say() { printf 'build.sh: %s\n' "$*" >&2; }
fail() { say "$*"; exit 1; }

usage() {
  cat <<'HELP'
Usage: ./build.sh [TARGET…] [--parameter value…]

  ./build.sh Image --board qemu-aarch64    build firmware into artifacts/images/qemu-aarch64/
  ./build.sh Run --board qemu-aarch64      start it in QEMU
  ./build.sh List                          the boards

Of build.sh itself:
  --no-install             print the command that installs missing host packages, do not run it
  BSP_NUKE=package|fallback (environment) run the build on Nuke.Common, or on build/fallback;
                           without it, Nuke.Common where it can be restored

HELP
}

# --- arguments ---------------------------------------------------------------------------------------------------

install=yes
help=no
arguments=()
for argument in "$@"; do
  case $argument in
    --no-install) install=no ;;
    -h | -help | --help) help=yes; arguments+=(--help) ;;
    *) arguments+=("$argument") ;;
  esac
done
[[ $help = no ]] || usage

# --- what the machine needs --------------------------------------------------------------------------------------

command -v dotnet >/dev/null || fail "there is no 'dotnet' in PATH; install the .NET SDK that global.json names (https://dotnet.microsoft.com/download)"

# One dpkg-query costs 10 ms; its answer holds until dpkg's database or the list changes.
check_host_packages() {
  local list=$root/build/host-packages database=/var/lib/dpkg/status stamp=$state/host-packages.stamp packages missing command
  [[ -e $database ]] || { say "this is no Debian system: install what build/host-packages lists by hand"; return 0; }
  [[ -e $stamp && $stamp -nt $database && $stamp -nt $list ]] && return 0
  mapfile -t packages < <(sed 's/#.*//' "$list" | tr -s ' \t' '\n' | sed '/^$/d')
  mapfile -t missing < <(comm -23 <(printf '%s\n' "${packages[@]}" | sort -u) \
    <(dpkg-query --show --showformat '${db:Status-Status} ${Package}\n' "${packages[@]}" 2>/dev/null | sed -n 's/^installed //p' | sort -u))
  if ((${#missing[@]})); then
    command="apt-get install --yes --no-install-recommends -o DPkg::Lock::Timeout=300 ${missing[*]}"
    [[ $EUID = 0 ]] || command="sudo $command"
    if [[ $install = no ]]; then
      say "these host packages are missing; install them with:"
      printf '%s\n' "$command"
      exit 1
    fi
    say "installing ${#missing[@]} host packages: ${missing[*]}"
    [[ $EUID = 0 ]] || command -v sudo >/dev/null || fail "that needs root, and there is no sudo; as root: ${command#sudo }"
    # Package lists may be absent or old; that they cannot be refreshed matters only when the install fails.
    ${command%%apt-get*}apt-get update -qq -o DPkg::Lock::Timeout=300 || true
    DEBIAN_FRONTEND=noninteractive $command >&2 || fail "the host packages could not be installed; see apt's message above"
  fi
  mkdir -p "$state"
  touch "$stamp"
}

# --- the build itself --------------------------------------------------------------------------------------------

# Paths, sizes and times of all that the build is compiled from: quick, and enough to see a change.
inputs() {
  cd "$root"
  { dotnet_version; echo "$1"
    find build src Directory.Build.props Directory.Packages.props global.json .editorconfig \
      \( -name bin -o -name obj \) -prune -o -type f -printf '%p %s %T@\n'; } | sort | sha256sum
}

# `dotnet --version` takes 60 ms; the SDKs are folders.
dotnet_version() { local host; host=$(readlink -f "$(command -v dotnet)"); ls -d "${host%/*}"/sdk/*/ 2>/dev/null || true; }

# Remembered per package version: a mirror that lacks Nuke.Common is asked once.
choose_provider() {
  local version remembered=$state/nuke-provider log=$state/restore-package.log error
  version=$(sed -n 's/.*Include="Nuke.Common" Version="\([^"]*\)".*/\1/p' "$root/Directory.Packages.props")
  case ${BSP_NUKE:-} in
    package | fallback) provider=$BSP_NUKE; return ;;
    '') ;;
    *) fail "BSP_NUKE is '$BSP_NUKE'; it may be 'package' or 'fallback'" ;;
  esac
  if [[ -e $remembered && $(<"$remembered") = *" $version" ]]; then
    read -r provider _ <"$remembered"
    return
  fi
  if (cd "$root" && dotnet restore build/_build.csproj -p:NukeProvider=package -nodeReuse:false -v:quiet) >"$log" 2>&1 9>&-; then
    provider=package
    say "Nuke.Common $version was restored: the build runs on it"
  else
    provider=fallback
    error=$(grep -m1 -oE 'error [A-Z]+[0-9]+: .*' "$log" || tail -1 "$log")
    case $error in
      # No such package; no such version; no answer.
      'error NU1101:'* | 'error NU1102:'* | 'error NU1301:'*) say "Nuke.Common $version is not available here: ${error#error }" ;;
      *) say "Nuke.Common $version is there, but its restore fails: ${error#error }" ;;
    esac
    say "the build runs on build/fallback; it asks again when .nuke/temp/nuke-provider is deleted"
  fi
  echo "$provider $version" >"$remembered"
}

compile() {
  local log=$state/compile.log
  say "compiling the build (Nuke provider: $provider)"
  # No compiler server, no waiting build nodes: they would hold old generators.
  if ! (cd "$root" && dotnet build build/_build.csproj -p:NukeProvider="$provider" -p:UseSharedCompilation=false -nodeReuse:false \
    -v:quiet -nologo) >"$log" 2>&1 9>&-; then
    grep -E ': (error|warning) ' "$log" | sort -u | head -30 >&2 || tail -30 "$log" >&2
    grep -qE ': error ' "$log" || tail -30 "$log" >&2
    fail "the build does not compile; the whole output is in ${log#"$PWD/"}"
  fi
}

mkdir -p "$state" || fail "'$state' cannot be made; the tree must be writable"
[[ $help = yes ]] || check_host_packages

# Two at once in one tree: the second waits until the first has compiled. What is started meanwhile and may outlive this
# (dotnet's build nodes wait for minutes) gets no hold of the lock: 9>&-.
exec 9>"$state/compile.lock"
flock 9
choose_provider
stamp=$state/build-$provider.stamp
dll=$root/build/bin/$provider/Debug/_build.dll
now=$(inputs "$provider")
if [[ ! -e $dll || ! -e $stamp || $(<"$stamp") != "$now" ]]; then
  rm -f "$stamp"
  compile
  echo "$now" >"$stamp"
fi
exec 9>&-
# Nuke would empty it first, and takes it for locked while a build on the fallback writes to it.
[[ $provider = fallback ]] || rm -f "$state/build.log"

exec dotnet "$dll" ${arguments[@]+"${arguments[@]}"}
