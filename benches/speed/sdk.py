"""Lists all snapshots of a server with Hyperstack's own SDK (PyPI: hyperstack), and prints the CPU microseconds per snapshot.

sdk.py BASE_URL COUNT
"""

import statistics
import sys
import time

import hyperstack
from hyperstack.api.snapshots_api import SnapshotsApi

base_url, count = sys.argv[1], int(sys.argv[2])
configuration = hyperstack.Configuration(host=base_url, api_key={"apiKey": "key"})
snapshots = SnapshotsApi(hyperstack.ApiClient(configuration))


def listed():
    """One reading of the list: unlike ours, the SDK does not notice entries that moved between pages."""
    seen = 0
    for page in range(1, 1 << 30):
        rows = snapshots.list_snapshots(page=str(page), page_size="100").snapshots
        seen += len(rows)
        if seen >= count or not rows:
            return seen


def micros():
    started = time.process_time()
    assert listed() == count
    return (time.process_time() - started) * 1e6 / count


listed()
print(statistics.median(micros() for _ in range(15)))
