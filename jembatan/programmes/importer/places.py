"""The places of a programme by their names, made where they are missing."""

from jembatan.directory.formats.names import fold
from jembatan.platform.imports.importer import ImportJob
from jembatan.programmes.importer.records import touch
from jembatan.programmes.models import Place, Programme


class Places:
    """Looked up once; those that an import names first join in."""

    def __init__(self, job: ImportJob, programme: Programme) -> None:
        self.job, self.programme = job, programme
        self.by_name = {fold(place.name): place for place in programme.places.all()}

    def find(self, name: str) -> Place | None:
        """The place of that name."""
        return self.by_name.get(fold(name))

    def find_or_make(self, name: str, kind: str) -> Place:
        """As `find`; a new one is a record of the batch."""
        found = self.find(name)
        if found is not None:
            return found
        place = Place.objects.create(
            desk=self.job.batch.desk, programme=self.programme, name=name[:200], kind=kind
        )
        touch(self.job, place, None)
        self.by_name[fold(name)] = place
        return place
