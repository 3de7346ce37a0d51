"""Kamus SIKAP: the words of the office, one meaning each.

pegawai     a civil servant (PNS) on the roster
opd         an office of the county; units below it are the same noun with a parent
usulan      a proposal to raise one pegawai by one golongan ruang, from draft to decree
berkas      one version of one document in a pegawai's archive
slot        the place a document fills: "sk-kp", "skp-2025", "ijazah-s1"
butir       one line of a usulan's checklist: a slot, the berkas in it, and what was decided about it
peristiwa   one act on a usulan; never changed, never deleted; each carries the hash of the one before
kabar       one message owed to one person
periode     one effective date for promotions, with its five dates
pelaku      who is asking, and in which roles
temuan      one thing found by a rule, with its legal basis
"""
