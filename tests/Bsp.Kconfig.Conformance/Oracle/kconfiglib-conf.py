# conf's command line for the Kconfiglib of the tree in $srctree.
import os
import sys

sys.path.insert(0, os.path.join(os.environ["srctree"], "scripts", "kconfig"))
import kconfiglib

mode, root = sys.argv[1:3]
name, _, file = mode.partition("=")
kconf = kconfiglib.Kconfig(root, warn_to_stderr=False)
kconf.load_config(file if name == "--defconfig" else ".config")
if name == "--savedefconfig":
    kconf.write_min_config(file)
else:
    kconf.write_config(".config", save_old=False)
