$(eval $(ix-board))
$(eval $(generic-package))
