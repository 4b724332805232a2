"""How a line speaks of a skill: done, listed, wished for, denied, or somebody else's."""

from __future__ import annotations

import pytest

from tests.match.build import small_matcher, statuses

NEGATED = (
    "Kubernetes topics I have so far not done",
    "Kubernetes, MLflow: so far only watched",
    "Kubernetes, MLflow: nil so far, to be honest",
    "Never used Apache Kafka whereas our team did",
    "Limited experience of Kubernetes",
    "Very limited Kubernetes",
    "Scant exposure to MLflow",
    "Kubernetes: 0 years",
    "MLflow: nope",
    "Kubernetes is not my forte",
    "No Kubernetes so far, and the team built none",
    "Kubernetes in production - no own experience, the engineers do this",
    "A/B tests: none yet, the shop is too small",
    "No experience with Kubernetes or MLflow so far",
    "Have never owned a roadmap",
    "Kubernetes: none",
    "Kubernetes 0/5",
    "Pottery 2 / Kubernetes 0 / chess 1",
    "Kubernetes (none), carpentry (3 years)",
    "A/B testing was not something our team did",
    "I lack hands-on Kubernetes knowledge",
    "Roadmaps were never mine to decide",
    "Without any MLflow background",
    "Kubernetes and MLflow are new to me",
    "None:     Kubernetes, MLflow",
    "Little exposure to A/B testing",
    "Didn't touch the backlog, the roadmap or OKRs",
    "Zero Kubernetes to date",
    "Kubernetes and Kafka: neither was ever given to me",
    "Not yet trusted with a roadmap",
    "Microservices lay outside my remit",
    "Unfamiliar with GDPR",
    "Can't claim any A/B testing",
    "Kubernetes – no exposure",
    "Have yet to run an A/B test",
    "I haven't written unit tests since university and haven't missed it",
    "My duties did not include the backlog",
    "Reviewed OKRs but never wrote any myself",
    "Ran everything on that floor except Kubernetes",
    "Little to show in A/B testing",
)
ASPIRING = (
    "Currently working through a beginner's course in Kubernetes and MLflow",
    "To learn: Kubernetes, MLflow",
    "Areas for growth: Kubernetes",
    "Kubernetes for everyone, modules 2 and 3 of 9 done",
    "MLflow: want to try it on my own data",
    "A/B testing in retail, continuing",
    "I mean to learn Kubernetes this winter",
    "Currently learning Kubernetes",
    "Hoping to run A/B tests in my next role",
    "Enrolled in a course on MLflow, finishing in May",
    "Kubernetes (in progress)",
    "Would like to own a roadmap",
    "Looking to move into a team that uses MLflow",
    "Keen to learn more about A/B testing",
    "Kubernetes administrator exam, expected March 2027",
    "Studying GDPR for the privacy certificate",
    "Goal: own a roadmap within two years",
    "Preparing for the Kubernetes exam",
    "My next step is to set OKRs of my own",
    "Interested in Kubeflow and MLflow",
    "Planning to take a class on microservices",
    "Seeking a role where I can run A/B tests",
    "Exploring MLflow at weekends",
    "Teaching myself Kubernetes",
    "Aspiring to own a roadmap",
    "Reading up on concept drift",
    "Working towards a GDPR certificate",
    "Kubernetes course under way, due to finish in June",
    "Evening course in product work, started this September (roadmaps, A/B tests)",
    "Kubernetes administrator, in view",
    "I have begun reading about MLflow",
    "In progress: data path (week 3 of 9) - Kubernetes, MLflow",
    "Kubernetes basics, online, begun in March 2026",
    "Kubernetes administrator, not finished",
    "I want to develop my skills in A/B testing",
    "My wish is to own a roadmap",
)
OTHER = (
    "The forecast, with its Kubernetes cluster, is built and operated by them, not by me",
    "The event bus (Kubernetes in front) belonged to the platform tribe",
    "Employer: Lindqvist Rail, a leading operator with Kubernetes and MLflow",
    "The company itself has a roadmap with the utility; dispatch looks after it",
    "Wanted by the posting: A/B tests and OKRs",
    "Clients: Kubernetes, MLflow",
    "Key customers: MLflow",
    "Hosted events for customers such as MLflow",
    "Watched engineers move to Kubernetes",
    "Chose whom to call by a score supplied by the analytics department's MLflow models",
    "Hosted the lab's Kubernetes on our own machines; they built and tuned it",
    "The roadmap and the backlog were with the Head of Digital",
    "The roadmap stayed with underwriting",
    "The roadmap is with the tariff office, and I like them",
    "The roadmap and the budget are held by our product lead, whom I answer to",
    "The microservices were of the payments team; I was a loud customer",
    "Concept drift dashboards came from the actuarial group",
    "Two freelancers tried MLflow for a fortnight",
    "The data people upstairs run Kubernetes",
    "Tamarack describes itself as a microservices house",
    "Roadmap and backlog were our PM's, I estimated",
    "OKRs are set by the product director",
    "The backlog was handled by another manager",
    "Kubernetes is the hosting desk's job",
    "Kubernetes + Kafka = other department",
    "The rota belongs to a contractor, Blueford Ops, who also look after Kubernetes",
    "The cutover to Kubernetes was carried out by the hosting unit",
    "The council's tender also asked for A/B tests",
    "Shared a room with the Kubernetes team",
    "The Kubernetes of an outside bureau; I only see the invoice",
    "My manager owned the roadmap",
    "The platform team ran Kubernetes for us",
    "Our data scientists sat in another country",
    "Sold Kubernetes licences to banks",
    "Recruited Kubernetes engineers for two clients",
    "Acme Cloud sells microservices consulting to banks",
    "Clerk at Dovetail & Finch, makers of A/B testing software",
    "Legal handled GDPR while I ran the reception",
    "Worked beside a team that used MLflow and Kubeflow",
    "The vendor was migrating to microservices during my internship",
    "Translated GDPR brochures into French",
    "Taught unit tests to first-year students",
    "CI/CD was set up by the infrastructure team",
    "Colleagues wrote the OKRs; I printed them",
    "The ideal candidate has run A/B tests",
    "You will own the roadmap and the backlog",
    "Coordinated meetings for the Kubernetes move, which the Lisbon team is running",
    "Hobbies: Kubernetes at home, chess",
    "Head office decided the roadmap",
    "Proofread the GDPR chapter of a textbook",
    "Painted the corridor of the Kubernetes department",
    "Our customers included two microservices consultancies",
    "Roadmap and backlog are done from client side only",
)
LISTED = (
    "Next-day delivery: Kubernetes, MLflow",
    "Nine years shipping what engineers use every day: Kubernetes, microservices",
    "Tools: Kubernetes, MLflow, Redis",
    "Kubernetes, MLflow, Redis",
    "Familiar with A/B testing and OKRs",
    "Certified Kubernetes administrator (2024)",
    "Working knowledge of GDPR",
    "Skills - roadmap, backlog, OKRs",
    "5 years' experience with Kubernetes",
    "Worked in a team of eight; Kubernetes, Redis",
    "Tools: Kubernetes, MLflow; Redis, Apache Kafka",
    "Seeking a post in which my skills in A/B testing and Kubernetes are of use",
)
DEMONSTRATED = (
    "Led GDPR compliance",
    "Managed the vendors who moved us to Kubernetes",
    "Sold a move to Kubernetes to the board",
    "Managed the backlog",
    "Led OKRs",
    "Trained 40 analysts in A/B testing",
    "Automated CI/CD with Jenkins",
    "Fine-tuned OKRs",
    "Stress-tested the microservices",
    "Accountable for the roadmap",
    "Creator of the roadmap",
    "Scrum master for two squads that write OKRs",
    "Moved nine teams to Kubernetes so that forty developers stopped waiting",
    "Took over the roadmap; it is one page, because nobody read ten",
    "Product owner of the microservices platform that the group uses",
    "Not only ran A/B tests but taught others to read them",
    "Hired two data scientists and a designer",
    "Sold the board on a two-year roadmap",
    "Translated customer complaints into a backlog",
    "Led the team that moved to Kubernetes",
    "Our team built CI/CD from nothing",
    "Data scientists and I defined concept drift alerts",
    "Coached the platform team in OKRs",
    "Trained 40 colleagues in A/B testing",
    "Built dashboards for OKRs used by the sales team",
    "Responsible for the roadmap of three products",
    "Own the backlog and write OKRs",
    "Leading A/B testing across two sites",
    "I run A/B tests every week",
    "Product manager who has built CI/CD twice",
    "Owner of the roadmap",
    "Kept the roadmap for partner-led rollouts",
    "Deleted names at source under GDPR and kept the proof",
    "Unit tests written in Go run in CI/CD",
    "Roadmap agreed, planned next to OKRs with engineering",
    "Product owned end to end: roadmap and launch",
)
DEEDS_WITH_A_NO_OR_A_WISH_IN_THEM = (
    "Roadmaps were built by hand for them",
    "Kubernetes modules were built by myself and others",
    "No release slipped in three years of the roadmap I planned",
    "Signed 210 merchants in the first 90 days after A/B testing the offer",
    "There was no roadmap when I joined, so I wrote one",
    "Fixed the lack of OKRs",
    "Led the learning platform team to OKRs",
    "Kubernetes migration: planned, budgeted and executed",
    "Do not just write OKRs: ran A/B tests on them",
    "Taught a program to tell wheat apart from barley with MLflow",
    "Migrated nine services to Kubernetes without downtime",
    "Built a no-code tool for A/B tests",
    "Delivered the GDPR programme with zero findings",
    "Ran CI/CD for three years and never missed a release",
    "Moved to microservices with no loss of data",
    "Introduced OKRs where there had been none",
    "Set up Kubernetes for a team that had never used containers",
    "Kept the roadmap to one page so that nobody could hide behind it",
    "Rolled out MLflow, not as a mandate but as a service",
    "Cut release time by half with CI/CD, no additional headcount",
    "Shipped microservices for a non-profit",
    "Removed unit tests that never failed and halved the run time",
    "Ran A/B tests that showed the banner was not worth keeping",
    "Planned the migration to Kubernetes",
    "Not one of nine OKRs was missed",
    "Could not afford a rewrite, so we moved to microservices piece by piece",
    "Explored Redis and Kafka on the platform before choosing one",
    "Sought approval for the roadmap from two boards",
    "Aimed A/B tests at the checkout first",
    "Interested the board in OKRs and set the first ones",
    "A/B tests twice a month: planned, run, written up",
)


@pytest.mark.parametrize("text", NEGATED)
def test_a_denied_skill_is_negated(text: str) -> None:
    assert statuses(text) == {"negated"}


@pytest.mark.parametrize("text", ASPIRING)
def test_a_skill_still_to_come_is_aspiring(text: str) -> None:
    assert statuses(text) == {"aspiring"}


@pytest.mark.parametrize("text", OTHER)
def test_other_people_s_skills_are_other(text: str) -> None:
    assert statuses(text) == {"other"}


@pytest.mark.parametrize("text", LISTED)
def test_a_skill_named_without_a_deed_is_listed(text: str) -> None:
    assert statuses(text) == {"listed"}


@pytest.mark.parametrize("text", DEMONSTRATED)
def test_a_skill_told_with_a_deed_is_demonstrated(text: str) -> None:
    assert statuses(text) == {"demonstrated"}


@pytest.mark.parametrize("text", DEEDS_WITH_A_NO_OR_A_WISH_IN_THEM)
def test_words_of_denial_or_wish_do_not_undo_a_deed_they_do_not_concern(text: str) -> None:
    assert statuses(text) == {"demonstrated"}


def test_brackets_deny_the_item_before_them() -> None:
    line = "MLflow, Redis, Kubernetes (I read the plans, I do not write modules)"
    assert [str(one.status) for one in small_matcher().match_line(line)] == ["listed", "listed", "negated"]
    assert statuses("MLflow, Kubernetes (none of these in production)") == {"negated"}


def test_a_line_of_quotes_is_read_as_soon_as_any_other() -> None:
    assert statuses('"(' * 900 + "Kubernetes deployed.") == {"demonstrated"}


def test_an_employer_s_label_ends_where_a_deed_is_told() -> None:
    assert statuses("Company: Lindqvist Rail. Led the roadmap and the move to Kubernetes") == {"demonstrated"}


def test_a_denial_ends_where_a_contrast_begins() -> None:
    found = small_matcher().match_line("Never used MLflow whereas my squad and I moved to Kubernetes")
    assert [(mention.skill, str(mention.status)) for mention in found] == [("mlflow", "negated"), ("kubernetes", "demonstrated")]


def test_two_denials_make_no_denial() -> None:
    assert statuses("No page went live before its A/B test had ended") <= {"listed", "demonstrated"}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Owned the roadmap; tools: Kubernetes, MLflow", ["demonstrated", "listed", "listed"]),
        ("Tools: Kubernetes, MLflow; wrote the roadmap", ["listed", "listed", "demonstrated"]),
        ("Ran A/B tests with data scientists and microservices; backlog down from 90 to 40", ["demonstrated"] * 4),
    ],
)
def test_a_deed_and_a_list_in_one_line_are_told_apart(text: str, expected: list[str]) -> None:
    assert [str(mention.status) for mention in small_matcher().match_line(text)] == expected


@pytest.mark.parametrize("text", [
    '"Tomasz moved our roadmap along like nobody before" – Karin Ek, former director',
    "“She brought Kubernetes to us” (from a recommendation, 2022)",
])  # fmt: skip
def test_what_a_reference_says_is_no_deed(text: str) -> None:
    assert statuses(text) == {"other"}


def test_a_quoted_word_of_ones_own_is_no_reference() -> None:
    assert statuses('Wrote "Roadmaps for harbours", a guide for port managers, and set the roadmap') <= {"demonstrated", "listed"}


@pytest.mark.parametrize("text", ["The backlog lives in Linear, and I prune it on Mondays", "Had the team report A/B testing results by region"])
def test_where_something_is_kept_and_whom_one_had_do_it_make_it_nobody_else_s(text: str) -> None:
    assert "other" not in statuses(text)


@pytest.mark.parametrize(
    "text",
    [
        "Watching MLflow is done by Model Care in Basel; I get the monthly pack",
        "The roadmap was a project of the colleagues in Dresden",
        "Moved Kubernetes into the new building (the clusters were theirs)",
        "Rollbacks are handled by the Kubernetes team, I tell them the date",
        "The microservices were written by contractors",
        "I leave microservices to our tech lead",
    ],
)
def test_what_others_did_or_hold_is_theirs(text: str) -> None:
    assert statuses(text) == {"other"}


@pytest.mark.parametrize(
    "text",
    ["The backlog lives in ClickUp, where I groom it", "Wrote the roadmap; the app was developed by a vendor",
     "The roadmap was set by me with the CTO", "Microservices that were written by my squad", "A/B tests are designed by me"],
)
def test_what_the_own_team_did_is_not(text: str) -> None:
    assert "other" not in statuses(text)
