"""From evidence to numbers that explain themselves: points that add up, a range, gaps with their gain, first steps.

Every rule and constant is in docs/scoring.md. Nothing here reads a name, a school or anything else of the person: the
inputs are counted mentions, positions in time and the role's weights.
"""

from resumefit.score.constants import SCORING_VERSION
from resumefit.score.recommend import recommend
from resumefit.score.role import score_role

__all__ = ["SCORING_VERSION", "recommend", "score_role"]
