bananapi-bpi-r3)
    if [ "$target" = "emmc" ]; then
        echo "bpi_r3_emmc_boot"
    else
        echo "bpi_r3_sd_boot"
    fi
    ;;
