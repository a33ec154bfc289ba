"""``python -m jalons`` is the command ``jalons``."""

from jalons.cli import main

main()
