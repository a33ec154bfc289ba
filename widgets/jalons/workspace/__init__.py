"""What a school saves on its own machine. See :mod:`jalons.workspace.store`."""
