"""Nouns <-> items: one module per noun says where it lies, which index entries it has, and how it is read back."""
