"""Nouns <-> items: one module per noun says where it lies, which index entries it has, and how it is read back.

Every partition and index of SIKAP, in one table ("-" is a lone item):

noun        pk                    sk                  indexes
pegawai     PEGAWAI#id            -                   g1 UNIT#unit   g2 OPD#opd   g3 CELAH#opd   g4 TELEPON#e164
nip         NIP#digits            -                   (claims the number for one pegawai)
riwayat     PEGAWAI#id            RIWAYAT             (confirmed facts the rules judge by)
fakta       FAKTA#id              -                   g1 FAKTA-ORANG#pegawai   g2 FAKTA-ANTRE   g3 FAKTA-OPD#opd (both while undecided)
ramal       RAMAL-ANTRE           pegawai             (answers to be computed anew)
ramalan     PEGAWAI#id            RAMALAN             g1 RAMAL-OPD#opd   g2 RAMAL-SEMUA   g3 CELAH-OPD#opd   g4 CELAH-SEMUA
hitungan    HITUNG-RAMAL          opd                 (counts of the forecast, kept with each person)
penanda     RAMALAN               penanda             (how far the month's round has come)
terbuka     PEGAWAI#id            TERBUKA#layanan     (the one open usulan of a person)
usulan      USULAN#id             -                   g1 MILIK#pegawai   g2 STATUS#status   g3 OPD-USULAN#opd   g4 PETUGAS#verifikator   g5 PERIODE#tmt
peristiwa   USULAN#id             P#000001            g1 RANTAI#yyyy-mm-dd (for the daily digest)
berkas      BERKAS#id             -                   g1 MASUK (while waiting)   g2 PRATINJAU (while not drawn)   g3 UTUH (received and whole)
arsip       ARSIP#pegawai         SLOT#slot           (newest version and count)
versi       ARSIP#pegawai         V#slot#0001         (each version, newest last)
isi         ISI#sha256            pegawai             (these bytes are in his archive)
akun        AKUN#id               -
peran       PERAN#peran           unit#id             (who holds a role, where)
sesi        SESI#hash             -                   g1 SESI-AKUN#id
kode        KODE#akun             tujuan
masuk       MASUK#hmac            -                   (failed sign-ins, known NIP or not)
kabar       KABAR#id              -                   g1 KOTAK#akun   g2 KELUAR (while owed)   g3 KEADAAN#keadaan   g4 TANDA#code
kuota       KUOTA#yyyy-mm-dd      ORANG#akun, JUMLAH  (how many people were written to today)
kanal       KANAL                 channel, channel#N5 (until when it, or one kind of message on it, rests, and why)
berhenti    BERHENTI              akun                (wants no messages but those he is owed)
jadwal      JADWAL#yyyy-mm-dd     kode#…, SELESAI     (what was said by itself that day, and to whom)
nomor mati  NOMOR-MATI#opd        pegawai             g1 NOMOR-MATI (work for the pengelola)
surat masuk WEBHOOK#sha256        -                   g1 SURAT-MASUK (while waiting)
periode     PERIODE               tmt
unit        UNIT                  id                  g1 INDUK#id
impor       IMPOR#id              -                   g1 IMPOR   g2 KERJA (while the worker owes it)
riwayat baru IMPOR-RIWAYAT#id     -                   g1 IMPOR-RIWAYAT   g2 KERJA-RIWAYAT (while the worker owes it)
pemetaan    PEMETAAN              sidik               (headings of a source -> columns)
baris       IMPOR#id              BARIS#macam#000001
catatan     CATATAN#yyyy-mm       time#id             (acts that are not on a case)
nomor       NOMOR#deret           -                   (a counter)
"""
