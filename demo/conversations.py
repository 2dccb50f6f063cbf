"""What the desk wrote and was written in the last two months."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Letter:
    """One mail: days before today, the hour at the desk, who writes (a key of cast or contacts) and the words."""

    days_ago: int
    hour: int
    writer: str
    text: str
    attachment: str = ""


@dataclass(frozen=True, slots=True)
class Conversation:
    """Mails that answer each other; `language` is theirs."""

    key: str
    subject: str
    language: str
    other: str
    letters: tuple[Letter, ...]


CONVERSATIONS = (
    Conversation(
        "mou-halvern",
        "Draft MoU on pilot training",
        "en",
        "vanderberg",
        (
            Letter(
                41,
                15,
                "vanderberg",
                "Dear Ms Lengkong,\n\nThank you for receiving us in Jakarta. As agreed, we attach our first draft of the memorandum on pilot training.\n\nCould you let us have your comments on articles 4 and 7 before the end of the month?",
                "draft-mou-v1.txt",
            ),
            Letter(
                38,
                9,
                "maria",
                "Dear Ms van der Berg,\n\nMany thanks for the draft. Our legal bureau is looking at articles 4 and 7. We will send you our comments by Friday next week.",
            ),
            Letter(
                29,
                11,
                "maria",
                "Dear Ms van der Berg,\n\nPlease find our comments attached. Article 4 is fine for us. For article 7 we propose that each side bears its own travel costs.\n\nWould that be acceptable to you?",
                "comments-articles-4-and-7.txt",
            ),
            Letter(
                24,
                16,
                "vanderberg",
                "Dear Maria,\n\nEach side bearing its own travel costs is acceptable. One question remains: who signs for your side, the Director General or the Head of the Bureau? Please confirm so that we can prepare the signing table.",
            ),
        ),
    ),
    Conversation(
        "simulator",
        "Bridge simulator: dates for the first course",
        "en",
        "okafor",
        (
            Letter(
                12,
                14,
                "okafor",
                "Hello Maria,\n\nThe simulator is free from 18 to 22 January or from 8 to 12 February. Which week suits your pilots better?",
            ),
            Letter(
                9,
                10,
                "maria",
                "Hello Chidi,\n\nThe second week is better, because January is the monsoon peak here. Can you hold 8 to 12 February for twelve pilots?",
            ),
            Letter(
                8, 17, "okafor", "Noted with thanks, we hold 8 to 12 February for twelve pilots.\n\nChidi"
            ),
        ),
    ),
    Conversation(
        "rambu",
        "Rencana perbaikan rambu suar alur timur",
        "id",
        "yosef",
        (
            Letter(
                34,
                10,
                "yosef",
                "Yth. Bapak Bagus,\n\nBersama ini kami sampaikan rencana perbaikan tujuh rambu suar di alur timur. Mohon tanggapan mengenai jadwal penutupan alur agar tidak mengganggu kapal penyeberangan.",
                "jadwal-penutupan.txt",
            ),
            Letter(
                31,
                14,
                "bagus",
                "Yth. Kapten Yosef,\n\nTerima kasih atas rencananya. Penutupan hari Selasa dan Rabu malam tidak mengganggu penyeberangan. Untuk rambu nomor 5, mohon dijadwalkan setelah libur sekolah.",
            ),
            Letter(
                27,
                9,
                "yosef",
                "Yth. Bapak Bagus,\n\nJadwal sudah kami sesuaikan. Apakah BPSN dapat menyiarkan pemberitahuan kepada operator paling lambat tujuh hari sebelum penutupan pertama?",
            ),
        ),
    ),
    Conversation(
        "data-arus",
        "Permintaan data arus selat 2021–2025",
        "id",
        "rumbiak",
        (
            Letter(
                20,
                8,
                "rumbiak",
                "Yth. Ibu Ratna,\n\nUntuk penelitian erosi pantai kami memerlukan data arus per jam dari lima stasiun. Apakah data tersebut dapat dibagikan, dan dengan syarat apa?",
            ),
            Letter(
                18,
                13,
                "ratna",
                "Yth. Prof. Martha,\n\nData tiga stasiun dapat dibagikan dengan perjanjian penggunaan data. Dua stasiun lain masih kami kalibrasi sampai Januari. Kami kirim formulirnya terlampir.",
                "perjanjian-data.txt",
            ),
            Letter(
                5,
                11,
                "rumbiak",
                "Yth. Ibu Ratna,\n\nFormulir yang sudah ditandatangani terlampir. Kapan data tiga stasiun dapat kami terima?",
                "perjanjian-data-ttd.txt",
            ),
        ),
    ),
    Conversation(
        "kunjungan-akitsu",
        "Visit of the Vice Minister",
        "en",
        "tanaka",
        (
            Letter(
                16,
                11,
                "tanaka",
                "Dear Ms Lengkong,\n\nOur Vice Minister will visit Jakarta in the second week of December and would be grateful for a meeting with your Director General, preferably on Thursday morning. The delegation has six members.",
            ),
            Letter(
                15,
                9,
                "maria",
                "Dear Ms Tanaka,\n\nThank you for the good news. Thursday morning at 09:30 is possible. May I ask you for the list of delegation members with their titles and any dietary needs?",
            ),
            Letter(
                11,
                15,
                "tanaka",
                "Dear Ms Lengkong,\n\nThe list is attached. Two members are vegetarian. The Vice Minister would like to raise the joint survey of the northern approach.",
                "delegation-list.txt",
            ),
            Letter(
                10,
                9,
                "maria",
                "Dear Ms Tanaka,\n\nThank you. I have passed the list to our protocol office. I will send you the draft programme on Monday. Is an interpreter needed for the survey part?",
            ),
        ),
    ),
    Conversation(
        "survei",
        "Joint survey of the northern approach",
        "en",
        "kim",
        (
            Letter(
                3,
                16,
                "kim",
                "Dear Ms Lengkong,\n\nBefore the visit, could we have a short technical call about the survey? We have questions about data ownership and about the vessel's route.",
            ),
        ),
    ),
    Conversation(
        "standar",
        "Response to liaison statement on light characteristics",
        "en",
        "raman",
        (
            Letter(
                52,
                10,
                "raman",
                "Dear colleagues,\n\nWorking Group 3 has discussed your contribution on light characteristics. The group asks for two clarifications, listed in the attachment, before its next meeting.",
                "ls-wg3-clarifications.txt",
            ),
            Letter(
                45,
                12,
                "maria",
                "Dear Ms Raman,\n\nPlease find our two clarifications attached. We remain available for questions during the meeting.",
                "ls-response.txt",
            ),
            Letter(44, 9, "raman", "Received, thank you very much."),
        ),
    ),
    Conversation(
        "wg3",
        "Comments on draft recommendation R-114",
        "en",
        "garcia",
        (
            Letter(
                6,
                9,
                "garcia",
                "Dear Maria,\n\nThe draft recommendation is out for comment until the 15th. Will your authority send comments on section 5, as you announced at the last meeting?",
            ),
        ),
    ),
    Conversation(
        "feri",
        "Jadwal feri tambahan libur akhir tahun",
        "id",
        "aisyah",
        (
            Letter(
                14,
                10,
                "aisyah",
                "Yth. Encik Bagus,\n\nKami merancang enam pelayaran tambahan sehari dari 20 Disember hingga 4 Januari. Bolehkah slot dermaga 3 digunakan?",
            ),
            Letter(
                13,
                15,
                "bagus",
                "Yth. Puan Aisyah,\n\nDermaga 3 tersedia kecuali 25 Desember pagi. Untuk tanggal itu kami tawarkan dermaga 1. Mohon konfirmasi sebelum Jumat.",
            ),
        ),
    ),
    Conversation(
        "insiden",
        "Near miss on 4 November",
        "en",
        "somchai",
        (
            Letter(
                19,
                8,
                "somchai",
                "Dear Khun Bagus,\n\nPlease find our report on the near miss of 4 November between our ferry and a fishing boat. We would like to know whether the fishing lane will be marked this year.",
                "near-miss-report.txt",
            ),
            Letter(
                17,
                11,
                "bagus",
                "Dear Khun Somchai,\n\nThank you for the report. We will discuss the marking with the coastal ministry and the fishers' foundation and come back to you with a date.",
            ),
        ),
    ),
    Conversation(
        "jalur-nelayan",
        "Penandaan jalur nelayan",
        "id",
        "laode",
        (
            Letter(
                16,
                13,
                "bagus",
                "Yth. Bapak Samsul,\n\nSetelah kejadian 4 November kami ingin menandai jalur nelayan sebelum musim barat. Apakah yayasan dapat menunjuk dua wakil untuk survei lapangan?",
            ),
            Letter(
                13,
                19,
                "laode",
                "Yth. Bapak Bagus,\n\nKami setuju dan menunjuk Ibu Suryani serta Bapak La Ode Hamzah. Mohon survei tidak dilakukan pada hari Jumat karena banyak yang salat Jumat di darat.",
            ),
            Letter(
                12,
                9,
                "bagus",
                "Yth. Bapak Samsul,\n\nBaik, survei kami usulkan hari Rabu pekan depan pukul 07.00 WITA. Apakah titik kumpul di dermaga lama bisa?",
            ),
            Letter(11, 6, "laode", "Bisa, Pak. Terima kasih."),
        ),
    ),
    Conversation(
        "wawancara",
        "Permohonan wawancara tentang keselamatan selat",
        "id",
        "galih",
        (
            Letter(
                4,
                14,
                "galih",
                "Yth. Ibu Ratna,\n\nHarian Samudra menyiapkan laporan tentang keselamatan selat. Apakah Ibu berkenan diwawancarai pekan ini? Daftar pertanyaan terlampir; tenggat kami hari Kamis.",
                "daftar-pertanyaan.txt",
            ),
        ),
    ),
    Conversation(
        "festival",
        "Penutupan alur saat Festival Layar",
        "id",
        "tasya",
        (
            Letter(
                30,
                10,
                "tasya",
                "Yth. Bapak Bagus,\n\nPanitia memerlukan penutupan alur barat pada hari pembukaan pukul 08.00–11.00 WITA. Dokumen rute terlampir.",
                "rute-layar.txt",
            ),
            Letter(
                26,
                16,
                "bagus",
                "Yth. Ibu Tasya,\n\nRute sudah kami periksa. Penutupan dapat diberikan pukul 08.00–10.30. Mohon kirim daftar kapal pengawal dan nomor radio mereka.",
            ),
            Letter(
                25,
                8,
                "tasya",
                "This is an automatic reply.\n\nTerima kasih atas surel Anda. Saya sedang di lapangan sampai Senin dan akan membalas setelahnya.",
            ),
        ),
    ),
    Conversation(
        "bienthanh-latihan",
        "Search and rescue exercise 2027",
        "en",
        "huong",
        (
            Letter(
                22,
                10,
                "huong",
                "Dear Ms Lengkong,\n\nWe propose to hold the joint search and rescue exercise in the third week of May 2027. Please let us know whether your side agrees and how many vessels you could bring.",
            ),
            Letter(
                21,
                15,
                "maria",
                "Dear Ms Hương,\n\nThe third week of May suits us. We can bring two patrol vessels and one helicopter, subject to clearance. Could you send us the draft scenario?",
            ),
        ),
    ),
    Conversation(
        "bienthanh-hotline",
        "Hotline test every first Monday",
        "en",
        "duc",
        (
            Letter(
                50,
                9,
                "duc",
                "Dear colleagues,\n\nThe hotline test of this month was successful at 09:04 on both sides. The next test is on the first Monday of next month.",
            ),
            Letter(50, 10, "maria", "Thank you, confirmed from our side as well."),
        ),
    ),
    Conversation(
        "anggaran",
        "Undangan rapat anggaran kerja sama 2027",
        "id",
        "retno",
        (
            Letter(
                7,
                9,
                "retno",
                "Yth. Ibu Ratna,\n\nKami mengundang Ibu dalam rapat penyusunan anggaran kerja sama 2027. Mohon kirim rencana kegiatan biro paling lambat hari Senin.",
            ),
            Letter(
                6,
                16,
                "ratna",
                "Yth. Ibu Retno,\n\nTerima kasih atas undangannya. Rencana kegiatan biro kami lampirkan.",
                "rencana-kegiatan-2027.txt",
            ),
        ),
    ),
    Conversation(
        "kuliah",
        "Undangan kuliah umum",
        "id",
        "rumbiak",
        (
            Letter(
                2,
                10,
                "rumbiak",
                "Yth. Ibu Ratna,\n\nFakultas kami mengundang Ibu memberi kuliah umum tentang diplomasi selat pada bulan Februari. Apakah Ibu bersedia?",
            ),
        ),
    ),
    Conversation(
        "dermaga",
        "Laporan kepadatan dermaga Oktober",
        "id",
        "siti",
        (
            Letter(
                23,
                9,
                "siti",
                "Yth. Bapak Bagus,\n\nTerlampir laporan kepadatan dermaga bulan Oktober untuk diketahui.",
                "laporan-oktober.txt",
            ),
            Letter(23, 10, "bagus", "Terima kasih, Bu Siti. Laporannya sudah kami terima."),
        ),
    ),
    Conversation(
        "pandu",
        "Tarif pandu kapal penumpang",
        "id",
        "hendra",
        (
            Letter(
                37,
                11,
                "bagus",
                "Yth. Bapak Hendra,\n\nOperator menanyakan dasar tarif pandu kapal penumpang yang baru. Dapatkah kami memperoleh salinan keputusannya?",
            ),
            Letter(
                35,
                15,
                "hendra",
                "Yth. Bapak Bagus,\n\nSalinan keputusan sedang kami mintakan persetujuan untuk dibagikan. Akan kami kirim segera.",
            ),
            Letter(
                15,
                9,
                "bagus",
                "Yth. Bapak Hendra,\n\nMohon izin mengingatkan, salinan keputusan tarif pandu masih kami tunggu. Apakah ada kendala?",
            ),
        ),
    ),
)
NEWSLETTER = "berita@optb.example"
STRANGERS = (
    (
        "Arif Kurniawan <arif@pelayaranmandiri.example>",
        "Tanya izin sandar kapal riset",
        "id",
        2,
        "Yth. Biro Kerja Sama,\n\nKami ingin menanyakan tata cara izin sandar untuk kapal riset berbendera asing. Kepada siapa permohonan diajukan?",
    ),
    (
        "Ingrid Solberg <ingrid.solberg@fjordmaritime.example>",
        "Introduction: Fjord Maritime Institute",
        "en",
        5,
        "Dear Sir or Madam,\n\nI was given your address by Ms van der Berg. Our institute would like to know more about your pilot training. Whom may I call?",
    ),
    (
        f"Optb Info <{NEWSLETTER}>",
        "Buletin pelabuhan pekan ini",
        "id",
        1,
        "Buletin pelabuhan: arus kunjungan kapal, cuaca, dan pengumuman pekan ini.",
    ),
)
