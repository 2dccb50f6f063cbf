"""Two letters for a round picture of a party."""


def initials(name: str) -> str:
    """Of the first and the last word; one word (or a name without spaces) gives its first letter."""
    words = [word for word in name.split() if word[:1].isalnum()]
    letters = [word[0] for word in (words[:1] + words[1:][-1:])]
    return "".join(letters).upper()
