starfive-visionfive2)
    echo "visionfive2_boot"
    ;;
