"""A second fictional resume, with what the first lacks: long titles that wrap, several posts at one firm, a long side."""

NAME = "Ottoline Brzezicka"
TITLE = "Group Product Manager for Machine Learning Platforms"
CONTACT = ["ottoline@example.org", "+1 555-0163", "Leeds, England", "example.org/ottoline"]
SUMMARY = (
    "Group product manager who turns research prototypes into services that hospitals and insurers rely on; equally at "
    "home in a clinical workshop and in a design review of an inference service."
)
# Title, firm, place, dates, points. The titles are long on purpose: in a narrow column they wrap.
JOBS = [
    (
        "Group Product Manager, Clinical Machine Learning Platform",
        "Pennywhistle Health Systems",
        "Leeds",
        "Sept 2021 – Present",
        [
            "Set the direction of a platform that serves 41 models to nine hospital trusts.",
            "Agreed service levels for inference with clinicians and halved the alerts that nobody answered.",
            "Introduced model cards and a review board, so that every release has an owner and a record.",
        ],
    ),
    (
        "Senior Product Manager, Patient Risk and Bed Planning",
        "Pennywhistle Health Systems",
        "Leeds",
        "Feb 2019 – Aug 2021",
        [
            "Shipped a discharge forecast that ward managers consult twice a day.",
            "Ran a shadow trial over six months before the first automated recommendation.",
        ],
    ),
    (
        "Product Owner, Claims Automation",
        "Gable & Thornbury Insurance",
        "York",
        "Oct 2015 – Jan 2019",
        [
            "Cut the handling time of windscreen claims from four days to one afternoon.",
            "Wrote acceptance criteria together with adjusters, and kept a backlog of 300 stories in order.",
            "Moved the document store to the cloud without a single lost claim.",
        ],
    ),
    (
        "Junior Systems Analyst",
        "Millrace Borough Council",
        "Hull",
        "July 2013 – Sept 2015",
        ["Mapped 60 processes of the housing office and retired two thirds of their forms."],
    ),
]
EDU = [
    ("MSc Health Informatics", "Aire Valley University", "2012 – 2013"),
    ("BSc Statistics", "Humber Polytechnic", "2009 – 2012"),
]
SKILLS = [
    ("Product", "Discovery, pricing, roadmaps"),
    ("Machine learning", "Evaluation, drift, calibration"),
    ("Platform", "Kubernetes, gRPC, Postgres"),
    ("Governance", "Model cards, audit trails"),
]
LANGS = ["English (native)", "Polish (native)", "German (working)"]
CERTS = ["Certified Product Owner", "Clinical Safety Officer", "Data Protection Practitioner"]
AWARDS = ["Northern Digital Health Prize 2022", "Council Innovation Award 2014"]
INTERESTS = ["Fell running", "Bell ringing", "Restoring typewriters"]
MAIN_HEADINGS = ["Profile", "Employment", "Education"]
SIDE_HEADINGS = ["Contact", "Skills", "Languages", "Certificates", "Awards", "Interests"]
