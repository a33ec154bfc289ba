"""What a school saves: every state of every document, for ever, on its own machine or server.

:class:`jalons.workspace.store.Workspace` is the door; the errors are in
:mod:`jalons.workspace.domain`. Importing this package loads nothing.
"""
