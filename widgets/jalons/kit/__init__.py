"""What ``kit.py`` does: prepare ``.venv`` beside it from the lock files, start the tools in it.

It runs before anything is installed, so it imports only the standard library and itself; it runs
in the folder of ``kit.py``, and writes nowhere but there and in the caches of pip and uv. It
refuses to know what the kit teaches.
"""
