"""OpenAPI documents for the snapshot and backup APIs of four cloud providers."""

import json
from contextlib import AbstractContextManager
from importlib.resources import as_file, files
from pathlib import Path
from typing import Any, Dict, Tuple

__all__ = ["PROVIDERS", "load", "path", "text"]

_documents = files(__name__) / "documents"

#: The providers that have a document.
PROVIDERS: Tuple[str, ...] = tuple(
    sorted(entry.name[: -len(".json")] for entry in _documents.iterdir() if entry.name.endswith(".json"))
)


def load(provider: str) -> Dict[str, Any]:
    """Return the provider's document, parsed."""
    return json.loads(_file(provider, "json").read_text(encoding="utf-8"))


def text(provider: str) -> str:
    """Return the provider's document as YAML, with its comments."""
    return _file(provider, "yaml").read_text(encoding="utf-8")


def path(provider: str) -> AbstractContextManager[Path]:
    """Return a context manager for a YAML file that a generator can read."""
    return as_file(_file(provider, "yaml"))


def _file(provider: str, suffix: str):
    if provider not in PROVIDERS:
        raise ValueError(f"unknown provider {provider!r}, expected one of {', '.join(PROVIDERS)}")
    return _documents / f"{provider}.{suffix}"
