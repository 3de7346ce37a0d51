"""Words from which invented people are made. Any likeness to a living person is chance: names are drawn, serials are 901-999."""

from __future__ import annotations

LAKI = (
    "Agus", "Ahmad", "Andik", "Anton", "Arif", "Bambang", "Basuki", "Budi", "Cahyo", "Catur", "Darmanto", "Dedi", "Didik",
    "Djoko", "Dwi", "Edy", "Eko", "Endro", "Fajar", "Fauzi", "Gatot", "Gunawan", "Hadi", "Hari", "Hendro", "Heri", "Imam",
    "Indra", "Irfan", "Iwan", "Jatmiko", "Joko", "Kusnadi", "Lilik", "Luqman", "Ma'ruf", "Mohammad", "Muhammad", "Mulyono",
    "Nanang", "Nur", "Nurhadi", "Pandu", "Pramono", "Prasetyo", "Pujo", "Purnomo", "Rahmat", "Rudi", "Rizal", "Samsul", "Setyo",
    "Sigit", "Slamet", "Sugeng", "Suharto", "Sukamto", "Supriyadi", "Suryo", "Susilo", "Sutrisno", "Teguh", "Totok", "Tri",
    "Untung", "Wahyu", "Wawan", "Widodo", "Wisnu", "Yanuar", "Yoyok", "Yudi", "Yusuf", "Zaenal", "Zainuddin",
)  # fmt: skip
PEREMPUAN = (
    "Ana", "Anik", "Ani", "Asih", "Ayu", "Choirul", "Dewi", "Dian", "Diah", "Dwi", "Dyah", "Eka", "Endah", "Endang", "Erna",
    "Ernawati", "Eti", "Evi", "Fatimah", "Fitri", "Hanik", "Hartini", "Heni", "Ida", "Indah", "Ika", "Ita", "Juwariyah", "Kartika",
    "Khusnul", "Kristin", "Laila", "Lestari", "Lia", "Lina", "Lilis", "Lusi", "Mahmudah", "Maria", "Mu'minah", "Muji", "Nanik",
    "Nining", "Nita", "Novi", "Nunuk", "Nur", "Nurul", "Peni", "Puji", "Ratna", "Retno", "Rini", "Rina", "Rita", "Siti", "Sofia",
    "Sri", "Sulastri", "Sumarni", "Suprapti", "Susi", "Titik", "Tri", "Tutik", "Umi", "Wahyu", "Wiwik", "Wulan", "Yani", "Yayuk",
    "Yuli", "Yuni", "Zulaikah",
)  # fmt: skip
BELAKANG_L = (
    "Ariyanto", "Budiman", "Darmawan", "Effendi", "Firmansyah", "Hadiprayitno", "Handoko", "Hariyanto", "Hartono", "Hermawan",
    "Hidayat", "Irawan", "Iskandar", "Kristanto", "Kurniawan", "Kusuma", "Mahendra", "Mujiono", "Mustofa", "Nugroho", "Prabowo",
    "Pranoto", "Prasetya", "Prayitno", "Purwanto", "Puspito", "Raharjo", "Rahardjo", "Riyanto", "Rohman", "Santosa", "Santoso",
    "Saputra", "Setiawan", "Setyawan", "Siswanto", "Subagyo", "Sudarmo", "Sugiarto", "Sulistyo", "Sumantri", "Suprayitno",
    "Suryanto", "Susanto", "Sutopo", "Utomo", "Wahono", "Wardoyo", "Wibisono", "Wibowo", "Wicaksono", "Widiyanto", "Wijaya",
    "Winarno", "Yulianto", "Yuwono",
)  # fmt: skip
BELAKANG_P = (
    "Andayani", "Anggraini", "Astuti", "Budiarti", "Cahyani", "Damayanti", "Fatmawati", "Handayani", "Hapsari", "Hartati",
    "Hastuti", "Hidayati", "Indrawati", "Ismawati", "Kurniasih", "Kusumawati", "Kusumaningrum", "Lestari", "Listyowati",
    "Maryati", "Mulyani", "Murtini", "Ningsih", "Nugraheni", "Nurhayati", "Palupi", "Pertiwi", "Pratiwi", "Purwaningsih",
    "Puspitasari", "Rahayu", "Rahmawati", "Ratnasari", "Rohmah", "Rukmini", "Sari", "Setyaningsih", "Setyowati", "Sulistyowati",
    "Sumarsih", "Susilowati", "Utami", "Wahyuningsih", "Wardhani", "Wati", "Widayati", "Widyastuti", "Winarsih", "Wulandari",
    "Yulianti", "Yuliati", "Yuniarti",
)  # fmt: skip
TUNGGAL_L = (
    "Darmadi", "Darsono", "Giman", "Hartoyo", "Jarwo", "Kasmin", "Katimin", "Lamiran", "Marsudi", "Maryono", "Mesiran", "Ngadiman",
    "Ngatimin", "Paimin", "Pairan", "Parmin", "Parno", "Ponidi", "Poniran", "Sadimin", "Samiran", "Sarjono", "Sarmin", "Sarno",
    "Sartono", "Suharno", "Sukardi", "Sukarman", "Sukarni", "Sukirno", "Sukiyat", "Sumadi", "Sumarno", "Sunaryo", "Sunarto",
    "Suparman", "Suparno", "Supriyanto", "Suradi", "Surono", "Suroto", "Sutarno", "Suwarno", "Suyanto", "Suyono", "Tarmuji",
    "Tukiman", "Tukirin", "Wagimin", "Wakidi", "Warsito", "Wiyono",
)  # fmt: skip
TUNGGAL_P = (
    "Darmini", "Jumiati", "Kasiyem", "Kasmini", "Kusmiati", "Lasmi", "Marsini", "Mujiati", "Ngadinah", "Ngatini", "Painem", "Parti",
    "Partini", "Ponirah", "Rubiyah", "Sarinah", "Sartini", "Sudarmi", "Suharti", "Sukarti", "Sukinem", "Sulami", "Sulasmi", "Sumiati",
    "Suminah", "Sumini", "Sunarti", "Supartini", "Suparmi", "Supiyah", "Suratmi", "Surtini", "Sutarmi", "Sutini", "Suwarni",
    "Suwarti", "Tukinah", "Wagiyem", "Wahyuni", "Warsini",
)  # fmt: skip
EJAAN_LAMA = (("Dj", "Dj"), ("Su", "Soe"), ("Joko", "Djoko"), ("Jat", "Djat"), ("Cahyo", "Tjahjo"), ("Nur", "Noer"), ("Untung", "Oentoeng"),
              ("purn", "poern"), ("Pujo", "Poedjo"), ("Budi", "Boedi"), ("Muji", "Moedji"), ("utomo", "oetomo"), ("Wahyu", "Wahju"))  # fmt: skip
"""New spelling -> old, for some of those born before 1975."""

KECAMATAN = (
    "Bringin", "Geneng", "Gerih", "Jogorogo", "Karanganyar", "Karangjati", "Kasreman", "Kedunggalar", "Kendal", "Kwadungan",
    "Mantingan", "Ngawi", "Ngrambe", "Padas", "Pangkur", "Paron", "Pitu", "Sine", "Widodaren",
)  # fmt: skip
TEMPAT = ("NGAWI",) * 12 + ("MADIUN", "MADIUN", "MAGETAN", "MAGETAN", "BOJONEGORO", "PONOROGO", "SRAGEN", "BLORA", "SURAKARTA", "NGANJUK", "TRENGGALEK", "KEDIRI", "SURABAYA", "YOGYAKARTA")  # fmt: skip
DUSUN = ("Krajan", "Sidomulyo", "Sumberejo", "Karangrejo", "Mulyorejo", "Tegalrejo", "Banjarejo", "Kedungrejo", "Sukorejo", "Wonorejo")  # fmt: skip
AGAMA = (("1", "Islam"),) * 46 + (("2", "Kristen"), ("2", "Kristen"), ("3", "Katholik"), ("4", "Hindu"))
KAWIN = (("1", "Menikah"),) * 17 + (("2", "Cerai"), ("3", "Janda/Duda"), ("4", "Belum Kawin"))
TINGKAT = {
    "SD": ("05", "Sekolah Dasar"), "SLTP": ("10", "SLTP"), "SLTA": ("15", "SLTA"), "D1": ("20", "Diploma I"),
    "D2": ("25", "Diploma II"), "D3": ("30", "Diploma III/Sarjana Muda"), "D4": ("35", "Diploma IV"),
    "S1": ("40", "S-1/Sarjana"), "PROFESI": ("40", "S-1/Sarjana"), "S2": ("45", "S-2"), "S3": ("50", "S-3/Doktor"),
}  # fmt: skip
"""SIASN's id and name of a level of education."""
