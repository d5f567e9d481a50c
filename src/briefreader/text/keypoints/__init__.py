"""Key points: the few sentences that carry an article."""

from briefreader.text.keypoints.choice import key_points
from briefreader.text.keypoints.guards import leans

__all__ = ["key_points", "leans"]
