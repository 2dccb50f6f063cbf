"""`column__among=[…]`: one of very many values, as one array.

`column__in` writes every value into the statement as a parameter of its own. For the thousands that an import asks about at
once, taking such a statement apart cost more than answering it.
"""

from typing import Any

from django.db.models import Field, ForeignKey, Lookup


class Among(Lookup):
    """`column = ANY(array)`. Takes any number of values, none included, and no query."""

    lookup_name = "among"

    def get_prep_lookup(self) -> list[Any]:
        """The values as the column has them."""
        field = self.lhs.output_field
        return [field.get_prep_value(value) for value in self.rhs]

    def as_sql(self, compiler: Any, connection: Any) -> tuple[str, tuple[Any, ...]]:
        """One parameter, whatever the number of values."""
        column, parameters = self.process_lhs(compiler, connection)
        kind = self.lhs.output_field.db_type(connection)
        # Cast to varchar(40), a longer value would be cut, and found where it is not.
        kind = "text" if kind.startswith("varchar") else kind
        return f"{column} = ANY(%s::{kind}[])", (*parameters, self.rhs)


def install() -> None:
    """Every column has it from now on."""
    Field.register_lookup(Among)
    ForeignKey.register_lookup(Among)
