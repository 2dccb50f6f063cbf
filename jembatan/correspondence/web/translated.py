"""What stands beside a message in the reader's language, and whether more is offered."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass, field
from typing import Self

from django.utils.safestring import SafeString
from django.utils.translation import get_language

from jembatan.accounts.actor import Actor
from jembatan.correspondence.models import Message, MessageTranslation, Thread, TranslationServer
from jembatan.correspondence.queries.translations.made import translations_of
from jembatan.correspondence.queries.translations.server import may_go_to, server_of
from jembatan.correspondence.web.plain_text import linked


@dataclass(frozen=True, slots=True)
class Translated:
    """`offered`: there is a button that asks for it, or for the rest of it; `trouble` says why it was of no use."""

    language: str
    made: MessageTranslation | None
    offered: bool
    trouble: str = ""

    @property
    def text(self) -> SafeString:
        """As markup."""
        return linked(self.made.text) if self.made else linked("")

    @property
    def is_partly_made(self) -> bool:
        """Some of it is there, and the rest has to be asked for."""
        return self.made is not None and not self.made.is_whole


@dataclass(frozen=True, slots=True)
class Translations:
    """For the messages of a page."""

    language: str
    server: TranslationServer | None
    made: Mapping[int, MessageTranslation] = field(default_factory=dict)

    @classmethod
    def on_page(cls, actor: Actor, thread: Thread, message_ids: Collection[int]) -> Self:
        """Readers see what there is; a text that may not leave is not offered."""
        language = (get_language() or "id")[:2]
        server = server_of(actor) if actor.may_write else None
        if server is not None and not may_go_to(server, thread.marking):
            server = None
        return cls(language, server, translations_of(actor, message_ids, language=language))

    def of(self, message: Message, *, trouble: str = "") -> Translated:
        """A message in the reader's own language needs none."""
        made = self.made.get(message.pk)
        foreign = message.language != self.language
        offered = self.server is not None and foreign and (made is None or not made.is_whole)
        return Translated(self.language, made, offered, trouble)
