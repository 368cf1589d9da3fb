"""Secrets that must be read again (of second factors, of robots): sealed while they lie in the database."""

from base64 import urlsafe_b64encode
from hashlib import sha256

from cryptography.fernet import Fernet, MultiFernet
from django.conf import settings


def seal(secret: str) -> str:
    return _box().encrypt(secret.encode()).decode()


def unseal(sealed: str) -> str:
    """Raises `cryptography.fernet.InvalidToken` where neither the key nor an older one made it."""
    return _box().decrypt(sealed.encode()).decode()


def _box() -> MultiFernet:
    """Sealed with the present key, opened with any that is still honoured."""
    return MultiFernet([Fernet(_key(key)) for key in (settings.SECRET_KEY, *settings.SECRET_KEY_FALLBACKS)])


def _key(secret: str) -> bytes:
    return urlsafe_b64encode(sha256(f"jishi.sealing\0{secret}".encode()).digest())
