"""The port of BKN's SIASN. This round carries cases by hand and by file; a web-service adapter can keep the same port later."""
