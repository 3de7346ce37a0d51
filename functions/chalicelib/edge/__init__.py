"""The counters: HTTP routes, event handlers, the command line.

Here a request becomes a call of an action, and a refusal becomes a status; nothing is decided here.
"""
