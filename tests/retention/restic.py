#!/usr/bin/env python3
"""restic's own verdicts on lists of times, from `restic forget --dry-run`.

Reads one JSON document: {"zones": [{"zone": "Europe/Berlin", "lists": [[seconds, ...], ...], "policies": [["--keep-last", "3"], ...]}]}.
Writes one: for each zone, for each policy, for each list, the sorted times that restic keeps.

Thousands of `restic backup --time` would take many minutes. The repository gets one snapshot that restic makes itself; the others
are copies of it with another time and host, sealed with the repository's key as restic's design document describes. A list that
restic created entirely is compared with its copy, to show that restic takes the copies for the same.

Most of a run of restic is deriving a key from the password, which is slow on purpose. There is nothing to protect here, so the
repository is created with a derivation that costs nothing, which `restic init` does not offer.
"""

import base64
import concurrent.futures
import datetime
import hashlib
import json
import os
import pathlib
import subprocess
import sys
import tempfile
import zoneinfo


def run(*command, zone="UTC", data=None):
    environment = {**os.environ, "TZ": zone}
    done = subprocess.run(command, input=data, env=environment, capture_output=True, check=False)
    if done.returncode != 0:
        sys.exit(f"{' '.join(command)}: {done.stderr.decode()}")
    return done.stdout


def aes(key, blocks):
    """AES of each block, in one go."""
    return run("openssl", "enc", f"-aes-{len(key) * 8}-ecb", "-nopad", "-K", key.hex(), data=b"".join(blocks))


def poly1305(r, s, message):
    r = int.from_bytes(r, "little") & 0x0FFFFFFC0FFFFFFC0FFFFFFC0FFFFFFF
    sum = 0
    for start in range(0, len(message), 16):
        sum = (sum + int.from_bytes(message[start : start + 16] + b"\x01", "little")) * r % (2**130 - 5)
    return ((sum + int.from_bytes(s, "little")) % 2**128).to_bytes(16, "little")


def seal(key, texts):
    """Each text as a file of the repository: nonce, AES-256-CTR, Poly1305-AES."""
    nonces = [os.urandom(16) for _ in texts]
    blocks = []
    for nonce, text in zip(nonces, texts):
        first = int.from_bytes(nonce, "big")
        blocks += [((first + i) % 2**128).to_bytes(16, "big") for i in range(-(-len(text) // 16))]
    stream = aes(base64.b64decode(key["encrypt"]), blocks)
    pads = aes(base64.b64decode(key["mac"]["k"]), nonces)
    r = base64.b64decode(key["mac"]["r"])
    files, at = [], 0
    for i, (nonce, text) in enumerate(zip(nonces, texts)):
        sealed = bytes(a ^ b for a, b in zip(text, stream[at : at + len(text)]))
        at += -(-len(text) // 16) * 16
        files.append(nonce + sealed + poly1305(r, pads[16 * i : 16 * i + 16], sealed))
    return files


def coded(key):
    return base64.b64encode(key).decode()


def local(seconds, zone):
    return datetime.datetime.fromtimestamp(seconds, zoneinfo.ZoneInfo(zone))


def seconds(text):
    return int(datetime.datetime.fromisoformat(text.replace("Z", "+00:00")).timestamp())


class Repository:
    def __init__(self, folder):
        os.environ.update(RESTIC_PASSWORD="x", RESTIC_REPOSITORY=f"{folder}/repository", RESTIC_CACHE_DIR=f"{folder}/cache")
        self.folder, self.file = pathlib.Path(folder), f"{folder}/file"
        pathlib.Path(self.file).write_text("x")
        self.key = {"encrypt": coded(os.urandom(32)), "mac": {"k": coded(os.urandom(16)), "r": coded(os.urandom(16))}}
        self.create()
        self.backup("made", 1_700_000_000, "UTC")
        (self.made,) = json.loads(run("restic", "snapshots", "--json"))

    def create(self):
        """As `restic init` does, except for the cost of deriving a key."""
        repository = self.folder / "repository"
        for name in ("data", "index", "keys", "locks", "snapshots"):
            (repository / name).mkdir(parents=True)
        config = {"version": 1, "id": os.urandom(32).hex(), "chunker_polynomial": "25b468838dcb75"}
        (sealed,) = seal(self.key, [json.dumps(config).encode()])
        (repository / "config").write_bytes(sealed)
        salt = os.urandom(64)
        derived = hashlib.scrypt(os.environ["RESTIC_PASSWORD"].encode(), salt=salt, n=2, r=1, p=1, dklen=64)
        user = {"encrypt": coded(derived[:32]), "mac": {"k": coded(derived[32:48]), "r": coded(derived[48:])}}
        (sealed,) = seal(user, [json.dumps(self.key).encode()])
        cost = {"created": "2025-01-01T00:00:00Z", "kdf": "scrypt", "N": 2, "r": 1, "p": 1}
        key = json.dumps({**cost, "salt": coded(salt), "data": coded(sealed)}).encode()
        (repository / "keys" / hashlib.sha256(key).hexdigest()).write_bytes(key)

    def backup(self, host, time, zone):
        text = local(time, zone).strftime("%Y-%m-%d %H:%M:%S")
        run("restic", "backup", "--quiet", "--force", "--host", host, "--time", text, self.file, zone=zone)

    def copy(self, rows):
        texts = []
        for host, time, zone in rows:
            row = {key: value for key, value in self.made.items() if key not in ("id", "short_id", "parent")}
            texts.append(json.dumps({**row, "hostname": host, "time": local(time, zone).isoformat()}).encode())
        for file in seal(self.key, texts):
            (self.folder / "repository/snapshots" / hashlib.sha256(file).hexdigest()).write_bytes(file)

    def clear(self):
        snapshots = self.folder / "repository/snapshots"
        # Not removed: creating files is slow while others were just deleted.
        snapshots.rename(tempfile.mkdtemp(dir=self.folder))
        snapshots.mkdir()

    def verdicts(self, zone, hosts, policy):
        filters = [word for host in hosts for word in ("--host", host)]
        groups = json.loads(
            run("restic", "forget", "--no-cache", "--no-lock", "--dry-run", "--json", "--group-by", "host", *filters, *policy, zone=zone)
        )
        kept = {}
        for group in groups:
            # Newer restics keep the oldest one, too, while a number is not used up: that is a rule of its own.
            reasons = [(seconds(r["snapshot"]["time"]), r["matches"]) for r in group["reasons"] or []]
            kept[group["host"]] = sorted(t for t, why in reasons if not all(w.startswith("oldest ") for w in why))
        return [kept[host] for host in hosts]


def main():
    asked = json.load(sys.stdin)["zones"]
    with tempfile.TemporaryDirectory() as folder:
        repository = Repository(folder)
        # A list that restic makes itself, on a night of changing clocks, and its copy.
        zone, start = "Europe/Berlin", 1_711_839_600
        control = [start + step * 5400 for step in range(4)]
        for time in control:
            repository.backup("control-made", time, zone)
        repository.copy([("control-copy", time, zone) for time in control])
        for policy in (["--keep-hourly", "2"], ["--keep-within", "3h"]):
            made, copied = repository.verdicts(zone, ["control-made", "control-copy"], policy)
            if made != copied:
                sys.exit(f"restic takes copies for something else: {policy}: {made} and {copied}")
        answers = []
        for part in asked:
            # Each run reads all snapshots, so those of the zones before are in the way.
            repository.clear()
            hosts = [f"host-{i}" for i in range(len(part["lists"]))]
            repository.copy([(host, t, part["zone"]) for host, times in zip(hosts, part["lists"]) for t in times])
            with concurrent.futures.ThreadPoolExecutor(2) as pool:
                verdicts = pool.map(lambda policy: repository.verdicts(part["zone"], hosts, policy), part["policies"])
            answers.append(list(verdicts))
        json.dump(answers, sys.stdout)


main()
