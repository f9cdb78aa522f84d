raspberrypi-rpi64)
    echo "rpi64_boot"
    ;;
