"""What the work is like, competency by competency: what a product manager answers for, and by which measures.

Read by `roles`. Tools and measures are skill ids of the lexicon, so that their names are the lexicon's own; one that an overlay
leaves out is not shown. A competency that only an overlay knows has no duty and no measures, and the tools that it names.
"""

from __future__ import annotations

from collections.abc import Mapping

STAGES: tuple[tuple[str, tuple[str, ...]], ...] = (
    ("find the problem", ("product-discovery", "ai-strategy", "product-strategy")),
    ("define it", ("technical-specification", "api-platform", "agile-delivery", "ai-governance", "security-privacy")),
    ("gather and prepare data", ("data-engineering",)),
    (
        "build",
        (
            "distributed-systems",
            "devops-delivery",
            "ml-fundamentals",
            "generative-ai",
            "mlops",
            "cross-functional-leadership",
            "ai-team-collaboration",
        ),
    ),
    ("test and check", ("model-evaluation", "experimentation", "responsible-ai")),
    ("launch", ("go-to-market",)),
    ("run and learn", ("product-analytics", "observability-reliability", "model-monitoring")),
)
"""The stages of product work, and which competencies each calls for most."""

DUTIES: Mapping[str, str] = {
    "product-strategy": "says what is built, for whom and in which order, and what is not",
    "product-discovery": "finds out what users need before anything is built",
    "agile-delivery": "turns the plan into stories that a team finishes on time",
    "product-analytics": "shows by figures whether the product is used and worth its cost",
    "cross-functional-leadership": "leads people of several trades who report to somebody else",
    "go-to-market": "brings the product to the market with sales, marketing and support",
    "technical-specification": "agrees with engineers on how it will work, and on what it must withstand",
    "api-platform": "runs an interface as a product: versions, partners, developers' time",
    "distributed-systems": "weighs with architects how the system grows, and what breaks first",
    "devops-delivery": "keeps the way from a change to its release short and safe",
    "observability-reliability": "agrees how often it may fail, and sees when it does",
    "security-privacy": "keeps users' data safe and the product within the law",
    "ai-strategy": "chooses where AI pays, and where it does not",
    "ml-fundamentals": "knows what kinds of model can learn what, from which data",
    "data-engineering": "makes sure that the data which models learn from exist and can be trusted",
    "mlops": "gets models from the notebook to production, and back again",
    "model-evaluation": "decides by evidence whether a model is good enough to release",
    "model-monitoring": "notices when a model that was good no longer is",
    "experimentation": "proves by trials that a change, and not chance, brought the result",
    "generative-ai": "builds with language models, and bounds what they may say and do",
    "ai-team-collaboration": "works day by day with data scientists, engineers and annotators",
    "responsible-ai": "finds out who is treated worse by a model, and mends it",
    "ai-governance": "documents models, their risks and who decides about them",
}

MEASURES: Mapping[str, tuple[str, ...]] = {
    "product-strategy": ("okrs", "unit-economics", "product-market-fit"),
    "agile-delivery": ("on-time-release", "cycle-time", "burndown"),
    "product-analytics": (
        "adoption-rate",
        "activation",
        "retention",
        "churn",
        "nps-csat",
        "revenue-lift",
        "cost-savings",
    ),
    "api-platform": ("time-to-first-call", "api-analytics"),
    "devops-delivery": ("dora-metrics", "code-quality"),
    "observability-reliability": ("slo", "uptime", "latency", "error-rates", "mttr", "bug-counts"),
    "ai-strategy": ("ai-business-case", "model-cost-economics"),
    "data-engineering": ("data-quality",),
    "mlops": ("latency", "model-cost-economics"),
    "model-evaluation": (
        "precision-recall",
        "auc-roc",
        "f1-score",
        "calibration",
        "hallucination-rate",
        "model-accuracy",
    ),
    "model-monitoring": ("data-drift", "psi", "online-quality"),
    "experimentation": ("ctr-lift", "guardrail-metrics", "statistical-significance"),
    "generative-ai": ("hallucination-rate", "model-cost-economics"),
    "responsible-ai": ("fairness-metrics", "statistical-parity", "equal-opportunity", "disparate-impact"),
}

TOOLS: Mapping[str, tuple[str, ...]] = {
    "product-strategy": ("productboard", "aha-roadmaps", "jira-product-discovery", "productplan"),
    "product-discovery": ("figma", "miro", "sketch-app", "usertesting", "maze", "dovetail"),
    "agile-delivery": ("jira", "confluence", "asana-tool", "azure-boards", "linear-tool", "notion-trello-monday"),
    "product-analytics": ("sql", "amplitude", "mixpanel", "looker", "tableau", "power-bi"),
    "technical-specification": ("lucidchart", "microsoft-visio", "mermaid-js", "plantuml"),
    "api-platform": ("api-gateway", "api-testing-tools", "graphql", "grpc", "developer-portal", "sdk"),
    "distributed-systems": ("aws", "azure", "gcp", "kafka", "istio", "postgresql"),
    "devops-delivery": ("jenkins", "github-actions", "gitlab", "docker", "kubernetes", "terraform"),
    "observability-reliability": ("datadog", "new-relic", "grafana", "prometheus", "pagerduty", "splunk"),
    "ml-fundamentals": ("python-for-ml", "scikit-learn", "pytorch", "tensorflow", "hugging-face"),
    "data-engineering": ("snowflake", "bigquery", "databricks", "spark", "airflow", "dbt"),
    "mlops": ("mlflow", "kubeflow", "tensorboard", "sagemaker", "vertex-ai", "tfx", "jupyter"),
    "model-evaluation": ("langsmith", "langfuse", "braintrust", "ragas", "promptfoo"),
    "model-monitoring": ("weights-and-biases", "seldon-core", "evidently", "arize", "whylabs"),
    "experimentation": ("optimizely", "statsig", "vwo", "growthbook", "eppo"),
    "generative-ai": ("openai-api", "claude", "gemini", "langchain", "vector-database", "amazon-bedrock"),
    "responsible-ai": ("ai-fairness-360", "fairlearn", "aequitas", "shap", "lime", "what-if-tool"),
    "ai-governance": ("ai-governance-tools",),
}
"""What teams really use, the usual first; the source article's own rows among them."""
