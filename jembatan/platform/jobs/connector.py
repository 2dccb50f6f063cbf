"""How a worker reaches its queue: jobs are fetched by a pool of its own, and queued by the transaction that asks for them."""

from procrastinate.connector import BaseConnector
from procrastinate.contrib.django import app
from procrastinate.contrib.django.utils import connector_params
from procrastinate.psycopg_connector import PsycopgConnector


class WorkerConnector(PsycopgConnector):
    """A job that queues another does so on Django's connection, as a page does: both are there with what they are about, or neither.

    By the pool, the new job would be there before its transaction ends; a second hand of the worker would fetch it, find
    nothing to do yet, and drop it.
    """

    def __init__(self) -> None:
        super().__init__(kwargs=connector_params())
        self._django = app.connector

    def get_sync_connector(self) -> BaseConnector:
        """What actions use, in the threads of their jobs."""
        return self._django.get_sync_connector()
