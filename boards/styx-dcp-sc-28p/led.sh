#!/bin/sh
# The lights of the switch ports: the kernel's netdev trigger shows link and traffic on each port's own light ("…:tp" or "…p").

lights()
{
    for light in /sys/class/leds/*mdio-mii*$1; do
        [ -e "$light/brightness" ] && echo "$light"
    done
}

clear()
{
    lights | while read -r light; do
        echo 0 > "$light/brightness"
    done
}

setup()
{
    lights p | while read -r light; do
        echo netdev > "$light/trigger"
    done
    # The trigger's files are there a moment later.
    sleep 1
    lights p | while read -r light; do
        for event in link rx tx; do
            echo 1 > "$light/$event"
        done
    done
}

# All lights blink six times a second, so that the device is found in a rack.
flash()
{
    lights | while read -r light; do
        echo timer > "$light/trigger"
        echo 84 > "$light/delay_on"
        echo 84 > "$light/delay_off"
    done
    sleep "$1"
    clear
}

list()
{
    lights p | while read -r light; do
        printf '%4s %s\n' "$(cat "$light/device_name" 2>/dev/null)" "${light##*/}"
    done | sort
}

case $1 in
    start)
        initctl -nbq cond clear led
        clear
        setup
        ;;
    stop)
        clear
        ;;
    setup)
        setup
        ;;
    flash)
        flash "${2:-5}"
        setup
        ;;
    list | ls)
        list
        ;;
    *)
        echo "usage: $0 start | stop | setup | flash [SECONDS] | list" >&2
        [ "$1" = help ]
        ;;
esac
