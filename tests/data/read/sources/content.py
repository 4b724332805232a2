# ruff: noqa
"""The fictional resume that every layout fixture shows."""

NAME = "Marisol Vandenberg"
TITLE = "Senior Technical Product Manager"
CONTACT = ["marisol@example.com", "+1 555-0142", "Portland, Oregon", "example.org/marisol"]
SUMMARY = "Product manager with nine years of experience shipping data platforms and machine learning features for logistics companies, comfortable between engineers and customers."
JOBS = [
    (
        "Senior Technical Product Manager",
        "Harborline Freight",
        "Portland, OR",
        "Mar 2020 – Present",
        [
            "Launched a demand forecasting service that cut empty miles by 18% across four regional networks within a year.",
            "Wrote the requirements for a streaming platform on Kafka and retired eleven nightly batch jobs.",
            "Coached three associate product managers.",
        ],
    ),
    (
        "Product Manager",
        "Quillworks Analytics",
        "Denver, CO",
        "Jun 2016 – Feb 2020",
        [
            "Owned the public REST API and grew monthly active developers from 400 to 5,200 in two years.",
            "Ran weekly discovery interviews and turned the findings into a tested roadmap.",
            "Introduced feature flags and staged rollouts.",
        ],
    ),
    (
        "Business Analyst",
        "Tallgrass Mutual",
        "Omaha, NE",
        "Aug 2013 – May 2016",
        [
            "Built dashboards in Tableau that the claims department used every morning.",
            "Modeled fraud patterns with logistic regression together with two data scientists.",
        ],
    ),
]
EDU = [
    ("MSc Information Systems", "Ridgeway University", "2011 – 2013"),
    ("BSc Mathematics", "Saltmarsh College", "2007 – 2011"),
]
PROJ = [("Route Atlas", "An open source planner for bicycle couriers, written in Python and used by six cooperatives.")]
SKILLS = [
    ("Product", "Roadmapping, OKRs, A/B testing"),
    ("Technical", "SQL, Python, Airflow, Kubernetes"),
    ("AI", "Evaluation, RAG, prompt design"),
]
LANGS = ["English (native)", "Dutch (fluent)", "Spanish (basic)"]
CERTS = ["Certified Scrum Product Owner", "Cloud Practitioner"]
MAINH = ["Summary", "Experience", "Education", "Projects"]
SIDEH = ["Contact", "Skills", "Languages", "Certifications"]
