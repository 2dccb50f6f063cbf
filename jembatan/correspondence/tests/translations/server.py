"""A real HTTP server on loopback that speaks LibreTranslate's API, in a thread; it misbehaves when told to."""

import json
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any

KEY = "kunci selat"


@dataclass(slots=True)
class TranslationServer:
    """What it was asked, and how it behaves.

    It translates by writing the target before each text: "[id] Hello". `answers` come first, one after the other: (status, body), or
    "hang up", or "drip", which sends a byte now and then. `key` is the one that it wants; `seconds` is how long each text takes,
    and `meanwhile` is called in its thread before it answers.
    """

    port: int = 0
    asked: list[dict[str, Any]] = field(default_factory=list)
    answers: list[tuple[int, bytes] | str] = field(default_factory=list)
    languages: tuple[str, ...] = ("id", "en", "ja", "zh-Hans")
    detected: str = "id"
    key: str = ""
    seconds: float = 0
    meanwhile: Callable[[], object] = lambda: None

    @property
    def address(self) -> str:
        """Where it listens."""
        return f"http://127.0.0.1:{self.port}"

    @property
    def texts(self) -> list[str]:
        """What it was given to translate."""
        return [asked["q"] for asked in self.asked if "target" in asked]


@contextmanager
def translation_server() -> Iterator[TranslationServer]:
    """Runs during the block."""
    heard = TranslationServer()
    server = ThreadingHTTPServer(("127.0.0.1", 0), _handler(heard))
    server.daemon_threads = True
    heard.port = server.server_address[1]
    thread = threading.Thread(target=server.serve_forever, args=[0.01], daemon=True)
    thread.start()
    try:
        yield heard
    finally:
        server.shutdown()
        server.server_close()
        thread.join()


def _handler(heard: TranslationServer) -> type[BaseHTTPRequestHandler]:
    class Handler(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            self._say(*_answer(heard, self.path, {}))

        def do_POST(self) -> None:
            said = json.loads(self.rfile.read(int(self.headers["Content-Length"])))
            heard.asked.append(said)
            time.sleep(heard.seconds)
            heard.meanwhile()
            self._say(*_answer(heard, self.path, said))

        def _say(self, status: int, body: bytes) -> None:
            planned = heard.answers.pop(0) if heard.answers else (status, body)
            if planned == "hang up":
                self.close_connection = True
                return
            if planned == "drip":
                self._drip()
                return
            if not isinstance(planned, str):
                status, body = planned
            self.send_response(status)
            if status in {301, 302}:
                self.send_header("Location", heard.address + "/elsewhere")
            self.send_header("Content-Length", str(len(body)))
            self.end_headers()
            self.wfile.write(body)

        def _drip(self) -> None:
            self.send_response(200)
            self.end_headers()
            for _number in range(200):
                try:
                    self.wfile.write(b" ")
                except OSError:
                    return
                time.sleep(0.05)

        def log_message(self, format: str, *args: object) -> None:
            """Nothing."""

    return Handler


def _answer(heard: TranslationServer, path: str, said: dict[str, Any]) -> tuple[int, bytes]:
    """As LibreTranslate 1.6 answers."""
    if path == "/languages":
        targets = list(heard.languages)
        return _json(200, [{"code": code, "name": code, "targets": targets} for code in targets])
    if heard.key and said.get("api_key", "") != heard.key:
        return _json(403, {"error": "Invalid API key"})
    if path == "/detect":
        return _json(200, [{"confidence": 90.0, "language": heard.detected}])
    if path != "/translate":
        return _json(404, {"error": "Not Found"})
    if said["target"] not in {code.partition("-")[0] for code in heard.languages}:
        return _json(400, {"error": f"{said['target']} is not supported"})
    return _json(200, {"translatedText": f"[{said['target']}] {said['q']}"})


def _json(status: int, said: object) -> tuple[int, bytes]:
    return status, json.dumps(said).encode()
