"""Django set up for a process that keeps it until it ends."""

import gc


def set_up_django() -> None:
    """With all rooms, once.

    What is set up stays: looking through it for garbage takes a tenth of a start, and doing so again when all is
    over, in order to end, a fifth.
    """
    import django
    from django.apps import apps

    if apps.ready:
        return
    gc.disable()
    try:
        django.setup()
    finally:
        gc.enable()
    gc.freeze()
