"""Words of the title grammar: the nouns that make a job, and the fields and units that name a team rather than an employer."""

from __future__ import annotations

# Alternatives of one pattern, whole words in any case; a plural s may follow.
NOUNS = (
    r"manager|mgr|engineer|developer|programmer|analyst|owner|head(?! office\b)|director|lead|leader|consultant|designer|scientist|"
    "architect|administrator|officer|assistant|associate|intern|trainee|apprentice|coordinator|co-ordinator|specialist|"
    "executive|president|vp|cto|ceo|cpo|coo|cfo|founder|co-founder|partner|principal|researcher|research fellow|"
    "professor|lecturer|tutor|teacher|instructor|nurse|doctor|physician|pharmacist|therapist|accountant|auditor|"
    "bookkeeper|clerk|secretary|receptionist|representative|agent|advisor|adviser|strategist|planner|buyer|"
    "technician|mechanic|electrician|operator|supervisor|foreman|driver|chef|cook|waiter|waitress|barista|bartender|"
    "porter|writer|editor|journalist|translator|photographer|producer|artist|musician|coach|trainer|counsel|lawyer|"
    "solicitor|paralegal|tester|qa|sdet|sre|devops|master|evangelist|advocate|volunteer|caseworker|carer|"
    "attendant|cashier|merchandiser|salesperson|salesman|marketer|recruiter|expert|fellow|contractor|freelancer|"
    "captain|corporal|sergeant|lieutenant|officer cadet|housekeeper|cleaner|guard|inspector|surveyor|estimator|"
    "statistician|economist|biologist|chemist|physicist|mathematician|librarian|curator|warden|steward|postman|"
    "pm|apm|tpm|po|scrum master|student assistant|working student|student worker|student helper|"
    "bookseller|werkstudent|member of technical staff|mts|chief of staff|"
    "reporter|host|modeller|modeler|actuary|underwriter|broker|trader|dispatcher|controller|keeper|worker|labourer|support|"
    "employee|"
    r"governess|ambassador|storyteller|student researcher|attorney|dentist|veterinarian|paramedic|firefighter|plumber|welder|carpenter|"
    r"copywriter|illustrator|animator|videographer|interpreter|linguist|treasurer|registrar|postdoc|investigator|examiner|assessor|adjuster|"
    r"negotiator|mediator|commander|colonel|janitor|custodian|concierge|hostess|lifeguard|babysitter|nanny|courier|gardener|trustee|scholar|"
    r"brewer|baker|builder|farmer|pilot|"
    # German, with the compounds that end in these and the feminine forms.
    r"\w*(?:manager|leiter|entwickler|programmierer|ingenieur|berater|geschäftsführer|referent|mitarbeiter|sachbearbeiter|techniker|"
    r"verkäufer|fahrer)(?:in|innen)?|werkstudentin|praktikant(?:in)?|auszubildende[rn]?|"
    # French, Spanish, Portuguese, Italian, Dutch.
    r"chef(?:fe)? de (?:produit|projet)s?|responsable|développeu(?:r|se)|ingénieure?|directeur|directrice|stagiaire|enseignante?|"
    r"conseill(?:er|ère)|gérante?|jefe de (?:producto|proyecto)s?|gerente|director[a]|ingenier[oa]|desarrollador[a]?|analista|"
    r"engenheir[oa]|desenvolvedor[a]?|estagiári[oa]|responsabile|sviluppat(?:ore|rice)|ingegnere|ontwikkelaar|medewerker|adviseur"
)

UNIT_WORDS = "team squad tribe department dept division app apps platform platforms chapter practice portal products"
# Fields of work, as they stand behind a title; a name made of nothing else is a team's.
FIELD_WORDS = (
    "payments growth search product products engineering design data platform platforms mobile web ios android checkout onboarding "
    "marketplace ads advertising monetization monetisation risk fraud identity security infrastructure cloud ai ml machine learning "
    "analytics insights customer customers consumer enterprise b2b b2c core internal tooling developer experience ux ui user users "
    "pricing billing subscriptions logistics operations ops supply chain sales marketing finance hr people talent legal compliance "
    "strategy research innovation digital transformation technology it api apis services integration integrations partnerships "
    "partner partners commerce ecommerce e-commerce retail content communications crm erp loans lending cards banking credit "
    "insurance claims health healthcare delivery fulfilment fulfillment shipping inventory catalog catalogue recommendations "
    "personalization personalisation ranking notifications messaging trust safety quality management development software hardware "
    "systems emea apac global international new business emerging markets merchant merchants seller sellers buyer buyers driver "
    "drivers rider riders account accounts activation retention acquisition engagement social media generative llm nlp computer "
    "vision autonomy iot devices connectivity networking storage databases observability reliability devops release support "
    "success desk legacy migration consulting industry full-time part-time permanent freelance technical"
)
