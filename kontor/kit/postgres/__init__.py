"""A PostgreSQL server of our own, for the demonstration, tests, pilots and small installations.

Knows nothing of Django, so that the launcher can start the database before Django is loaded:

    with Cluster(Path(".kontor/postgres")) as cluster:
        cluster.create_database("kontor")
        environment = cluster.addresses("kontor")      # DATABASE_URL, DATABASE_OWNER_URL
"""

from kontor.kit.postgres.cluster import Cluster as Cluster
from kontor.kit.postgres.problem import DatabaseProblem as DatabaseProblem
