from .jobs import Job, Round
from .notices import Notice

__all__ = ["Job", "Notice", "Round"]
