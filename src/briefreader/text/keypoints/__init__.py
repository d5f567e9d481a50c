"""Key points: the few sentences that carry an article."""

from briefreader.text.keypoints.choice import key_points

__all__ = ["key_points"]
