"""Stories: articles about the same thing, gathered over time and told as one.

features(brief)                      what of an article decides where it belongs; kept beside it in the library
choose_story(features, candidates, crowd)  the story that a new article joins, or None: it opens one of its own
arrange(many features)               the same for many articles at once, whatever their order: the repair pass
tell(briefs) -> Story                one story in words: order, title, points with their sources, negotiation, time line
group(briefs) -> [Story]             all of it, for articles that are in no library
"""

from briefreader.text.stories.crowd import Crowd
from briefreader.text.stories.features import Features, features
from briefreader.text.stories.grouping import Candidate, arrange, choose_story, group
from briefreader.text.stories.telling import tell

__all__ = ["Candidate", "Crowd", "Features", "arrange", "choose_story", "features", "group", "tell"]
