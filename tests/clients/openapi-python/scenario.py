"""The scenario shared by the clients that openapi-generator's python generates: each provider implements `Account`."""

import base64
import sys
import time
from importlib import import_module

BASE_URL, GATEWAY_URL, _, SECRET = sys.argv[1:5]
NAME = "by-openapi-python"


class Account:
    """A provider's client. Subclasses have page, create, ready, name, change, remove, missing and gateway."""

    provider = ""

    def __init__(self):
        self.package = import_module(f"openapi_{self.provider}")

    def connect(self, host, **credentials):
        """A client of the generated package."""
        return self.package.ApiClient(self.package.Configuration(host=host, **credentials))

    def refused(self, status, call, *arguments, **named):
        """The error of a call refused with that status."""
        try:
            call(*arguments, **named)
        except self.package.ApiException as error:
            check(error.status == status, f"{error.status}, expected {status}")
            return error
        raise AssertionError("not refused")


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


def basic(headers):
    headers["authorization"] = f"Basic {base64.b64encode(SECRET.encode()).decode()}"


def step(name, work):
    try:
        result = work()
    except Exception as error:
        print(f"FAILED\t{name}\t{type(error).__name__}: {str(error)[:300]!r}", flush=True)
        sys.exit(1)
    print(f"ok\t{name}", flush=True)
    return result


def run(account):
    def all_pages():
        ids, number, last = [], 0, False
        while not last:
            number += 1
            page, last = account.page(number)
            ids += page
        check(number > 1 and len(ids) > 4 and len(set(ids)) == len(ids), f"{len(ids)} on {number} pages")

    def error():
        text = wait(lambda: attempt(account.missing, made))
        check(text, "no text")

    step("all pages", all_pages)
    step("create", account.create)
    made = step("wait", lambda: wait(account.ready))
    step("get", lambda: check(account.name(made) == NAME, "another name"))
    step("change", lambda: account.change(made))
    step("delete", lambda: account.remove(made))
    step("error", error)
    step("HTML 502", account.gateway)


def attempt(work, *arguments):
    try:
        return work(*arguments)
    except AssertionError:
        return None
