"""Hand-written mails, each line labelled: R the author's reply, Q quoted, S signature, and nothing for blank lines."""

CASES: dict[str, str] = {
    "english_attribution": """
        R|Dear Bagus,
         |
        R|Tuesday works for us. I will send the agenda tomorrow.
         |
        Q|On Mon, 3 Mar 2025 at 09:12, Bagus Prasetyo <bagus@selatnusantara.example> wrote:
        Q|> Would Tuesday suit you?
        Q|> Bagus
    """,
    "english_attribution_wrapped": """
        R|Agreed.
         |
        Q|On Monday, March 3, 2025 at 9:12 AM, Bagus Prasetyo
        Q|<bagus@selatnusantara.example> wrote:
         |
        Q|> The draft is attached.
    """,
    "english_attribution_without_marks": """
        R|Fine with me.
         |
        Q|On 3/3/2025 9:12 AM, Bagus Prasetyo wrote:
        Q|The draft is attached.
        Q|Regards
    """,
    "english_closing_with_name": """
        R|The ambassador will attend.
         |
        S|Best regards,
        S|Aiko Tanaka
        S|First Secretary, Embassy of Japan
        S|Tel. +62 21 555 0101
    """,
    "english_kind_regards_over_quote": """
        R|We accept.
         |
        S|Kind regards
        S|Tom
         |
        Q|On Mon, 3 Mar 2025 at 09:12, Maria <maria@selatnusantara.example> wrote:
        Q|> Do you accept?
    """,
    "delimiter": """
        R|See the minutes attached.
         |
        S|--
        S|Aiko Tanaka
        S|https://embassy.example
    """,
    "outlook_original_message": """
        R|Noted, we will reply by Friday.
         |
        Q|-----Original Message-----
        Q|From: Maria Lengkong <maria@selatnusantara.example>
        Q|Sent: Monday, March 3, 2025 9:12 AM
        Q|To: Tanaka
        Q|Subject: Draft
         |
        Q|Please comment.
    """,
    "outlook_header_block": """
        R|Thank you, the text is fine as it stands.
         |
        Q|From: Maria Lengkong <maria@selatnusantara.example>
        Q|Sent: Monday, March 3, 2025 9:12 AM
        Q|To: Tanaka <tanaka@embassy.example>
        Q|Subject: Draft
         |
        Q|Please comment.
    """,
    "outlook_underscores": """
        R|Yes.
         |
        Q|________________________________
        Q|From: Maria Lengkong <maria@selatnusantara.example>
        Q|Sent: Monday, March 3, 2025 9:12:00 AM
        Q|To: Tanaka <tanaka@embassy.example>
        Q|Subject: Draft
         |
        Q|Is it fine?
    """,
    "outlook_bold_headers": """
        R|Confirmed.
         |
        Q|*From:* Maria <maria@selatnusantara.example>
        Q|*Sent:* Monday, March 3, 2025 9:12 AM
        Q|*To:* Tanaka
        Q|*Subject:* RE: Draft
        Q|Can you confirm?
    """,
    "gmail_forward": """
        R|FYI, see below.
         |
        Q|---------- Forwarded message ---------
        Q|From: Aiko Tanaka <tanaka@embassy.example>
        Q|Date: Mon, Mar 3, 2025 at 9:12 AM
        Q|Subject: Visit
        Q|To: <kerjasama@selatnusantara.example>
         |
        Q|The delegation arrives on Tuesday.
    """,
    "forward_without_words": """
        Q|---------- Forwarded message ---------
        Q|From: Aiko Tanaka <tanaka@embassy.example>
        Q|Date: Mon, Mar 3, 2025 at 9:12 AM
        Q|Subject: Visit
         |
        Q|The delegation arrives on Tuesday.
    """,
    "apple_forward": """
        R|For your information.
         |
        Q|Begin forwarded message:
         |
        Q|> From: Aiko <tanaka@embassy.example>
        Q|> Subject: Visit
    """,
    "interleaved_english": """
        Q|On Mon, 3 Mar 2025 at 09:12, Maria <maria@selatnusantara.example> wrote:
        Q|> Who will attend?
         |
        R|The ambassador and two staff.
         |
        Q|> And the language?
         |
        R|English, please.
    """,
    "interleaved_with_signature": """
        Q|> Is the room booked?
        R|Yes, room 3.
        Q|> And lunch?
        R|Not yet.
         |
        S|Cheers,
        S|Tom
    """,
    "bottom_posted": """
        Q|Maria Lengkong <maria@selatnusantara.example> wrote:
        Q|> Please send the annex.
         |
        R|It is attached now.
    """,
    "iphone_english": """
        R|On my way.
         |
        S|Sent from my iPhone
         |
        Q|On 3 Mar 2025, at 09:12, Maria <maria@selatnusantara.example> wrote:
         |
        Q|> Where are you?
    """,
    "outlook_mobile": """
        R|Will do.
         |
        S|Get Outlook for Android
        Q|________________________________
        Q|From: Maria <maria@selatnusantara.example>
        Q|Sent: Monday, March 3, 2025 9:12 AM
        Q|To: Tom
        Q|Subject: Task
    """,
    "thanks_inside_is_no_closing": """
        R|Thanks for the draft.
        R|We have two comments on article 4 and will send them on Thursday.
    """,
    "thanks_above_name": """
        R|Could you send the list by Friday?
         |
        S|Thanks,
        S|Tom
    """,
    "plain_reply": """
        R|The list is complete.
    """,
    "on_in_prose_is_no_attribution": """
        R|On Monday the minister wrote a letter to the board.
        R|It is attached.
    """,
    "from_in_prose_is_no_header": """
        R|From: the airport
        R|we take the shuttle, and the driver knows the address.
    """,
    "nested_levels": """
        R|Good.
         |
        Q|On Tue, 4 Mar 2025 at 10:00, Tom <tom@partner.example> wrote:
        Q|> Here.
        Q|> On Mon, 3 Mar 2025 at 09:00, Maria <maria@selatnusantara.example> wrote:
        Q|>> Send it.
    """,
    "yours_sincerely": """
        R|We are pleased to accept the invitation.
         |
        S|Yours sincerely,
         |
        S|H.E. Aiko Tanaka
        S|Ambassador
    """,
    "indonesian_attribution": """
        R|Yth. Ibu Ratna,
         |
        R|Kami dapat hadir pada hari Selasa.
         |
        Q|Pada Sen, 3 Mar 2025 pukul 09.12 Ratna Wulandari <ratna@selatnusantara.example> menulis:
         |
        Q|> Apakah Selasa bisa?
    """,
    "indonesian_attribution_wrapped": """
        R|Baik, setuju.
         |
        Q|Pada tanggal Sen, 3 Mar 2025 pukul 09.12 Ratna Wulandari <
        Q|ratna@selatnusantara.example> menulis:
         |
        Q|> Mohon tanggapan.
    """,
    "indonesian_attribution_without_marks": """
        R|Siap, akan kami kirim besok.
         |
        Q|Pada 3 Maret 2025 09.12, Ratna Wulandari menulis:
        Q|Mohon dikirim lampirannya.
    """,
    "indonesian_tanggal": """
        R|Sudah kami terima.
         |
        Q|Tanggal 3 Maret 2025 09:12, "Ratna Wulandari" <ratna@selatnusantara.example> menulis:
        Q|> Surat terlampir.
    """,
    "pesan_asli": """
        R|Terlampir konsep yang sudah diperbaiki.
         |
        Q|----- Pesan Asli -----
        Q|Dari: Ratna Wulandari
        Q|Kepada: Budi
        Q|Dikirim: Senin, 3 Maret 2025 09:12
        Q|Perihal: Konsep
         |
        Q|Mohon diperbaiki.
    """,
    "dari_terkirim": """
        R|Kami setuju dengan usulan tersebut.
         |
        Q|Dari: Ratna Wulandari <ratna@selatnusantara.example>
        Q|Terkirim: Senin, 3 Maret 2025 09.12
        Q|Kepada: budi@mitra.example
        Q|Perihal: Usulan
         |
        Q|Mohon persetujuan.
    """,
    "dari_tanggal_subjek": """
        R|Disetujui.
         |
        Q|Dari: Ratna Wulandari <ratna@selatnusantara.example>
        Q|Tanggal: 3 Maret 2025 09.12.44 WIB
        Q|Kepada: budi@mitra.example
        Q|Subjek: Re: Usulan
         |
        Q|Mohon persetujuan.
    """,
    "pesan_yang_diteruskan": """
        R|Mohon ditindaklanjuti.
         |
        Q|---------- Pesan yang diteruskan ---------
        Q|Dari: Budi Santoso <budi@mitra.example>
        Q|Tanggal: Sen, 3 Mar 2025 pukul 09.12
        Q|Subjek: Undangan
        Q|Kepada: <kerjasama@selatnusantara.example>
         |
        Q|Kami mengundang Bapak/Ibu.
    """,
    "salam": """
        R|Rapat dipindahkan ke ruang 3.
         |
        S|Salam,
        S|Budi
    """,
    "hormat_kami": """
        R|Demikian kami sampaikan, atas perhatiannya kami ucapkan terima kasih.
         |
        S|Hormat kami,
         |
        S|Budi Santoso
        S|Kepala Bagian Kerja Sama
        S|HP 0812-5555-0101
    """,
    "hormat_saya_over_quote": """
        R|Berkas sudah lengkap.
         |
        S|Hormat saya,
        S|Siti
         |
        Q|Pada Sen, 3 Mar 2025 pukul 09.12 Ratna <ratna@selatnusantara.example> menulis:
        Q|> Apakah berkas lengkap?
    """,
    "wassalam": """
        R|Insyaallah kami hadir.
         |
        S|Wassalamualaikum Wr. Wb.
        S|Ahmad
    """,
    "salam_hormat": """
        R|Kami menunggu kabar baik dari Ibu.
         |
        S|Salam hormat,
        S|Dewi Lestari
        S|Sekretariat
    """,
    "iphone_indonesian": """
        R|Saya segera ke sana.
         |
        S|Dikirim dari iPhone saya
         |
        Q|Pada 3 Mar 2025, pukul 09.12, Ratna <ratna@selatnusantara.example> menulis:
        Q|> Di mana posisi?
    """,
    "yahoo_mobile_indonesian": """
        R|Baik Bu.
         |
        S|Dikirim dari Yahoo Mail di Android
         |
        Q|Pada Sen, 3 Mar 2025 pada 9:12, Ratna
        Q|<ratna@selatnusantara.example> menulis:
        Q|Tolong dicek.
    """,
    "interleaved_indonesian": """
        Q|Pada Sen, 3 Mar 2025 pukul 09.12 Ratna <ratna@selatnusantara.example> menulis:
        Q|> Berapa orang yang hadir?
         |
        R|Lima orang.
         |
        Q|> Perlu penerjemah?
         |
        R|Tidak perlu.
         |
        S|Salam,
        S|Budi
    """,
    "terima_kasih_inside_is_no_closing": """
        R|Terima kasih atas undangannya.
        R|Kami akan hadir bersama tiga orang staf pada tanggal tersebut.
    """,
    "terima_kasih_above_name": """
        R|Mohon konfirmasi sebelum hari Jumat.
         |
        S|Terima kasih,
        S|Budi
    """,
    "pada_in_prose_is_no_attribution": """
        R|Pada hari Senin menteri menulis surat kepada dewan.
        R|Surat itu terlampir.
    """,
    "indonesian_delimiter": """
        R|Jadwal terlampir.
         |
        S|--
        S|Sekretariat Kerja Sama
        S|Jl. Merdeka 1, Jakarta
    """,
    "mixed_languages": """
        R|Noted with thanks, Bu Ratna.
         |
        S|Salam,
        S|Tom
         |
        Q|Pada Sen, 3 Mar 2025 pukul 09.12 Ratna <ratna@selatnusantara.example> menulis:
        Q|> Mohon dicatat.
    """,
    "quote_only": """
        Q|> Apakah sudah diterima?
        Q|> Ratna
    """,
    "forwarded_by_lotus": """
        R|Mohon arahan.
         |
        Q|----- Forwarded by Budi/MITRA on 03/03/2025 09:12 -----
        Q|Dear all,
        Q|the meeting is moved.
    """,
    "gmail_iso_attribution": """
        R|Setuju.
         |
        Q|2025-03-03 9:12 GMT+07:00 Ratna Wulandari <ratna@selatnusantara.example>:
         |
        Q|> Setuju?
    """,
    "thanks_above_the_delimiter": """
        R|Wednesday suits us.
         |
        S|Thanks,
         |
        S|--
        S|Aiko Tanaka
    """,
    "closing_and_name_on_one_line": """
        R|See you on Wednesday.
         |
        S|Cheers, Aiko
    """,
    "salam_and_name_on_one_line": """
        R|Sampai hari Rabu.
         |
        S|Salam, Budi Santoso
    """,
    "dash_and_name": """
        R|That is all from here.
         |
        S|-Aiko
    """,
    "last_item_of_a_list_is_no_name": """
        R|Please bring:
         |
        R|- passports
         |
        R|- Visa
    """,
    "three_dashes": """
        R|The text is fine.
         |
        S|---
        S|~Aiko
        S|Embassy of Japan
    """,
    "two_delimiters": """
        R|Naskah kami terima.
         |
        S|--
        S|Budi Santoso
        S|Kementerian Laut
        S|--
        S|Untuk berhenti berlangganan, kirim surel ke kantor.
    """,
    "footer_of_a_list": """
        R|Agreed.
         |
        S|_______________________________________________
        S|Liaison mailing list
        S|https://lists.example/liaison
    """,
    "advertisement_of_a_mail_service": """
        R|Salam dari Surabaya.
         |
        S|__________________________________________________
        S|Telepon murah ke seluruh dunia! http://telepon.example
    """,
    "ruler_under_a_heading_is_no_footer": """
        R|What is still open
        R|--------------------
        R|The list is at https://selatnusantara.example/list
    """,
    "at_date_wrapped": """
        Q|At Mon, 3 Mar 2025 09:12:00 +0700,
        Q|Bagus Prasetyo wrote:
        Q|> Does Tuesday suit you?
         |
        R|It does.
    """,
    "in_message": """
        Q|In message <20250303.1@selatnusantara.example> you wrote:
        Q|> Does Tuesday suit you?
         |
        R|It does.
    """,
    "excerpts": """
        Q|Excerpts from Bagus Prasetyo's message of Mon Mar 03 09:12:00 +0700 2025:
        Q|> Does Tuesday suit you?
         |
        R|It does.
    """,
    "star_before_the_name": """
        Q|* Bagus Prasetyo <bagus@selatnusantara.example> wrote:
         |
        Q|> Does Tuesday suit you?
         |
        R|It does.
    """,
    "from_and_date_above_marked_lines": """
        Q|Dari: Bagus Prasetyo <bagus@selatnusantara.example>
        Q|Tanggal: Senin, 3 Maret 2025
         |
        Q|> Apakah Selasa cocok?
         |
        R|Cocok.
    """,
    "line_that_was_broken_off": """
        Q|> The ministry would like to know how many people of the embassy are
        Q|going to attend
        Q|> the signing on Friday.
         |
        R|Five.
    """,
    "short_answer_between_marked_lines": """
        Q|> Could you please tell us how many people of the embassy will attend?
        R|Five.
        Q|> And who of them speaks?
        R|Aiko.
    """,
    "left_out": """
        Q|> The first article is settled.
        Q|[...]
        Q|> The fourth is not.
         |
        R|It is now.
    """,
}
