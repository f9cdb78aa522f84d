friendlyarm-nanopi-r2s)
    echo "nanopi_r2s_boot"
    ;;
