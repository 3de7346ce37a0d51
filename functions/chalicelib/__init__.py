"""Map of the rooms.

galat      every refusal, one family
rules      what may happen to a thing: pure, no clock, no I/O
store      items: the port and the engines that keep it
records    nouns <-> items, written once for all engines
documents  files: the port, what a file must be, previews
notify     people: the port and its channels
siasn      BKN: the port
actions    one thing a person asked
edge       the counters: HTTP, events, command line
wiring     settings -> fitted ports
"""
