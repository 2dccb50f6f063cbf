"""`python -m jembatan.platform.postgres HOME`: the keeper's process."""

import sys

from jembatan.platform.postgres.keeper import main

sys.exit(main(sys.argv[1:]))
