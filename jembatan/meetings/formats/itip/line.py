"""A content line that is printed as it was read, unless it is changed (RFC 5545 3.1)."""

from dataclasses import dataclass
from functools import cached_property
from urllib.parse import unquote

from icalendar import vText
from icalendar.parser import Contentline, Parameters


@dataclass(frozen=True)
class Line:
    """An unfolded line. What says nothing that can be understood has the name ""."""

    text: str

    @cached_property
    def name(self) -> str:
        """In upper case."""
        return self._parts[0].upper()

    @cached_property
    def value(self) -> str:
        """As it is written, escapes and all."""
        return self._parts[2]

    @property
    def parameters(self) -> Parameters:
        """A copy, in the order in which they are written."""
        return Parameters(self._parts[1])

    def parameter(self, name: str) -> str:
        """Its (first) value; "" for none."""
        value = self._parts[1].get(name, "")
        return str(value[0] if isinstance(value, list) and value else value)

    @property
    def address(self) -> str:
        """A calendar user's address, with which others are compared: `mailto:` and the rest in lower case."""
        return normal_address(self.value)

    def renamed(self, name: str, *, without: tuple[str, ...] = ()) -> "Line":
        """The same value under another name."""
        return line(name, self.value, {k: v for k, v in self.parameters.items() if k not in without})

    def changed(self, *, without: tuple[str, ...] = (), **parameters: str) -> "Line":
        """With these parameters (`_` stands for `-`) set where they stand, else at the end, and some taken away."""
        kept: dict[str, object] = {k: v for k, v in self.parameters.items() if k not in without}
        kept.update({name.replace("_", "-"): value for name, value in parameters.items()})
        return line(self.name, self.value, kept)

    @property
    def folded(self) -> str:
        """In lines of at most 75 octets."""
        return Contentline(self.text).to_ical().decode()  # type: ignore[no-any-return,no-untyped-call]  # the library tells no types

    @cached_property
    def _parts(self) -> tuple[str, Parameters, str]:
        try:
            name, parameters, value = Contentline(self.text).raw_parts()  # type: ignore[no-untyped-call]  # the library tells no types
        except ValueError:
            return "", Parameters(), ""
        return name, parameters, value


def line(name: str, value: str, parameters: dict[str, object] | None = None) -> Line:
    """A line of these parts; `value` is written as it is."""
    written = Parameters(parameters or {}).to_ical(sorted=False).decode()
    return Line(f"{name};{written}:{value}" if written else f"{name}:{value}")


def text_line(name: str, text: str) -> Line:
    """A line of running text (RFC 5545 3.3.11)."""
    return line(name, vText(text).to_ical().decode())


def normal_address(text: str) -> str:
    """`mailto:` before an address without a scheme, all in lower case; "" for an empty one."""
    scheme, colon, rest = text.strip().partition(":")
    if not colon:
        scheme, rest = "mailto", scheme
    rest = unquote(rest).strip().strip("<>")
    return f"{scheme.lower()}:{rest.lower() if scheme.lower() == 'mailto' else rest}" if rest else ""
