"""The frame that shows a message's HTML: its policy, its pictures, and who gets it."""

from collections.abc import Callable

from django.test import Client

from jembatan.accounts.actor import Actor
from jembatan.correspondence.tests import scene

type ClientOf = Callable[[Actor], Client]


def test_html_has_a_policy_of_its_own(reader: Actor, client_of: ClientOf) -> None:
    message = scene.message(
        scene.thread(reader.desk), html='<p onclick="x()">Halo</p><img src="https://jahat.example/x.gif">'
    )

    response = client_of(reader).get(f"/messages/{message.pk}/html/")

    assert "<p>Halo</p>" in response.text
    assert "jahat" not in response.text
    assert response.headers["X-Frame-Options"] == "SAMEORIGIN"
    assert response.headers["Content-Security-Policy"] == (
        "default-src 'none'; img-src data:; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'; "
        "frame-ancestors 'self'; sandbox allow-popups allow-popups-to-escape-sandbox"
    )


def test_html_shows_the_mail_s_own_pictures_only_if_they_are_some(reader: Actor, client_of: ClientOf) -> None:
    message = scene.message(
        scene.thread(reader.desk), html='<img src="cid:a@x" alt="A"><img src="cid:b@x" alt="B">'
    )
    scene.attachment(message, scene.PNG, content_id="a@x", inline=True)
    scene.attachment(message, b"<svg onload=alert(1)>", content_id="b@x", inline=True, type="image/png")

    page = client_of(reader).get(f"/messages/{message.pk}/html/").text

    assert page.count("<img") == 1
    assert '<img src="data:image/png;base64,' in page
    assert '<span class="blocked">B</span>' in page


def test_html_of_others_and_of_plain_messages_is_404(
    reader: Actor, stranger: Actor, client_of: ClientOf
) -> None:
    plain = scene.message(scene.thread(reader.desk))
    formatted = scene.message(scene.thread(reader.desk), html="<p>Halo</p>")

    assert client_of(reader).get(f"/messages/{plain.pk}/html/").status_code == 404
    assert client_of(stranger).get(f"/messages/{formatted.pk}/html/").status_code == 404
