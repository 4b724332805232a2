"""Short work sections, each set out in another way, with the positions a careful reader would note down.

A role is written "title | company | start | stop | kind"; dates are left out where there are none, a stop of "now" that the role is held, and the kind
is left out where it is employment. People, firms and places are made up.
"""

from __future__ import annotations

SHAPES: dict[str, tuple[str, list[str]]] = {
    "title first, employer and place below, dates at the right": (
        """EXPERIENCE
Senior Product Manager                                   Feb 2021 - Present
Halden Mills Ltd, Dundee
- Own the ordering portal
Product Analyst                                          Aug 2018 - Jan 2021
Brisk & Tolland, Perth
- Counted everything
""",
        [
            "Senior Product Manager | Halden Mills Ltd | 2021-02 | now",
            "Product Analyst | Brisk & Tolland | 2018-08 | 2021-01",
        ],
    ),
    "employer first with a comma in its name": (
        """Employment
Orrin, Vale & Sons, Inc., Denver, CO
Technical Product Manager, 03/2019 - 11/2023
* Ran the billing interface
Quarry Lane Robotics, LLC, Tulsa, OK
Systems Engineer, 06/2015 - 02/2019
* Wired conveyors
""",
        [
            "Technical Product Manager | Orrin, Vale & Sons, Inc. | 2019-03 | 2023-11",
            "Systems Engineer | Quarry Lane Robotics, LLC | 2015-06 | 2019-02",
        ],
    ),
    "one line with an at sign and no space": (
        """Work
Product Owner @Plumline (2020-2023)
- Groomed the backlog
QA Lead @Sorrel Games (2016-2020)
- Broke builds
""",
        ["Product Owner | Plumline | 2020 | 2023", "QA Lead | Sorrel Games | 2016 | 2020"],
    ),
    "one line with commas only, place between employer and dates": (
        """Professional Experience
Director of Product, Kestrel Health, Boston, MA, May 2020 - Present
- Set the five-year plan
VP of Engineering, Arbor Lending, Chicago, IL, Jan 2015 - Apr 2020
- Grew the team
""",
        [
            "Director of Product | Kestrel Health | 2020-05 | now",
            "VP of Engineering | Arbor Lending | 2015-01 | 2020-04",
        ],
    ),
    "title with an ampersand and a slash": (
        """EXPERIENCE

Head of Product & Design / Interim CTO – Tidemark – Lisbon – 2019–2022
• Hired nine people
Product Manager / Scrum Master – Weller Bank – Porto – 2016–2019
• Ran two squads
""",
        [
            "Head of Product & Design / Interim CTO | Tidemark | 2019 | 2022",
            "Product Manager / Scrum Master | Weller Bank | 2016 | 2019",
        ],
    ),
    "level numbers in titles": (
        """Work Experience
Oakhurst Cloud, Seattle, WA
Product Manager II    Jul 2021 - Dec 2023
- Took over quotas
Software Development Engineer 1    Sep 2018 - Jun 2021
- Wrote services
""",
        [
            "Product Manager II | Oakhurst Cloud | 2021-07 | 2023-12",
            "Software Development Engineer 1 | Oakhurst Cloud | 2018-09 | 2021-06",
        ],
    ),
    "hyphens inside title and employer": (
        """Experience
Co-Founder and Product Lead - Half-Moon Labs - Jan 2018 - Aug 2020
- Raised a seed round
E-commerce Product Manager - Blue-Chip Toys - Mar 2015 - Dec 2017
- Moved the shop
""",
        [
            "Co-Founder and Product Lead | Half-Moon Labs | 2018-01 | 2020-08",
            "E-commerce Product Manager | Blue-Chip Toys | 2015-03 | 2017-12",
        ],
    ),
    "rows of a table with tabs": (
        """WORK HISTORY
Period\tEmployer\tRole
2019 - 2023\tFernside Logistics\tProduct Manager
2015 - 2019\tBlackmere Council\tService Designer
2012 - 2015\tPike & Daughters\tOffice Assistant
""",
        [
            "Product Manager | Fernside Logistics | 2019 | 2023",
            "Service Designer | Blackmere Council | 2015 | 2019",
            "Office Assistant | Pike & Daughters | 2012 | 2015",
        ],
    ),
    "rows of a table with bars": (
        """Employment History
| Role | Company | From - To |
| Group Product Manager | Sandgate Media | Apr 2021 - Present |
| Product Manager | Ellery Post | Jun 2017 - Mar 2021 |
""",
        [
            "Group Product Manager | Sandgate Media | 2021-04 | now",
            "Product Manager | Ellery Post | 2017-06 | 2021-03",
        ],
    ),
    "dates on a line of their own below": (
        """EXPERIENCE

Principal Product Manager
Marlow Instruments
October 2017 to June 2022
Wrote the charter for calibration software.

Product Manager
Dunmore Foods
January 2014 to September 2017
Looked after the ordering app.
""",
        [
            "Principal Product Manager | Marlow Instruments | 2017-10 | 2022-06",
            "Product Manager | Dunmore Foods | 2014-01 | 2017-09",
        ],
    ),
    "dates on a line of their own above": (
        """EXPERIENCE

2018 - 2021
AI Product Manager
Vantor
Chose which models to ship.

2014 - 2018
Data Scientist
Pellow Insurance
Priced floods.
""",
        ["AI Product Manager | Vantor | 2018 | 2021", "Data Scientist | Pellow Insurance | 2014 | 2018"],
    ),
    "dates in a rail beside two lines": (
        """CAREER
05/2020 –        Product Lead
heute            Lindholm Energie GmbH, Kiel
                 - Steuerung der Zähler-App
02/2016 –        Business Analyst
04/2020          Hansewerk AG, Rostock
                 - Wrote specifications
""",
        [
            "Product Lead | Lindholm Energie GmbH | 2020-05 | now",
            "Business Analyst | Hansewerk AG | 2016-02 | 2020-04",
        ],
    ),
    "three roles under one employer with the stay's length": (
        """Experience

Granite Pay
Full-time · 6 yrs 2 mos
Dublin, Ireland

Director, Product Management
Jan 2023 - Present · 3 yrs
Own the merchant side.

Senior Product Manager
Mar 2021 - Dec 2022 · 1 yr 10 mos

Product Manager
Oct 2019 - Feb 2021 · 1 yr 5 mos

Rowan Telecom
Product Owner
Contract
May 2016 - Sep 2019 · 3 yrs 5 mos
""",
        [
            "Director, Product Management | Granite Pay | 2023-01 | now",
            "Senior Product Manager | Granite Pay | 2021-03 | 2022-12",
            "Product Manager | Granite Pay | 2019-10 | 2021-02",
            "Product Owner | Rowan Telecom | 2016-05 | 2019-09",
        ],
    ),
    "promotion told with an arrow of lines": (
        """EXPERIENCE
Saltbrook Systems — Austin, TX
  Senior Technical Program Manager (Aug 2022 – Present)
  Technical Program Manager (promoted; Feb 2020 – Jul 2022)
  • Planned the data centre move
Otterline — Remote
  Project Coordinator (2017 – 2019)
  • Kept minutes
""",
        [
            "Senior Technical Program Manager | Saltbrook Systems | 2022-08 | now",
            "Technical Program Manager | Saltbrook Systems | 2020-02 | 2022-07",
            "Project Coordinator | Otterline | 2017 | 2019",
        ],
    ),
    "freelance work with clients": (
        """FREELANCE WORK
Freelance Product Consultant, self-employed, 2019 - 2022
Client: Tarn Bank
- Shaped the loans journey
Client: Ivory Press
- Wrote the roadmap
Contract Product Manager (client: Hobb Energy), Mar 2017 - Dec 2018
- Ran discovery
""",
        [
            "Freelance Product Consultant | self-employed | 2019 | 2022 | freelance",
            "Contract Product Manager | Hobb Energy | 2017-03 | 2018-12 | freelance",
        ],
    ),
    "client lines with dates under a consultancy": (
        """Experience
Brightwater Consulting, Leeds — Senior Consultant, Sep 2018 – Present
Client: Northern Grid, Jan 2021 – Present
- Product owner of the outage map
Client: Abbot Stores, Sep 2018 – Dec 2020
- Led requirements
""",
        ["Senior Consultant | Brightwater Consulting | 2018-09 | now"],
    ),
    "internships beside jobs": (
        """Internships and Jobs
Product Management Intern, Copperfield AI, Bengaluru (May 2022 - Jul 2022)
- Tested prompts
Summer Analyst Intern | Loom Capital | Jun 2021 - Aug 2021
- Built a model
Associate Product Manager | Copperfield AI | Aug 2022 - Present
- Own onboarding
""",
        [
            "Product Management Intern | Copperfield AI | 2022-05 | 2022-07 | internship",
            "Summer Analyst Intern | Loom Capital | 2021-06 | 2021-08 | internship",
            "Associate Product Manager | Copperfield AI | 2022-08 | now",
        ],
    ),
    "volunteering section kept apart": (
        """WORK EXPERIENCE
Product Manager, Teal Health, 2019 - 2023
- Ran the booking app

VOLUNTEERING
Volunteer Product Manager, Food For Hull, 2020 - 2022
- Kept the rota app
Trustee, Riverside Hospice, 2018 - Present
- Sat on the board
""",
        [
            "Product Manager | Teal Health | 2019 | 2023",
            "Volunteer Product Manager | Food For Hull | 2020 | 2022 | volunteering",
            "Trustee | Riverside Hospice | 2018 | now | volunteering",
        ],
    ),
    "volunteer role inside the work section": (
        """WORK EXPERIENCE
Business Analyst, Teal Health, 2019 - 2023
- Mapped processes
Volunteer Product Manager, Food For Hull, 2017 - 2019
- Kept the rota app
""",
        [
            "Business Analyst | Teal Health | 2019 | 2023",
            "Volunteer Product Manager | Food For Hull | 2017 | 2019 | volunteering",
        ],
    ),
    "education kept apart though a degree has dates and a dean": (
        """EXPERIENCE
Teaching Assistant, Selby University, 2016 - 2017
- Marked papers

EDUCATION
MSc Product Design and Management, Selby University, 2015 - 2017
Student assistant to the dean, prize for the best thesis
BSc Engineering Management, Holm College, 2011 - 2014
""",
        ["Teaching Assistant | Selby University | 2016 | 2017"],
    ),
    "no dates, title and employer on two lines": (
        """EXPERIENCE

Product Manager
Cinder Bikes GmbH
- Launched the cargo model's app

Scrum Master
Wendel AG
- Ran ceremonies
""",
        ["Product Manager | Cinder Bikes GmbH", "Scrum Master | Wendel AG"],
    ),
    "no dates, one line with bars": (
        """EXPERIENCE

Product Owner | Fjord Ferries | Bergen
- Shipped ticketing

Support Engineer | Tromsen Data | Oslo
- Answered calls
""",
        ["Product Owner | Fjord Ferries", "Support Engineer | Tromsen Data"],
    ),
    "team in brackets, location apart": (
        """Experience
Product Manager (Search Team), Loxley Maps, Sheffield, UK | Apr 2019 - Mar 2022
- Ranked results
Product Manager (Growth Squad), Birch Mail, Remote | Jan 2016 - Mar 2019
- Cut churn
""",
        ["Product Manager | Loxley Maps | 2019-04 | 2022-03", "Product Manager | Birch Mail | 2016-01 | 2019-03"],
    ),
    "indian labels": (
        """PROFESSIONAL EXPERIENCE
Organization : Sanjeevani Infotech Pvt. Ltd., Pune
Designation  : Sr. Product Manager
Duration     : Apr'19 to till date
Responsibilities:
- Handling two scrum teams

Organization : Trishul Softech (P) Ltd
Designation  : Module Lead
Duration     : Jun'14 to Mar'19
Responsibilities:
- Coding in Java
""",
        [
            "Sr. Product Manager | Sanjeevani Infotech Pvt. Ltd. | 2019-04 | now",
            "Module Lead | Trishul Softech (P) Ltd | 2014-06 | 2019-03",
        ],
    ),
    "indian sentence style": (
        """WORK EXPERIENCE
Working as Product Owner with Kaveri Fintech Pvt Ltd, Chennai from July 2020 to till date.
- Handling lending products
Worked as Business Analyst with Zenith Infosoft, Hyderabad from May 2016 to June 2020.
- Prepared BRD and FRD
""",
        [
            "Product Owner | Kaveri Fintech Pvt Ltd | 2020-07 | now",
            "Business Analyst | Zenith Infosoft | 2016-05 | 2020-06",
        ],
    ),
    "german with dates in front": (
        """Berufserfahrung
04/2021 – heute    Produktmanagerin, Adler & Weiß Software GmbH & Co. KG, Köln
                   - Verantwortung für die Lager-App
09/2017 – 03/2021  Projektleiter Digitalisierung, Stadtwerke Lohfeld, Lohfeld
                   - Einführung eines Portals
""",
        [
            "Produktmanagerin | Adler & Weiß Software GmbH & Co. KG | 2021-04 | now",
            "Projektleiter Digitalisierung | Stadtwerke Lohfeld | 2017-09 | 2021-03",
        ],
    ),
    "french with dates below": (
        """Expérience professionnelle
Chef de produit – Maison Verlaine SA, Lyon
janvier 2019 – aujourd'hui
- Pilotage de la feuille de route
Développeur – Atelier Nord SARL, Lille
septembre 2015 – décembre 2018
- Sites marchands
""",
        [
            "Chef de produit | Maison Verlaine SA | 2019-01 | now",
            "Développeur | Atelier Nord SARL | 2015-09 | 2018-12",
        ],
    ),
    "british wording": (
        """Career History

Sept 2019 – to date
Hartley Building Society, Skipton
Programme Manager (secondment to Product, fixed-term)
Led the branch of the future.

July 2013 – Aug 2019
Wharfedale Borough Council
Business Change Officer
Kept the lights on.
""",
        [
            "Programme Manager | Hartley Building Society | 2019-09 | now",
            "Business Change Officer | Wharfedale Borough Council | 2013-07 | 2019-08",
        ],
    ),
    "bullets that begin like titles": (
        """EXPERIENCE
Cobble Freight, Product Manager, 2018 - 2022
- Product Manager for the driver app from 2019 to 2020, then for dispatch
- Lead engineer and designer hired in 2018
- Head of operations signed off each release, 2020 - 2021
Cobble Freight, Analyst, 2016 - 2018
- Analyst of record for audits
""",
        ["Product Manager | Cobble Freight | 2018 | 2022", "Analyst | Cobble Freight | 2016 | 2018"],
    ),
    "military posts": (
        """EXPERIENCE
Captain, Royal Corps of Signals, British Army, Aug 2010 - Sep 2016
- Commanded a troop of forty
Logistics Officer, United States Navy, Norfolk, VA, 2005 - 2010
- Supplied two ships
""",
        [
            "Captain, Royal Corps of Signals | British Army | 2010-08 | 2016-09",
            "Logistics Officer | United States Navy | 2005 | 2010",
        ],
    ),
    "academic posts": (
        """EXPERIENCE
Postdoctoral Research Fellow, Department of Statistics, University of Arnholm, 2017–2019
Studied missing data.
Lecturer in Computer Science, University of Selby, 2014–2017
Taught databases.
""",
        [
            "Postdoctoral Research Fellow | University of Arnholm | 2017 | 2019",
            "Lecturer in Computer Science | University of Selby | 2014 | 2017",
        ],
    ),
    "employer and dates, then title and place": (
        """EXPERIENCE
Tallow Street Bank                                     January 2020 - Present
Vice President, Product                                New York, NY
- Own cards
Gable & Finch LLP                                      May 2016 - December 2019
Consultant                                             Philadelphia, PA
- Advised banks
""",
        [
            "Vice President, Product | Tallow Street Bank | 2020-01 | now",
            "Consultant | Gable & Finch LLP | 2016-05 | 2019-12",
        ],
    ),
    "employer with a blurb line under it": (
        """EXPERIENCE
Wickham Parcel — a same-day courier with 2,000 riders
Product Manager, Rider App (June 2019 – May 2022)
• Cut waiting time
Lumen Tutors — online lessons for schools
Product Associate (July 2017 – May 2019)
• Wrote tests
""",
        [
            "Product Manager, Rider App | Wickham Parcel | 2019-06 | 2022-05",
            "Product Associate | Lumen Tutors | 2017-07 | 2019-05",
        ],
    ),
    "titles that no list of nouns holds": (
        """EXPERIENCE
Quillfeather Studio | Storyteller | 2019 - 2021
- Wrote for games
Redmayne Brewery | Head Brewer | 2015 - 2019
- Brewed
""",
        ["Storyteller | Quillfeather Studio | 2019 | 2021", "Head Brewer | Redmayne Brewery | 2015 | 2019"],
    ),
    "employer named like a title": (
        """EXPERIENCE
Product Manager, The Economist Group, London, 2018 - 2021
- Ran the app
Software Engineer at Driver Partners Ltd, 2015 - 2018
- Wrote services
""",
        [
            "Product Manager | The Economist Group | 2018 | 2021",
            "Software Engineer | Driver Partners Ltd | 2015 | 2018",
        ],
    ),
    "concurrent roles with overlapping dates": (
        """EXPERIENCE
Chief Product Officer, Nimbus Farm, Jan 2020 - Present
- Set direction
Advisor (part-time), Seedling Fund, Mar 2021 - Present
- Advised founders
""",
        ["Chief Product Officer | Nimbus Farm | 2020-01 | now", "Advisor | Seedling Fund | 2021-03 | now"],
    ),
    "years below the employer in brackets, titles in capitals": (
        """WHERE I WORKED

PRODUCT MANAGER
Hexham Tools plc (2017-2021)
Kept two apps alive.

TECHNICAL SUPPORT
Borrow & Lend Co. (2013-2017)
Answered tickets.
""",
        ["PRODUCT MANAGER | Hexham Tools plc | 2017 | 2021", "TECHNICAL SUPPORT | Borrow & Lend Co. | 2013 | 2017"],
    ),
    "dates split on both sides of the employer's line": (
        """EXPERIENCE
Nov 2018 | Product Manager
Feb 2022 | Cavendish Rail, Derby
 - Ran the seat map
""",
        ["Product Manager | Cavendish Rail | 2018-11 | 2022-02"],
    ),
    "sub-headings by kind of work": (
        """EXPERIENCE
Product
Product Lead, Ashgrove Homes (2021 - Present)
- Own the tenant app
Engineering
Backend Developer, Pixel Orchard (2017 - 2021)
- Wrote Go
""",
        ["Product Lead | Ashgrove Homes | 2021 | now", "Backend Developer | Pixel Orchard | 2017 | 2021"],
    ),
    "profile export with one role an employer": (
        """Experience
Marram Software
Senior Product Manager
January 2020 - Present (6 years 11 months)
Bristol, England, United Kingdom
I look after the pricing engine and its partners.
Pebble Analytics
Product Manager
March 2017 - December 2019 (2 years 10 months)
London
Built dashboards for shops.
""",
        [
            "Senior Product Manager | Marram Software | 2020-01 | now",
            "Product Manager | Pebble Analytics | 2017-03 | 2019-12",
        ],
    ),
    "profile export with several roles at one employer": (
        """Experience
Granary Foods
5 years 3 months
Director of Product
June 2022 - Present (4 years 6 months)
Ghent, Belgium
Lead four product managers.
Product Manager
September 2019 - May 2022 (2 years 9 months)
Ghent, Belgium
Ran the shop's search.
Osier Bank
Business Analyst
July 2016 - August 2019 (3 years 2 months)
""",
        [
            "Director of Product | Granary Foods | 2022-06 | now",
            "Product Manager | Granary Foods | 2019-09 | 2022-05",
            "Business Analyst | Osier Bank | 2016-07 | 2019-08",
        ],
    ),
    "employer bar title, dates bar place below": (
        """EXPERIENCE
COBBLESTONE | PRODUCT MANAGER
June 2018 – Sept 2021 | Oakland, CA
• Owned payouts
HERON LABS | SOFTWARE ENGINEER INTERN
May 2017 – Aug 2017 | Ithaca, NY
• Wrote parsers
""",
        [
            "PRODUCT MANAGER | COBBLESTONE | 2018-06 | 2021-09",
            "SOFTWARE ENGINEER INTERN | HERON LABS | 2017-05 | 2017-08 | internship",
        ],
    ),
    "employer and place, then title and dates": (
        """WORK EXPERIENCE
Saffron Networks                                             Seoul, South Korea
Software Architect                                           Jun. 2017 - May 2018
• Provisioned clusters
Korben Games Inc.                                            Busan, South Korea
Co-founder & Product Lead                                    Jan. 2016 - Jun. 2017
• Shipped two games
""",
        [
            "Software Architect | Saffron Networks | 2017-06 | 2018-05",
            "Co-founder & Product Lead | Korben Games Inc. | 2016-01 | 2017-06",
        ],
    ),
    "european form with long labels": (
        """WORK EXPERIENCE
Dates   01/03/2018 – Present
Occupation or position held   Product Owner
Main activities and responsibilities   Backlog and roadmap of the tax portal
Name and address of employer   Ministerium Nord, Hafenstrasse 1, Kiel
Dates   01/09/2014 – 28/02/2018
Occupation or position held   Business Analyst
Name and address of employer   Stadtbank Elmen, Elmen
""",
        [
            "Product Owner | Ministerium Nord | 2018-03 | now",
            "Business Analyst | Stadtbank Elmen | 2014-09 | 2018-02",
        ],
    ),
    "european form with brackets and bars": (
        """WORK EXPERIENCE
[ 01/03/2018 – Current ]   Product Owner
Ministerium Nord
City: Kiel | Country: Germany
- Backlog of the tax portal
[ 01/09/2014 – 28/02/2018 ]   Business Analyst
Stadtbank Elmen
City: Elmen | Country: Germany
- Requirements
""",
        [
            "Product Owner | Ministerium Nord | 2018-03 | now",
            "Business Analyst | Stadtbank Elmen | 2014-09 | 2018-02",
        ],
    ),
    "years rail, title in bold, employer and place, full stop": (
        """Experience
2019–2022   Product Manager, TARN & HOLLOW, Zurich.
Looked after the booking engine of 40 hotels.
2016–2019   Junior Consultant, FELDWERK, Basel.
Helped small firms go online.
""",
        ["Product Manager | TARN & HOLLOW | 2019 | 2022", "Junior Consultant | FELDWERK | 2016 | 2019"],
    ),
    "years rail, employer and place, title below": (
        """experience
2019–2022   Merle Pharma                                   Lyon, France
            Head of Digital Products
            Grew the patient portal.
2015–2019   Brise Mobile                                   Nantes, France
            Product Manager
            Wrote the roadmap.
""",
        [
            "Head of Digital Products | Merle Pharma | 2019 | 2022",
            "Product Manager | Brise Mobile | 2015 | 2019",
        ],
    ),
    "title, employer with a link, dates and place with marks": (
        """EXPERIENCE
Senior Product Manager
Kite & Co
 Sep 2018 – Ongoing    Utrecht
• Wrote the vision
Product Manager
Vogel Media BV
 2015 – 2018    Delft
• Tested prices
""",
        ["Senior Product Manager | Kite & Co | 2018-09 | now", "Product Manager | Vogel Media BV | 2015 | 2018"],
    ),
    "capital employer, place and dates on one line, title below in italics": (
        """PROFESSIONAL EXPERIENCE
THE HOLLIS GROUP, Atlanta, GA                     2018 – Present
Vice President of Product, 2020 – Present
• Own three lines
Senior Product Manager, 2018 – 2020
• Owned one
PINEBARK INSURANCE COMPANY, Macon, GA             2012 – 2018
Underwriter
• Rated farms
""",
        [
            "Vice President of Product | THE HOLLIS GROUP | 2020 | now",
            "Senior Product Manager | THE HOLLIS GROUP | 2018 | 2020",
            "Underwriter | PINEBARK INSURANCE COMPANY | 2012 | 2018",
        ],
    ),
    "numbered jobs with roles and project names": (
        """Work Experience
1. Vidyut Power Systems Pvt. Ltd. (Jun 2019 - Present)
   Role: Product Manager
   Project: Smart meters
   - Preparing roadmap
2. Anantara Consulting LLP (Jul 2015 - May 2019)
   Role: Business Analyst
   - Gathering requirements
""",
        [
            "Product Manager | Vidyut Power Systems Pvt. Ltd. | 2019-06 | now",
            "Business Analyst | Anantara Consulting LLP | 2015-07 | 2019-05",
        ],
    ),
    "employer in brackets behind dates and title": (
        """Experience
Mar 2020 - now: Product Owner (Fenwick Rail GmbH, Berlin)
- Timetables
Jan 2017 - Feb 2020: QA Engineer (Molen Soft, Leipzig)
- Test plans
""",
        ["Product Owner | Fenwick Rail GmbH | 2020-03 | now", "QA Engineer | Molen Soft | 2017-01 | 2020-02"],
    ),
    "title of employer": (
        """EXPERIENCE
Chief Product Officer of Lantern Care, 2019 - 2023
- Set up the product team
Director of Operations, Ostler Farms, 2014 - 2019
- Ran the yards
""",
        [
            "Chief Product Officer | Lantern Care | 2019 | 2023",
            "Director of Operations | Ostler Farms | 2014 | 2019",
        ],
    ),
    "roles joined by an arrow at one employer": (
        """EXPERIENCE
Meridian Tours, Split
Product Analyst → Product Manager, 2017 – 2021
- Moved bookings online
""",
        ["Product Analyst → Product Manager | Meridian Tours | 2017 | 2021"],
    ),
    "former names of employers": (
        """EXPERIENCE
Ember Mobility (formerly Cargofleet), Vienna
Product Manager                                  2018 - 2021
- Ran pooling
Larch Data (acquired by Ember Mobility)
Data Analyst                                     2015 - 2018
- Counted trips
""",
        ["Product Manager | Ember Mobility | 2018 | 2021", "Data Analyst | Larch Data | 2015 | 2018"],
    ),
    "lower-case employers and domains": (
        """EXPERIENCE
Product Manager, fleetly.io, 2021 - 2023
- Shipped maps
iOS Developer, eBikes4All, 2018 - 2021
- Wrote the app
""",
        ["Product Manager | fleetly.io | 2021 | 2023", "iOS Developer | eBikes4All | 2018 | 2021"],
    ),
    "a career break between jobs": (
        """EXPERIENCE
Product Manager, Sable Trading, Jan 2022 - Present
- Owns pricing
Parental leave, Mar 2020 - Dec 2021
Business Analyst, Corbel Homes, May 2016 - Feb 2020
- Drew flows
""",
        ["Product Manager | Sable Trading | 2022-01 | now", "Business Analyst | Corbel Homes | 2016-05 | 2020-02"],
    ),
    "paragraphs that tell of dates": (
        """EXPERIENCE
Product Manager
Quarto Press
2017 - 2021
From 2017 to 2019 the product manager for subscriptions, then for the archive. In 2020 the
team grew from 4 to 9, and revenue doubled between 2019 and 2021.

Editorial Assistant
Quarto Press
2014 - 2017
""",
        ["Product Manager | Quarto Press | 2017 | 2021", "Editorial Assistant | Quarto Press | 2014 | 2017"],
    ),
    "earlier roles in one list without bullets": (
        """EXPERIENCE
Product Manager, Sedge Health, Jan 2021 - Present
- Owns referrals

Earlier roles
Product Analyst, Sedge Health, 2019 - 2020
Support Lead, Tufted Mail, 2017 - 2019
Shop Assistant, Bower Books, 2015 - 2017
""",
        [
            "Product Manager | Sedge Health | 2021-01 | now",
            "Product Analyst | Sedge Health | 2019 | 2020",
            "Support Lead | Tufted Mail | 2017 | 2019",
            "Shop Assistant | Bower Books | 2015 | 2017",
        ],
    ),
    "dates in words with days and commas": (
        """EXPERIENCE
Technical Product Manager, Ardent Freight, September 3, 2019 to June 30, 2022
- Own the rates interface
Field Engineer, Moss Telecom, 1st May 2015 - 30th August 2019
- Hung masts
""",
        [
            "Technical Product Manager | Ardent Freight | 2019-09 | 2022-06",
            "Field Engineer | Moss Telecom | 2015-05 | 2019-08",
        ],
    ),
    "secondment and acting rank": (
        """EMPLOYMENT
Acting Head of Product (secondment), Borough of Eastmere, Oct 2020 - Mar 2021
- Covered for six months
Product Manager, Borough of Eastmere, Apr 2018 - Sep 2020
- Ran council tax online
""",
        [
            "Acting Head of Product | Borough of Eastmere | 2020-10 | 2021-03",
            "Product Manager | Borough of Eastmere | 2018-04 | 2020-09",
        ],
    ),
    "employer's line with staff and turnover": (
        """EXPERIENCE
Product Manager | Nov 2018 - Jan 2022
Kelp & Sons Ltd (120 staff, £14m turnover), Grimsby
• Built traceability
Buyer | 2014 - 2018
Cod & Co (family fishmonger), Whitby
• Bought fish
""",
        ["Product Manager | Kelp & Sons Ltd | 2018-11 | 2022-01", "Buyer | Cod & Co | 2014 | 2018"],
    ),
    "employers in capitals that look like headings": (
        """EXPERIENCE

KRAFTWERK
Product Manager
Mar 2020 - Present
- Built

AT&T
Principal Consultant
Jan 2015 - Feb 2019
- Advised

EDUCATION
BSc Physics, Selby University, 2012
""",
        ["Product Manager | KRAFTWERK | 2020-03 | now", "Principal Consultant | AT&T | 2015-01 | 2019-02"],
    ),
    "a heading of work that nobody took for one": (
        """MILITARY AND CIVILIAN SERVICE EXPERIENCE
Captain, Royal Corps of Signals, Aug 2010 - Sep 2016
- Commanded a troop of forty
""",
        ["Captain | Royal Corps of Signals | 2010-08 | 2016-09"],
    ),
    "employers in brackets behind fields of work": (
        """EXPERIENCE
Director, Product Management (Umbra Health), Jan 2020 - Present
- Led
VP of Product (AT&T), Jan 2015 - Dec 2019
- Led more
""",
        ["Director, Product Management | Umbra Health | 2020-01 | now", "VP of Product | AT&T | 2015-01 | 2019-12"],
    ),
}
