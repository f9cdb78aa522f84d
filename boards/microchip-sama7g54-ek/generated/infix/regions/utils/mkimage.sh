microchip-sama7g54-ek)
    if [ "$target" = "emmc" ]; then
        echo "sama7g54_ek_emmc_boot"
    else
        echo "sama7g54_ek_sd_boot"
    fi
    ;;
