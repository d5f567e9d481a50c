"""Which machines may be reached: the open internet, and of private networks only what the reader named.

A feed can redirect to, link to or (by DNS rebinding) turn into an address of the reader's own network. So the address that a
socket is about to connect to is judged, never the name.
"""

from __future__ import annotations

import ipaddress
from collections.abc import Iterable
from urllib.parse import urlsplit

from briefreader.errors import SourceError
from briefreader.sources.address import ascii_host, is_web, port_of, split

Place = tuple[str, int]
"""A host, as it is written in an address, and a port."""
ANY_PORT = 0

# Names that only a resolver of one's own network answers (RFC 6761, 6762, 8375; .internal is reserved by ICANN).
_PRIVATE_ENDINGS = (".localhost", ".local", ".lan", ".home", ".home.arpa", ".internal", ".intranet", ".corp", ".private")
_NAT64 = ipaddress.IPv6Network("64:ff9b::/96")
_GLOBAL_IPV6 = ipaddress.IPv6Network("2000::/3")
# Not reachable from everywhere, though the ``ipaddress`` of some supported Pythons calls them global.
_SPECIAL = tuple(
    ipaddress.ip_network(net)
    for net in (
        "100.64.0.0/10",
        "192.0.0.0/24",
        "192.88.99.0/24",
        "198.18.0.0/15",
        "2001::/23",
        "2001:db8::/32",
        "3fff::/20",
    )
)


def is_global(address: str) -> bool:
    """Say whether a numeric IP address belongs to the open internet, also when it hides in an IPv6 one."""
    ip = ipaddress.ip_address(address.partition("%")[0])
    if isinstance(ip, ipaddress.IPv6Address):
        inner = ip.ipv4_mapped or ip.sixtofour or (ip.teredo[1] if ip.teredo else None)
        if ip in _NAT64:
            inner = ipaddress.IPv4Address(int(ip) & 0xFFFFFFFF)
        if inner is not None:
            return is_global(str(inner))
        if ip not in _GLOBAL_IPV6:
            return False
    return ip.is_global and not ip.is_multicast and not any(ip in network for network in _SPECIAL)


def is_private_name(host: str) -> bool:
    """Say whether a host, as typed, can only mean a machine of one's own network: a private number or a local name."""
    host = host.lower().rstrip(".")
    try:
        return not is_global(host)
    except ValueError:
        return "." not in host or host.endswith(_PRIVATE_ENDINGS) or host.replace(".", "").isdigit()


def private_places(typed: Iterable[str], hosts: Iterable[str] = ()) -> frozenset[Place]:
    """Give the private places that the reader allowed.

    Those are the host and port of each web address in ``typed`` (sources, arguments) that can only be private, and every
    host in ``hosts`` (the setting ``private_hosts``). A public name that turns out to lead home is not among them.
    """
    allowed: set[Place] = {(host.strip().lower(), ANY_PORT) for host in hosts}
    for address in typed:
        if not is_web(address):
            continue
        try:
            parts = split(address)
            host = ascii_host(parts)
        except SourceError:
            continue
        if is_private_name(host):
            allowed.add((host, port_of(parts)))
    return frozenset(allowed)


def place_of(address: str) -> Place:
    """The host and port that an address leads to."""
    parts = urlsplit(address)
    return ascii_host(parts), port_of(parts)
