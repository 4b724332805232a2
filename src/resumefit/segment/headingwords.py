"""The words of headings: those that name a kind of section, and those that only shade another; and the words of pastimes."""

from __future__ import annotations

from collections.abc import Mapping

from resumefit.core.resume import SectionKind

# The kinds of section whose entries are positions.
WORK = frozenset({SectionKind.EXPERIENCE, SectionKind.VOLUNTEERING})
_NAMING: tuple[tuple[SectionKind, int, str], ...] = (
    (
        SectionKind.EXPERIENCE,
        3,
        "experience experiences exp employment employments employers appointments engagements jobs internship "
        "internships placements secondments positions posts roles assignments stations berufserfahrung",
    ),
    (
        SectionKind.EXPERIENCE,
        2,
        "career careers work works worked job role position occupation occupations tenure chronology journey "
        "gigs",
    ),
    (
        SectionKind.EDUCATION,
        3,
        "education educational scholastic schooling degrees university universities schools school studies "
        "edu diplomas ausbildung",
    ),
    (
        SectionKind.EDUCATION,
        2,
        "academic academics academia study college scholarly qualification degree",
    ),
    (
        SectionKind.SKILLS,
        3,
        "skills skill skillset skillsets competencies competences competence competency expertise "
        "proficiencies toolkit toolbox toolset tools technologies superpowers frameworks methodologies "
        "capabilities specialisations specializations stack kenntnisse",
    ),
    (
        SectionKind.SKILLS,
        2,
        "tech proficiency knowledge literacy software strengths strength computing technology platforms "
        "abilities environment craft specialties specialities",
    ),
    (
        SectionKind.PROJECTS,
        3,
        "projects project hackathons ventures portfolio shipped built made hustles prototypes",
    ),
    (
        SectionKind.CERTIFICATIONS,
        3,
        "certifications certification certificates certificate certs cert licensure licences licenses "
        "licensing accreditation accreditations courses course coursework trainings workshops seminars "
        "nanodegrees bootcamps cpd credentials moocs tickets",
    ),
    (SectionKind.CERTIFICATIONS, 2, "training qualifications"),
    (
        SectionKind.PUBLICATIONS,
        3,
        "publications publication papers talks patents articles presentations presentation speaking podcasts "
        "press",
    ),
    (
        SectionKind.AWARDS,
        3,
        "awards award honours honors prizes medals scholarships grants fellowships competitions distinctions "
        "rewards",
    ),
    (SectionKind.AWARDS, 2, "recognition achievements accomplishments achievement accolades"),
    (SectionKind.LANGUAGES, 4, "languages language linguistic lingos tongue tongues"),
    (
        SectionKind.INTERESTS,
        3,
        "hobbies interests hobby passions pastimes extracurricular extracurriculars recreation sports leisure "
        "fun fritid",
    ),
    (SectionKind.INTERESTS, 2, "activities activity"),
    (
        SectionKind.VOLUNTEERING,
        4,
        "volunteering volunteer volunteerism voluntary charity charitable civic ngo nonprofit philanthropy "
        "outreach ehrenamt förtroendeuppdrag",
    ),
    (SectionKind.VOLUNTEERING, 3, "community"),
    (SectionKind.CONTACT, 4, "contact contacts"),
    (
        SectionKind.OTHER,
        4,
        "references reference referees particulars declaration memberships membership affiliations "
        "testimonials visa permit permits immigration availability recommendations privat gaps eligibility",
    ),
    (SectionKind.SUMMARY, 4, "objective objectives aim statement pitch bio biography"),
    (
        SectionKind.SUMMARY,
        1,
        "summary profile overview synopsis snapshot introduction abstract about glance brief",
    ),
)
# The words that name a kind; the number is what they weigh against each other: "Skills Overview" is of skills.
KERNELS: Mapping[str, tuple[SectionKind, int]] = {
    word: (kind, weight) for kind, weight, words in _NAMING for word in words.split()
}
# Words that shade a heading without naming its kind.
_SHADES_WORDS = """
a an the and or of in at on to for with by from as i i've i'm my me our we us you your it is so far where what which
how that have had has relevant related previous previously prior past recent recently current currently present
earlier early former later latest selected select other additional further more key core main major minor notable
significant professional personal technical technological industrial industry corporate commercial international
national full part time startup start up entrepreneurial consulting consultancy practical clinical research teaching
industry-related hands overall total general basic special specific primary secondary executive management managerial
leadership product business organizational organisational military academic details detail history record records
timeline background highlights highlight information info section list exposure involvement responsibilities
responsibility duties contributions undertaken handled attended completed taken used spoken known gained earned
received held matrix sets set base areas area fields field functional domain digital computer software professionally
employment freelance contract contractor permanent temporary volunteering social online continuing continued formal
higher attainment pursuits story life journey path progression graph track foreign native language client clients
progress process profile overview summary synopsis glance snapshot outline statement chronological reverse condensed
brief vocational voluntary open source side college university school student campus day paid unpaid daily love do did
done been now today then still
"""
SHADES = frozenset(_SHADES_WORDS.split())
# What heads a part of a position: what was done there, with what, and what came of it.
_PARTS_OF_WORK_WORDS = """
achievement achievements accomplishment accomplishments responsibility responsibilities technology technologies tech
tools tooling environment stack highlights duties impact results outcomes projects deliverables scope awards
recognition initiatives wins contributions tasks activities
"""
PARTS_OF_WORK = frozenset(_PARTS_OF_WORK_WORDS.split())
# "Programming Languages", "Languages & Tools" are no tongues.
_CODE_WORDS = """
programming coding computer software frameworks tools technologies libraries scripting development databases query
markup
"""
CODE = frozenset(_CODE_WORDS.split())
# What people do when they do not work, and who with.
_PASTIME_WORDS = """
choir choirs choral sing sings singing singer guitar piano violin cello drum drums ukulele band bands concert
concerts vinyl hike hikes hiking walk walks walking climb climbs climbing boulder boulders bouldering swim swims
swimming row rows rowing sail sails sailing surf surfs surfing kayak kayaks kayaking cycle cycles cycling bike
bikes biking running marathon marathons triathlon triathlons yoga pilates football soccer rugby cricket tennis
badminton squash basketball volleyball hockey golf skiing ski skis skating judo karate fencing chess puzzle puzzles
crossword crosswords bake bakes baking cooks cooking sourdough bread brew brews brewing pickles pickling garden
gardens gardening allotment allotments bee bees beekeeping bird birds birding birdwatching fishes fishing angling
knit knits knitting sew sews sewing quilt quilts quilting pottery ceramics woodwork woodworking paints painting
watercolor watercolour watercolors watercolours sketches sketching draws drawing photography photographs cinema
film films novel novels poetry poem poems reading reads theatre improv dance dances dancing salsa tango travel
travels travelling traveling camping astronomy stargazing train trains dog dogs cat cats horse horses riding kids
children grandchildren family
"""
PASTIMES = frozenset(_PASTIME_WORDS.split())
