define STYX_DCP_SC_28P_INSTALL_LINKS
	mkdir -p $(TARGET_DIR)/boot/styx
	ln -sfn dcp-sc-28p-a.dtb $(TARGET_DIR)/boot/styx/styx.dtb
	mkdir -p $(TARGET_DIR)/boot/styx
	ln -sfn dcp-sc-28p-b.dtb $(TARGET_DIR)/boot/styx/styx-b.dtb
endef
STYX_DCP_SC_28P_POST_INSTALL_TARGET_HOOKS += STYX_DCP_SC_28P_INSTALL_LINKS

$(eval $(ix-board))
$(eval $(generic-package))
