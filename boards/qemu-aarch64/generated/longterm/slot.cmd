# U-Boot's boot script runs this when its signature is good; the slot and rootdev come from there.
setenv bootargs "rauc.slot=${slot}"
setenv bootargs "${bootargs}" 'console=ttyAMA0,115200n8'
setenv bootargs "${bootargs}" 'panic=5'
setenv bootargs "${bootargs}" 'loglevel=4'
setenv bootargs "${bootargs} root=/dev/dm-0 rootfstype=squashfs ro dm-mod.create=\"vroot,,,ro,0 @VERITY_SECTORS@ verity 1 ${rootdev} ${rootdev} 4096 4096 @VERITY_BLOCKS@ @VERITY_BLOCKS@ sha256 @VERITY_ROOT@ @VERITY_SALT@ 1 restart_on_corruption\" dm-mod.waitfor=${rootdev}"
setenv verified 1
