"""The vocabulary grows behind people's backs: every five minutes, and right after an import."""

from procrastinate.contrib.django import app

from jembatan.platform.search.vocabulary import learn


@app.periodic(cron="*/5 * * * *", periodic_id="learn_words")
@app.task(name="search.learn_words", queueing_lock="learn_words", pass_context=False)
def learn_words(timestamp: int) -> None:
    """Cheap when nothing has come in."""
    learn()


@app.task(name="search.learn_now")
def learn_now() -> None:
    """The same, asked for; without a lock on the queue, since one that is refused would break an import's transaction."""
    learn()


def learn_soon() -> None:
    """As soon as a worker is free."""
    learn_now.defer()
