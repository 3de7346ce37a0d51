"""Nouns <-> items: one module per noun says where it lies, which index entries it has, and how it is read back.

Every partition and index of SIKAP, in one table ("-" is a lone item):

noun        pk                    sk                  indexes
pegawai     PEGAWAI#id            -                   g1 UNIT#unit (UNIT#-: of no unit)   g4 TELEPON#e164
meleset     NIP-MELESET#id        -                   g1 NIP-MELESET   g2 NIP-MELESET-OPD#opd (refused rows: a NIP one digit off; dismissed: NIP-ABAI, NIP-ABAI-OPD#opd)
nip         NIP#digits            -                   (claims the number for one pegawai)
riwayat     PEGAWAI#id            RIWAYAT             (confirmed facts the rules judge by)
fakta       FAKTA#id              -                   g1 FAKTA-ORANG#pegawai   g2 FAKTA-ANTRE   g3 FAKTA-OPD#opd   g4 FAKTA-MENUNGGU#pegawai (but for g1 while undecided)
ramal       RAMAL-ANTRE           pegawai             (answers to be computed anew, at once)
giliran     RAMAL-PUTARAN         pegawai             (answers to be computed anew in the month's round)
ramalan     PEGAWAI#id            RAMALAN             g1 RAMAL-OPD#opd   g2 RAMAL-SEMUA   g3 CELAH-OPD#opd   g4 CELAH-SEMUA
hitungan    HITUNG-RAMAL          opd, UNIT#unit      (counts of the forecast, kept with each person)
penanda     RAMALAN               penanda             (how far the month's round has come)
terbuka     PEGAWAI#id            TERBUKA#layanan     (the one open usulan of a person)
usulan      USULAN#id             -                   g1 MILIK#pegawai   g2 STATUS#status   g3 OPD-USULAN#opd   g4 PETUGAS#verifikator   g5 PERIODE#tmt
laporan     LAPORAN               usulan              (counts of the open cases, made anew now and then)
angkatan    ANGKATAN#kolektif     usulan              (who was proposed by one covering letter)
peristiwa   USULAN#id             P#000001
berkas      BERKAS#id             -                   g1 MASUK, g4 TIKET#akun (while waiting)   g2 PRATINJAU (while not drawn)   g3 UTUH (received and whole) or RUSAK (found damaged)
                                                        g1 TINJAU (no longer waiting: when the retention table is asked)   g4 AKAN-DIHAPUS, DITAHAN, DIHAPUS
hapus       HAPUS#sha256          -                   g1 HAPUS-ISI (bytes whose deletion is owed)
retensi     RETENSI               yyyy-mm-dd          (what was announced, deleted, freed that day)
putaran     RETENSI-JALAN         -                   (when the sweep last came to rest)
langkah     RETENSI-LANGKAH       work                (how far a walk over what is kept has come)
tahanan     PEGAWAI#id            TAHAN               g1 ORANG-DITAHAN (all his documents are held)
arsip       ARSIP#pegawai         SLOT#slot           (newest version and count)
versi       ARSIP#pegawai         V#slot#0001         (each version, newest last)
isi         ISI#sha256            pegawai             (these bytes are in his archive)
asal        ASAL#sha256           pegawai             (the photo that a page of his archive was made of)
titipan     TITIPAN#akun          sha256              g1 TITIPAN (PDFs of unknown owner, until sent or swept)
akun        AKUN#id               -
peran       PERAN#peran           unit#id             (who holds a role, where)
sesi        SESI#hash             -                   g1 SESI-AKUN#id
kode        KODE#akun             tujuan
masuk       MASUK#hmac            -                   (failed sign-ins, known NIP or not)
laju        LAJU#hmac             -                   (questions of one address where nobody signs in)
kabar       KABAR#id              -                   g1 KOTAK#akun   g2 KELUAR (while owed), HITUNG-KABAR (until counted)   g3 KEADAAN#keadaan   g4 TANDA#code
                                                        g5 ANTRE#akun (while it may still be merged with others)
jumlah      HITUNG-KABAR#yyyy-mm  HARI#, OPD#, JENIS#, KANAL#…  (what became of a month's messages)
sebulan     HITUNG-KABAR          yyyy-mm             (the same of whole months, with what is billed)
kuota       KUOTA#yyyy-mm-dd      ORANG#akun, JUMLAH  (when one was written to today, and to how many people)
kanal       KANAL                 channel, channel#N5 (until when it, or one kind of message on it, rests, and why)
pilihan     PILIHAN#akun          -                   (how a person wants to be told, and whose phone it is)
jadwal      JADWAL#yyyy-mm-dd     kode#…, SELESAI#kode (what was said by itself that day, and to whom)
atur jadwal ATUR-JADWAL           000001              (versions of what is said by itself, and from which hour)
libur       LIBUR#yyyy            000001              (versions of a year's holidays)
nomor mati  NOMOR-MATI#opd        pegawai             g1 NOMOR-MATI (work for the pengelola)
n17         JADWAL#N17#tmt        pegawai             (was told that he is expected to be eligible then)
menu        MENU#sender           -                   (what a number means that he sends back)
surat masuk WEBHOOK#sha256        -                   g1 SURAT-MASUK (while waiting)
periode     PERIODE               tmt
unit        UNIT                  id                  g1 INDUK#id
impor       IMPOR#id              -                   g1 IMPOR   g2 KERJA (while the worker owes it)
riwayat baru IMPOR-RIWAYAT#id     -                   g1 IMPOR-RIWAYAT   g2 KERJA-RIWAYAT (while the worker owes it)
nomor baru  IMPOR-NOMOR#id        -                   g1 IMPOR-NOMOR   g2 KERJA-NOMOR (while the worker owes it)
peta nomor  PEMETAAN-NOMOR        sidik               (headings of a file of numbers -> columns)
pemetaan    PEMETAAN              sidik               (headings of a source -> columns)
baris       IMPOR#id              BARIS#macam#000001
catatan     CATATAN#yyyy-mm       time#id             (acts that are not on a case)
nama berkas NAMA-BERKAS           -                   (how documents are named for BKN)
paket       PAKET#id              -                   g1 PAKET   g2 KERJA-PAKET (while the worker owes it)   g3 PAKET-ADA (while its ZIPs lie there)
nomor       NOMOR#deret           -                   (a counter)
"""
