"""The press: templates, content and schemas become `build/site`, a folder of static files that any server can show.

build.py calls it; nothing of the product imports it.
"""
