"""The engine's version, apart from the engine: who only compares versions need not load it."""

ENGINE_VERSION = 8
"""Raised whenever cleaning or briefing gives other results: a stored brief of an older engine is made again."""
