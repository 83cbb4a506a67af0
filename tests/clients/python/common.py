"""Shared by the Python scenarios: arguments, steps reported line by line, waiting."""

import sys
import time
from contextlib import contextmanager

BASE_URL, BASE_URL_502, BASE_URL_WEIRD, SECRET = sys.argv[1:5]
NAME = "made-by-python"


@contextmanager
def step(name):
    """Reports a step. The first failure ends the program, since later steps depend on earlier ones."""
    try:
        yield
    except Exception as error:
        print(f"FAILED\t{name}\t{type(error).__name__}: {error}", flush=True)
        sys.exit(1)
    print(f"ok\t{name}", flush=True)


def expect(response, status):
    """The parsed body of a response with that status."""
    if response.status_code != status:
        raise AssertionError(f"{response.status_code.value}, expected {status}: {response.content[:300]!r}")
    return response.parsed


def check(condition, text):
    if not condition:
        raise AssertionError(text)


def wait(probe, seconds=30):
    """Calls the probe until it returns something, and returns that."""
    until = time.monotonic() + seconds
    while time.monotonic() < until:
        found = probe()
        if found:
            return found
        time.sleep(0.1)
    raise AssertionError(f"still waiting after {seconds} s")


def is_gateway_page(response):
    """An HTML page with status 502 is a response without a parsed body, and not an exception."""
    check(expect(response, 502) is None, "a parsed body out of HTML")
    check(b"<html" in response.content.lower(), f"no HTML: {response.content[:80]!r}")
