"""Proxies that the environment names. What is reached through one is judged as if it were reached without."""

from __future__ import annotations

import os
import urllib.request
from urllib.parse import SplitResult, urlsplit

from briefreader.sources.address import mask
from briefreader.sources.connection import Guard
from briefreader.sources.failures import FetchError
from briefreader.sources.places import is_private_name


def proxy_for(parts: SplitResult) -> SplitResult | None:
    """The proxy that the environment names for this address (``http_proxy``, ``https_proxy``, ``all_proxy``, ``no_proxy``)."""
    if not any(name.lower().endswith("_proxy") for name in os.environ):
        return None
    proxies = urllib.request.getproxies_environment()
    proxy = proxies.get(parts.scheme) or proxies.get("all")
    if not proxy or _bypasses_proxy(parts, proxies):
        return None
    proxy_parts = urlsplit(proxy if "://" in proxy else "http://" + proxy)
    try:
        usable = proxy_parts.scheme == "http" and proxy_parts.hostname and (proxy_parts.port or True)
    except ValueError:
        usable = False
    if not usable:
        raise FetchError(f"the proxy {mask(proxy)} in the environment cannot be used: it must be an http:// address")
    return proxy_parts


def _bypasses_proxy(parts: SplitResult, proxies: dict[str, str]) -> bool:
    place = parts.netloc.rpartition("@")[2]
    return bool(urllib.request.proxy_bypass_environment(place, proxies))  # type: ignore[attr-defined]  # typeshed lacks it


def judge_behind_proxy(host: str, port: int, guard: Guard) -> None:
    """Judge a target as if we connected to it. Where only the proxy can look names up, the name alone is judged."""
    try:
        guard.allowed(host, port)
    except OSError:
        if is_private_name(host) and (host, port) not in guard.private:
            raise FetchError(f"refused: {host} is a name of a private network") from None
