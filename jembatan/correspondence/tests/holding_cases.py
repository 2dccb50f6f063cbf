"""Holding replies with the day that they promise, and answers that hold nothing back, written before the reader was.

Each is written on Wednesday 25 November 2026, 10.00 in Jakarta.
"""

HOLDING = [
    ("Kami akan menjawab paling lambat Jumat.", "2026-11-27T17:00"),
    (
        "Yth. Bapak Budi,\n\nTerima kasih atas surat Bapak tanggal 20 November 2026. Surat tersebut sedang kami pelajari dan "
        "akan kami jawab paling lambat tanggal 2 Desember 2026.\n\nHormat kami,\nBagus",
        "2026-12-02T17:00",
    ),
    ("Terima kasih, Pak. Mohon menunggu, masih kami koordinasikan dengan Biro Hukum.", None),
    ("Baik Bu, kami kabari lagi besok.", "2026-11-26T17:00"),
    ("Kami akan menyampaikan tanggapan resmi minggu depan.", "2026-12-04T17:00"),
    ("Surat Bapak sudah kami terima. Jawaban kami menyusul paling lambat hari Senin.", "2026-11-30T17:00"),
    ("Mohon waktu sampai dengan 1 Desember 2026 untuk menanggapi draf tersebut.", "2026-12-01T17:00"),
    ("Mohon bersabar, kami sedang membahasnya secara internal.", None),
    ("We will get back to you by 5 March.", "2027-03-05T17:00"),
    (
        "Dear Ms Sato,\n\nThank you for your letter. We are consulting our legal department and will reply by Friday.\n\n"
        "Kind regards,\nMaria",
        "2026-11-27T17:00",
    ),
    (
        "Dear Ms van der Berg,\n\nMany thanks for the draft. Our legal bureau is looking at articles 4 and 7. We will send you "
        "our comments by Friday next week.",
        "2026-12-04T17:00",
    ),
    ("Many thanks. We'll revert next week.", "2026-12-04T17:00"),
    ("Well received, thank you. You will have our comments by COB Monday.", "2026-11-30T17:00"),
    ("Please bear with us, we are still looking into this.", None),
    ("We need a little more time and hope to answer within five working days.", "2026-12-02T17:00"),
    ("A full reply will follow on Tuesday.", "2026-12-01T17:00"),
    ("I will let you know tomorrow.", "2026-11-26T17:00"),
    ("Noted with thanks. Please allow us until 30 November to respond.", "2026-11-30T17:00"),
    (
        "Thank you for your message. We shall send you our answer before the end of the week.",
        "2026-11-27T17:00",
    ),
]

NOT_HOLDING = [
    "Terlampir jawaban kami atas surat Bapak.",
    "Kami setuju dengan draf tersebut. Mohon ditandatangani paling lambat Jumat.",
    "Mohon jawaban Bapak paling lambat Jumat.",
    "Kami menunggu jawaban Bapak paling lambat Jumat.",
    "Kami akan hadir hari Jumat pukul 09.00.",
    "Apakah Bapak bisa menjawab sebelum Jumat? Kami akan menghubungi Bapak lagi.",
    "Terima kasih atas balasannya.",
    "Rapat ditunda sampai Senin.",
    "Please reply by Friday.",
    "We agree to the text. Could you send the signed copy by Friday?",
    "We will attend the meeting on Friday.",
    "Our answer is yes.",
    "Could you let us know by tomorrow whether you will reply?",
    "We look forward to your reply by Friday.",
    "Thank you for your answer. We will sign on Friday.",
    "If you will let us know your flight we will answer at once. Kindly confirm the hotel.",
    "You will receive the invitation next week. Please tell us who comes.",
    "",
]
