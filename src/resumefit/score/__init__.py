"""From evidence to numbers that explain themselves: points that add up, a range, gaps with their gain, first steps.

Every rule and constant is in docs/scoring.md. Nothing here reads a name, a school or anything else of the person: the
inputs are counted mentions, positions in time and the role's weights.
"""

from resumefit.score.compare import Comparison, compare
from resumefit.score.explain import Explanation, explain
from resumefit.score.hygiene import check_hygiene
from resumefit.score.job import match_job, next_steps
from resumefit.score.plan import Plan, make_plan
from resumefit.score.posting import Posting
from resumefit.score.postings import SideBySide, lay_side_by_side
from resumefit.score.recommend import recommend
from resumefit.score.role import score_role
from resumefit.score.roles import RoleMap, map_roles
from resumefit.score.seniority import seniority_of
from resumefit.version import SCORING_VERSION

__all__ = [
    "SCORING_VERSION",
    "Comparison",
    "Explanation",
    "Plan",
    "Posting",
    "RoleMap",
    "SideBySide",
    "check_hygiene",
    "compare",
    "explain",
    "lay_side_by_side",
    "make_plan",
    "map_roles",
    "match_job",
    "next_steps",
    "recommend",
    "score_role",
    "seniority_of",
]
