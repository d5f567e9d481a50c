"""Where we may knock, and what lets us in: headers from the table ``[access]`` of the configuration, or the keyring."""

from __future__ import annotations

from briefreader.access import Access
from briefreader.config import Settings
from briefreader.errors import SourceError
from briefreader.sources.address import split
from briefreader.sources.headers import basic_credentials, is_header
from briefreader.sources.places import Place, private_places
from briefreader.store.library import Library

KEYRING_SERVICE = "briefreader"


def private_doors(library: Library, settings: Settings, *typed: str) -> frozenset[Place]:
    """The private places that the reader allowed: those of the sources, of addresses just ``typed``, and of the settings."""
    sources = [source.address for source in library.sources(counted=False)]
    return private_places([*sources, *typed], settings.private_hosts)


def secret_headers(address: str, settings: Settings) -> dict[str, str]:
    """The headers for an address that the reader typed or subscribed to; none where no secret is known for its host.

    Raises ``SourceError`` where a secret is to be used and cannot be.
    """
    if not settings.access:
        return {}
    parts = split(address)
    host = (parts.hostname or "").lower()
    place = f"{host}:{parts.port}" if parts.port else host
    access = settings.access.get(place)
    if access is None:
        return {}
    secret = access.secret if access.secret is not None else _from_keyring(place)
    if access.user is not None:
        return {"Authorization": basic_credentials(access.user, secret)}
    return _own_header(access, place, secret)


def headers_for_link(address: str, settings: Settings) -> dict[str, str]:
    """As ``secret_headers``, for an address that came from outside: it must not coax a secret onto an open line."""
    return secret_headers(address, settings) if address.startswith("https://") else {}


def _own_header(access: Access, place: str, secret: str) -> dict[str, str]:
    name = access.header or ""
    if not (is_header(secret) and is_header(name) and name.replace("-", "").isalnum()):
        raise SourceError(f"the header or the secret for {place} in [access] has signs that no header can have")
    return {name: secret}


def _from_keyring(place: str) -> str:
    try:
        import keyring
    except ImportError:
        raise SourceError(
            f"the secret for {place} is to come from the keyring: install it with 'pip install briefreader[keyring]', "
            "or write the secret into the configuration"
        ) from None
    try:
        secret = keyring.get_password(KEYRING_SERVICE, place)
    except Exception as error:  # every system's keyring has errors of its own
        raise SourceError(
            f"the keyring does not answer ({type(error).__name__}): unlock it, or write the secret into the configuration"
        ) from error
    if secret is None:
        raise SourceError(f"the keyring has no secret for {place}: put one there with 'keyring set {KEYRING_SERVICE} {place}'")
    return str(secret)
