"""Makes `skill_lexicon/schema.json`, with which editors complete and check a skill file while it is written.

    python -m resumefit.lexicon.json_schema > skill_lexicon/schema.json
"""

from __future__ import annotations

import json
import sys

from resumefit.lexicon.schema import CompetencyFile


def json_schema() -> str:
    """Return the JSON Schema of a skill file, as text that ends with a line break."""
    schema = CompetencyFile.model_json_schema()
    schema["$schema"] = "https://json-schema.org/draft/2020-12/schema"
    schema["title"] = "A competency's skills in resumefit's lexicon"
    return json.dumps(schema, indent=2, sort_keys=True) + "\n"


if __name__ == "__main__":
    sys.stdout.write(json_schema())
