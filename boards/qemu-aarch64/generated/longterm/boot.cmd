# U-Boot's boot script. Of what it reads from the disk it trusts only what a signature covers.

# The counters. What the file does not have is unset afterwards.
setenv BOOT_ORDER
setenv BOOT_primary_LEFT
setenv BOOT_secondary_LEFT
if load virtio 0#aux 0x48000000 uboot.env 0x4000; then
  env import -c 0x48000000 0x4000 BOOT_ORDER BOOT_primary_LEFT BOOT_secondary_LEFT
fi

# Anybody can write that file. This shell reads expanded values once more, so before the first expansion
# everything that means something to it goes. (U-Boot's regular expressions have no ranges.)
if env exists BOOT_ORDER; then
  setexpr BOOT_ORDER gsub "[^abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789_]" " " || setenv BOOT_ORDER
fi
if env exists BOOT_primary_LEFT; then
  setexpr BOOT_primary_LEFT gsub "[^0123456789]" "x" || setenv BOOT_primary_LEFT
fi
if env exists BOOT_secondary_LEFT; then
  setexpr BOOT_secondary_LEFT gsub "[^0123456789]" "x" || setenv BOOT_secondary_LEFT
fi

# A counter that is missing or makes no sense means all tries, an order without one of our slots means all slots.
setenv known 0
for count in 0 1 2 3; do
  if test "${BOOT_primary_LEFT}" = ${count}; then setenv known 1; fi
done
if test ${known} = 0; then setenv BOOT_primary_LEFT 3; fi
setenv known 0
for count in 0 1 2 3; do
  if test "${BOOT_secondary_LEFT}" = ${count}; then setenv known 1; fi
done
if test ${known} = 0; then setenv BOOT_secondary_LEFT 3; fi
setenv known 0
for name in ${BOOT_ORDER}; do
  if test ${name} = primary; then setenv known 1; fi
  if test ${name} = secondary; then setenv known 1; fi
done
if test ${known} = 0; then setenv BOOT_ORDER "primary secondary"; fi

setenv tried 0
for name in ${BOOT_ORDER}; do
  setenv slot
  setenv left 0
  if test ${name} = primary; then
    setenv slot primary
    setenv left ${BOOT_primary_LEFT}
    setenv bootpart primary-boot
    setenv rootpart primary
  fi
  if test ${name} = secondary; then
    setenv slot secondary
    setenv left ${BOOT_secondary_LEFT}
    setenv bootpart secondary-boot
    setenv rootpart secondary
  fi
  if test ${left} != 0; then
    # The try is counted before it is made: whatever happens from here on, it counts.
    setenv tried 1
    setexpr left ${left} - 1
    setenv BOOT_${slot}_LEFT ${left}
    echo "boot: slot ${slot}, ${left} more tries"
    env export -c -s 0x4000 0x48000000 BOOT_ORDER BOOT_primary_LEFT BOOT_secondary_LEFT
    save virtio 0#aux 0x48000000 uboot.env 0x4000 || echo "boot: the counters cannot be saved"

    setenv verified 0
    setenv bootargs
    setenv rootdev
    part number virtio 0 ${rootpart} number && part uuid virtio 0:${number} uuid && setenv rootdev PARTUUID=${uuid}
    if read virtio 0#${bootpart} 0x50000000 0 1 && fdt addr 0x50000000 && fdt header get size totalsize; then
      setexpr sectors ${size} + 0x1ff
      setexpr sectors ${sectors} / 0x200
      if itest ${sectors} > 0x10000; then
        echo "boot: what is in ${bootpart} claims to be larger than the memory for it"
      elif read virtio 0#${bootpart} 0x50000000 0 ${sectors}; then
        # Naming a configuration makes both commands demand its signature. The script in it sets bootargs and verified.
        source 0x50000000#slot
        if test ${verified} = 1; then bootm 0x50000000#slot; fi
      fi
    fi
    echo "boot: slot ${slot} does not start"
  fi
done

# Nothing started. Slots that have tries left get them after the reset.
if test ${tried} = 0; then
  echo "all slots have used up their tries; trying again in 60 s"
  sleep 60
  # RAUC takes a slot that it writes out of the order: half written, it is not to be tried even now.
  for name in ${BOOT_ORDER}; do
    if test ${name} = primary; then setenv BOOT_primary_LEFT 3; fi
    if test ${name} = secondary; then setenv BOOT_secondary_LEFT 3; fi
  done
  env export -c -s 0x4000 0x48000000 BOOT_ORDER BOOT_primary_LEFT BOOT_secondary_LEFT
  save virtio 0#aux 0x48000000 uboot.env 0x4000
fi
reset
