define ACME_ROUTER_LINUX_CONFIG_FIXUPS
	# The first is on in the architecture's defconfig, the second a module.
	$(call KCONFIG_ENABLE_OPT,CONFIG_ALREADY_ON)
	$(call KCONFIG_ENABLE_OPT,CONFIG_ALREADY_MODULE)
	$(call KCONFIG_ENABLE_OPT,CONFIG_ACME_SOC)
	$(call KCONFIG_SET_OPT,CONFIG_ACME_ETH,m)
	# $(call KCONFIG_ENABLE_OPT,CONFIG_ACME_WATCHDOG)
	$(call KCONFIG_DISABLE_OPT,CONFIG_OTHER_SOC)
	$(call KCONFIG_SET_OPT,CONFIG_ACME_ETH,m)
endef

$(eval $(ix-board))
$(eval $(generic-package))
