"""Short answers to a question of ours, judged by a person: which of them close the matter, and which leave us something to do."""

import pytest

from jembatan.accounts.actor import Actor
from jembatan.correspondence.actions.filing.messages import Filing
from jembatan.correspondence.formats.answers import settles
from jembatan.correspondence.models import Mailbox, Thread
from jembatan.correspondence.tests.letters import PARTNER, US, reading

CLOSES = """
    Bisa, Pak. Terima kasih.
    Ya.
    Iya, Bu. Rapatnya di ruang 3 lantai 2.
    Betul, Bu, sesuai naskah terakhir.
    Setuju. Sampai jumpa Kamis.
    Kami akan hadir.
    Kami akan hadir, dua orang. Terima kasih atas undangannya.
    Baik Bu, kami setuju dengan naskahnya.
    Siap, Pak, kami bisa hari Kamis pukul 10.00.
    Sudah kami terima kemarin, Pak. Terima kasih.
    Boleh, Bu.
    Yth. Ibu Ratna,|Benar, alamatnya tetap.|Salam hormat,|Bagus Prasetyo|Direktorat Kerja Sama
    Noted with thanks, we hold Thursday 10.00.
    Yes, Thursday works for us.
    Dear Ms Ratna,||Yes, that is correct. Thank you.||Chidi
    Confirmed, thank you.
    We confirm our attendance. Two people will attend.
    Agreed. See you on Thursday.
    Sure, that works. Have a nice weekend!
    Both of us will come.
    Certainly, you are welcome in our office at 10.00.
    Yes, received on Monday. Many thanks.
"""
LEAVES_OPEN = """
    Tidak bisa, Pak.
    Mohon maaf, kami berhalangan hari Kamis.
    Kami mengundang Bapak pada rapat hari Kamis.
    Bisa, Pak. Mohon kirim lampirannya.
    Bisa, Pak. Lampirannya kurang.
    Bisa, asalkan naskahnya sudah final.
    Setuju, tetapi pasal 4 perlu diubah.
    Siap, segera kami kirim.
    Baik, akan kami cek dulu.
    Terima kasih.
    Siap, Bu.
    Jam berapa?
    Jam 10.00. Apakah Ibu hadir
    Kirim saja ke alamat kantor kami.
    Silakan isi formulir terlampir.
    Ya, paling lambat Jumat.
    Bisa, Pak. Kalau hujan di ruang 3.
    Boleh, hubungi Pak Budi.
    Kami masih menunggu naskah dari Ibu.
    Ya, sebaiknya bertemu dulu.
    Bisa. Daftarnya di https://embassy.example/daftar
    Thursday does not suit us.
    Yes, but not before eleven.
    Sorry, we can't.
    We'll get back to you.
    Let me check with the minister.
    Yes, please send the annex.
    Yes. Send us the list of names by Friday.
    Fine. You should contact Mr Okafor.
    We would like the draft in French.
    Yes, if the minister agrees.
    The annex is missing.
    Agreed, except article 4.
    Thanks, I'll pick this up.
    Thanks.
    Who else is coming?
    You are invited to our reception on Friday.
    Yes. Also, we need your passport numbers.
    Confirmed. The venue has changed to room 5.
    We propose Friday.
    Noted, we are waiting for your text.
    Ja, das passt uns gut am Donnerstag.
    Oui, d'accord pour jeudi.
    はい、参加します。
    Hello everyone,
    Yes, we have the draft. Our office read it in May. It has nine articles. The annex has two tables. The map is in colour.
    Yes. The minister prefers French.
    Yes, and the visa is your task.
    Ya. Visanya tanggung jawab Bapak.
    We are fine with Thursday. The car is for you to arrange.
    Noted. Hotel is on your side.
    Baik, hotelnya dari pihak Bapak ya.
    Ya, tinggal tanda tangan Bapak.
    Yes, we only lack your signature.
    Agreed in principle.
    Pada prinsipnya setuju.
    Setuju dengan catatan.
    Yes with two amendments.
    Belum, Pak.
    Sudah, tinggal paraf Ibu.
    Yes, your turn.
    Giliran Bapak.
    Bisa Pak, biaya ditanggung Bapak.
    Two of your names have no passport number.
    The number you gave is wrong.
    Alamatnya tidak ditemukan.
    Nomornya salah, Pak.
    Lampiran tidak terbaca.
    The file is empty.
    It is in French; translation is up to you.
    Thursday. At the usual place. RSVP.
    Friday is better for us.
    Lebih baik Jumat, Pak.
    Jumat saja, Pak.
    How about Friday.
    Kami lebih memilih Jumat.
    The minister is away on Thursday.
    Pak Menteri di luar negeri hari Kamis.
    Kamis libur, Pak.
    Thursday is a holiday here.
    The room is taken on Thursday.
    Ruangannya terpakai, Pak.
    Kamis penuh, Pak.
    We are busy on Thursday.
    No.
    Nope.
    Hari lain saja, Pak.
    Some day in March.
    In March.
    Yes, in our view article 4 is dangerous.
    I am on leave that week.
    Yes. Your invoice is open.
    Ya, tagihannya terlampir.
    As agreed, the payment is yours.
    Dear Ratna,|Yes.|Our ambassador wishes to see your director.
    Ya. Duta besar kami hendak bertemu Ibu direktur.
    Bisa. Beliau hendak bicara dengan Pak Menteri.
    Done. Over to you.
    OK from us, now your side.
"""
BETTER_LOOKED_AT = """
    Jam 10.00, Pak.
    Pak Budi yang hadir.
    It is in room 3.
    Jumat, Pak.
    In March.
    Noted with thanks, we hold 8 to 12 February for twelve pilots.||Chidi
"""


def cases(table: str) -> list[str]:
    """The replies of a table: a line each, with "|" for a line's end."""
    return [line.strip().replace("|", "\n") for line in table.strip().splitlines()]


@pytest.mark.parametrize("reply", cases(CLOSES))
def test_an_answer_that_wants_nothing_settles(reply: str) -> None:
    assert reading("answer", text=reply).settles


@pytest.mark.parametrize("reply", cases(LEAVES_OPEN))
def test_an_answer_with_anything_to_do_or_to_doubt_does_not(reply: str) -> None:
    assert not reading("answer", text=reply).settles


@pytest.mark.parametrize("reply", cases(BETTER_LOOKED_AT))
def test_a_bare_fact_may_be_another_answer_than_was_hoped_for(reply: str) -> None:
    assert not reading("answer", text=reply).settles


def test_what_comes_enclosed_has_to_be_looked_at() -> None:
    assert not reading("answer", text="Yes, that is correct.", attachments={"list.pdf": b"%PDF"}).settles


def test_a_long_text_never_settles() -> None:
    assert not settles("Yes, we agree with the draft. " * 20)


@pytest.mark.parametrize(
    ("question", "answer", "turn"),
    [
        ("Bisakah kita bertemu hari Kamis?", "Bisa, Pak. Terima kasih.", Thread.Turn.NOBODYS),
        ("Can you hold Thursday?", "Noted with thanks, we hold Thursday 10.00.", Thread.Turn.NOBODYS),
        ("We meet on Thursday.", "We hold Thursday 10.00.", Thread.Turn.OURS),
        ("Can you hold Thursday?", "Mohon dipilih hari lain.", Thread.Turn.OURS),
        ("Can you hold Thursday?", "Thanks.", Thread.Turn.THEIRS),
        ("We meet on Thursday.", "Noted with thanks. Have a nice weekend!\n\nChidi", Thread.Turn.NOBODYS),
    ],
)
def test_turn_of_a_thread_that_we_began(
    officer: Actor, question: str, answer: str, turn: Thread.Turn
) -> None:
    thread = filed(officer, (US, question), (PARTNER, answer))
    assert thread.turn == turn


def test_an_answer_to_our_counter_question_leaves_their_request_with_us(officer: Actor) -> None:
    thread = filed(
        officer,
        (PARTNER, "Mohon kirim naskahnya."),
        (US, "Naskah yang mana?"),
        (PARTNER, "Naskah bulan Mei, Pak."),
    )
    assert thread.turn == Thread.Turn.OURS


def filed(actor: Actor, *said: tuple[str, str]) -> Thread:
    """A thread of these messages, each answering the one before."""
    readings = [
        reading(
            f"m{number}",
            sender=sender,
            to=PARTNER if sender == US else US,
            text=text,
            hours=number,
            references=f"m{number - 1}" if number else "",
        )
        for number, (sender, text) in enumerate(said)
    ]
    filing = Filing(actor)
    filing.file(Mailbox.objects.create(desk=actor.desk, name="test"), readings)
    filing.finish()
    return Thread.objects.get()
