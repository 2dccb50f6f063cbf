"""Radicale, with our storage, rights and sign-in; and refusals that say why."""

from functools import cache
from typing import Any
from xml.etree.ElementTree import Element, SubElement, tostring

import pghistory
from django.core.exceptions import PermissionDenied, ValidationError
from django.utils.translation import gettext as _
from radicale import config, httputils
from radicale.app import Application
from radicale.auth import BaseAuth

from jembatan.platform.dav.books import Changed
from jembatan.platform.dav.rights import Rights
from jembatan.platform.dav.storage import Storage
from jembatan.platform.dav.visiting import visit

NAMESPACE = "urn:jembatan:dav"
LARGEST = 10 * 1024 * 1024
SETTINGS = {
    "auth": {"delay": "0"},
    "rights": {"permit_delete_collection": "False", "permit_overwrite_collection": "False"},
    "web": {"type": "none"},
    "server": {
        "max_content_length": str(LARGEST),
        "max_resource_size": str(LARGEST // 2),
        "validate_user_value": "minimal",
        "validate_path_value": "minimal",
        "delay_on_error": "0",
    },
}
type Answer = tuple[int, Any, Any, Any]


class SignedIn(BaseAuth):
    """The page has asked for the password already, and says whose it was."""

    def get_external_login(self, environ: Any) -> tuple[str, str]:
        return environ["REMOTE_USER"], ""

    def _login(self, login: str, password: str) -> str:
        return login


class Desk(Application):
    """What writes is written down under its author, in the language of who asked, and refused in a sentence."""

    def do_PUT(self, environ: Any, *rest: Any) -> Answer:
        """The etag is told only where what stands there now is what was sent (RFC 4791 5.3.4)."""
        status, headers, answer, request = self._written(super().do_PUT, environ, *rest)
        if status < 300 and "ETag" in headers:
            headers = {name: value for name, value in headers.items() if name != "ETag"}
        return status, headers, answer, request

    def do_DELETE(self, environ: Any, *rest: Any) -> Answer:
        return self._written(super().do_DELETE, environ, *rest)

    def _written(self, method: Any, environ: Any, *rest: Any) -> Answer:
        visitor = visit().visitor
        try:
            with pghistory.context(user=visitor.user_id, url=environ["PATH_INFO"]):
                answer: Answer = method(environ, *rest)
        except PermissionDenied as refusal:
            return _refused(str(refusal))
        except ValidationError as refusal:
            return _refused(" ".join(refusal.messages))
        except Changed:
            return httputils.PRECONDITION_FAILED
        if answer == httputils.NOT_ALLOWED:
            return _refused(_("You may read this and not change it."))
        return answer


def _refused(sentence: str) -> Answer:
    """RFC 4918 16: an element of our own in DAV:error, which holds the sentence."""
    error = Element("{DAV:}error")
    SubElement(error, f"{{{NAMESPACE}}}refused").text = sentence
    body = tostring(error, encoding="utf-8", xml_declaration=True)
    return 403, {"Content-Type": "text/xml; charset=utf-8"}, body, None


@cache
def application() -> Application:
    """One for the process."""
    configuration = config.load()
    configuration.update(SETTINGS, "jembatan", privileged=True)
    plug_ins = {"auth": SignedIn, "rights": Rights, "storage": Storage}
    configuration.update({name: {"type": kind} for name, kind in plug_ins.items()}, "jembatan")
    return Desk(configuration)
