"""Where a negotiation stands: the heart of briefreader."""

from briefreader.text.negotiation.codebook import Codebook, load_codebook
from briefreader.text.negotiation.status import negotiation_status
from briefreader.text.negotiation.story.changed import what_changed
from briefreader.text.negotiation.story.status import story_status

__all__ = ["Codebook", "load_codebook", "negotiation_status", "story_status", "what_changed"]
