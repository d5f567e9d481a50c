"""briefreader: a terminal reader that groups the news into stories and says where each negotiation stands."""

__version__ = "0.1.0"
