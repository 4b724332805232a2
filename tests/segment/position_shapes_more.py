"""Further work sections, written in the forms of many countries and tempers, as a careful reader would note their positions down.

The same notation as in `position_shapes.py`: title | employer | first month | last month or "now".
"""

from __future__ import annotations

SHAPES: dict[str, tuple[str, list[str]]] = {
    'a stay with a title that changed, and projects with dates of their own': (
        '''Experience

MERIDIAN LEDGER PTE LTD, Singapore                     Jan 2019 - Present
Lead Product Manager (since May 2022; Product Manager before)

  Project A: Clearing core, second version                (2019 - 2022)
  - Moved nine banks.

  Project B: Partner programme                  (2022 - present)
  - Signed four.
''',
        ['Lead Product Manager | MERIDIAN LEDGER PTE LTD | 2022-05 | now'],
    ),
    'employers told of at length in brackets, dates below': (
        '''Work

Head of Product, Taa Energy Ltd (pay-as-you-go lamps, 120,000 homes in two countries, sold in 2025)
Q3 2021 until now

> Set the roadmap.

Founder, Pumba Foods Ltd, Kisumu (a fish market by text message and phone; bought by a rival)
Q1 2017 until Q2 2021

> Ran everything.
''',
        ['Head of Product | Taa Energy Ltd | 2021-07 | now', 'Founder | Pumba Foods Ltd | 2017-01 | 2021-06'],
    ),
    'dates in a rail, work in small letters': (
        '''Work

2011 to date   Head gardener, Holm House (nine acres and a walled garden)
    Two apprentices.

2008 - 2011   Picker and packer, self-employed, here and in France
    Apples, mostly.
''',
        ['Head gardener | Holm House | 2011 | now', 'Picker and packer | self-employed | 2008 | 2011'],
    ),
    'employers of other countries alone between blank lines': (
        '''Experience

Ostrava Mobil a.s., Ostrava

  Product Owner
  03/2022 - now
    * Kept the backlog of the tariff app for
      two teams.

  Tester
  05/2019 - 02/2022
    * Regression before each release, in the end
      without weekends.

Wiosna Media Sp. z o.o., Gdynia

  Editor, later Head of Desk
  01/2016 - 04/2019
    * 12 articles a day.

Marmelo & Irmãos, Lda.

Sales Assistant ............ 2012 - 2015
  o Till, shelves, the odd complaint.
''',
        [
            'Product Owner | Ostrava Mobil a.s. | 2022-03 | now',
            'Tester | Ostrava Mobil a.s. | 2019-05 | 2022-02',
            'Editor, later Head of Desk | Wiosna Media Sp. z o.o. | 2016-01 | 2019-04',
            'Sales Assistant | Marmelo & Irmãos, Lda. | 2012 | 2015',
        ],
    ),
    'an employer told of in brackets over two lines': (
        '''Experience

NORDVIK PUMP AB
(Pumps and valves since 1921, 900 employees, a market leader in small pumps
and, of late, in software for waterworks.)

Product Manager, Circulation Pumps
2020-02 -- present
- Range of 12 models.
''',
        ['Product Manager, Circulation Pumps | NORDVIK PUMP AB | 2020-02 | now'],
    ),
    'field comma firm comma city': (
        """Experience
Senior Product Manager, Claims Automation, Tessellate Insurance, Singapore (Jan 2021 - present)
- Ran the claims roadmap.
Product Manager, Billing, Hexa Telecom, Kuala Lumpur (Mar 2018 - Dec 2020)
- Rebuilt invoices.
Business Analyst, Hexa Telecom, Kuala Lumpur (Jul 2015 - Feb 2018)
- Wrote requirements.
""",
        [
            'Senior Product Manager, Claims Automation | Tessellate Insurance | 2021-01 | now',
            'Product Manager, Billing | Hexa Telecom | 2018-03 | 2020-12',
            'Business Analyst | Hexa Telecom | 2015-07 | 2018-02',
        ],
    ),
    'brackets that tell much': (
        """Experience
Senior AI Product Manager | Fernway (Series B, a reading coach for grown-up learners in nine languages) | Feb 2024 – Present
- Wrote the prompts.
Platform Engineer (acting Product Owner since 03/2023) | Lockerby plc (parcel lockers, six countries, 40,000 doors) | 06/2020 - 01/2024
- Took the backlog over.
""",
        [
            'Senior AI Product Manager | Fernway | 2024-02 | now',
            'Platform Engineer | Lockerby plc | 2020-06 | 2024-01',
        ],
    ),
    'small dates above, and a story that says the title again': (
        """where i've been

2022 apr – now
lead product designer, clinical assistant / Northpine Health
→ designed the screen

2018 aug – 2022 mar
scrum master / Fjordview Maps
scrum master to two teams of mapmakers, each with an owner who said what and why, while i looked after how and how fast
""",
        [
            'lead product designer, clinical assistant | Northpine Health | 2022-04 | now',
            'scrum master | Fjordview Maps | 2018-08 | 2022-03',
        ],
    ),
    'prose heads': (
        """WORK

2021 to now: product manager at Tessellate Insurance, Singapore
I look after claims.

2018 to 2021: business analyst at Hexa Telecom
I wrote requirements.

2015 to 2018: junior developer at Bramble Soft
I fixed bugs.
""",
        [
            'product manager | Tessellate Insurance | 2021 | now',
            'business analyst | Hexa Telecom | 2018 | 2021',
            'junior developer | Bramble Soft | 2015 | 2018',
        ],
    ),
    'said I was': (
        """Where I have been

From March 2021 until today I am Product Owner at Fjellbane Cable Cars in Bergen.
Between 2018 and 2021 I was Scrum Master at Nordvik Ferries in Oslo.
""",
        [
            'Product Owner | Fjellbane Cable Cars | 2021-03 | now',
            'Scrum Master | Nordvik Ferries | 2018 | 2021',
        ],
    ),
    'firm dash title dates next line': (
        """EMPLOYMENT

Quarrystone Hosting - Technical Product Manager
04/2019 to present, Guelph
* Set the roadmap.

Pelican Lines - Support Engineer
06/2015 to 03/2019, Kingston
* Closed tickets.
""",
        [
            'Technical Product Manager | Quarrystone Hosting | 2019-04 | now',
            'Support Engineer | Pelican Lines | 2015-06 | 2019-03',
        ],
    ),
    'dates first colon': (
        """CAREER

Jan 2020 - Present :: AI Product Manager :: Larkspur Labs
  > Built a copilot.
Feb 2017 - Dec 2019 :: Data Scientist :: Moss & Reed
  > Built models.
""",
        [
            'AI Product Manager | Larkspur Labs | 2020-01 | now',
            'Data Scientist | Moss & Reed | 2017-02 | 2019-12',
        ],
    ),
    "title of firm: 'for'": (
        """Work history

Product lead for the mobile app, Tiderace Boats (2020-)
- Shipped the app.
Engineer, Tiderace Boats (2016-2020)
- Wrote firmware.
""",
        [
            'Product lead for the mobile app | Tiderace Boats | 2020 | now',
            'Engineer | Tiderace Boats | 2016 | 2020',
        ],
    ),
    'undated firm line with blurb line': (
        """PROFESSIONAL EXPERIENCE

MERIDIAN GRID, Lagos, Nigeria
Energy trading software, 120 staff
Product Manager - Trading Desk                 Aug 2020 - Present
- Own the order book.
Associate Product Manager                      Jan 2018 - Jul 2020
- Ran tests.

KESTREL BANK PLC, Lagos, Nigeria
Graduate Trainee, Operations                   Sep 2016 - Dec 2017
- Rotated.
""",
        [
            'Product Manager - Trading Desk | MERIDIAN GRID | 2020-08 | now',
            'Associate Product Manager | MERIDIAN GRID | 2018-01 | 2020-07',
            'Graduate Trainee, Operations | KESTREL BANK PLC | 2016-09 | 2017-12',
        ],
    ),
    'title at firm, dates on right in brackets': (
        """EXPERIENCE
Principal PM, Developer Platform @ Orrery [2022–now]
- Led.
Senior PM, Identity @ Orrery [2019–2022]
- Led.
PM @ Tinplate Toys [2016–2019]
- Led.
""",
        [
            'Principal PM, Developer Platform | Orrery | 2022 | now',
            'Senior PM, Identity | Orrery | 2019 | 2022',
            'PM | Tinplate Toys | 2016 | 2019',
        ],
    ),
    'firm (dates) then title bullets': (
        """EXPERIENCE

Orrery Systems (May 2019 – present)
Group Product Manager, Search
– Led search.

Tinplate Toys (2016 – April 2019)
Product Manager
– Led toys.
""",
        [
            'Group Product Manager, Search | Orrery Systems | 2019-05 | now',
            'Product Manager | Tinplate Toys | 2016 | 2019-04',
        ],
    ),
    'numbered project experience india': (
        """PROFESSIONAL EXPERIENCE:

Company: Suryanet Infotech Pvt. Ltd., Hyderabad
Designation: Technical Product Manager
Duration: June 2019 - Till Date
Responsibilities:
• Managed backlog.

Company: Kaveri Softech, Chennai
Designation: Software Engineer
Duration: Aug 2014 - May 2019
Responsibilities:
• Wrote Java.
""",
        [
            'Technical Product Manager | Suryanet Infotech Pvt. Ltd. | 2019-06 | now',
            'Software Engineer | Kaveri Softech | 2014-08 | 2019-05',
        ],
    ),
    'forms with the employer numbered above them': (
        """WORKING EXPERIENCE

1. BANK TERATAI BERHAD, Kuala Lumpur
Position: Product Owner, Cards App
Period: May 2021 until present
Job description:
a) Owning the backlog.
b) Talking to 12 branches.

2. KOPERASI BUNGA RAYA, Shah Alam
Position: Executive, Financing
Period: July 2017 until April 2021
Job description:
a) Counter service.
""",
        [
            'Product Owner, Cards App | BANK TERATAI BERHAD | 2021-05 | now',
            'Executive, Financing | KOPERASI BUNGA RAYA | 2017-07 | 2021-04',
        ],
    ),
    'forms of one employer for two clients': (
        """EXPERIENCE

Company: Vellore Testlabs, Chennai
Designation: Senior Test Engineer
Duration: Apr 2016 to Jan 2020
Client: Private sector bank
* Tested the payment services.

Designation: Test Engineer
Duration: July 2013 to Mar 2016
Client: General insurance company
* Logged defects.
""",
        [
            'Senior Test Engineer | Vellore Testlabs | 2016-04 | 2020-01',
            'Test Engineer | Vellore Testlabs | 2013-07 | 2016-03',
        ],
    ),
    'city and bare state behind a blurb in brackets': (
        """WHERE I'VE MADE AN IMPACT

>> Marketing Manager, Dewlap Skin (skincare, direct to consumer), Austin TX
   June 2023 - Present
   + Own the media budget.

>> Marketing Specialist, Ironwing Nutrition (sports supplements), Dallas TX
   July 2018 - May 2023
   + Wrote the newsletter.
""",
        [
            'Marketing Manager | Dewlap Skin | 2023-06 | now',
            'Marketing Specialist | Ironwing Nutrition | 2018-07 | 2023-05',
        ],
    ),
    'two-line title wrapped with parenthetical': (
        """EXPERIENCE

Director of Product Management (Payments & Lending)
Cowrie Bank | Accra, Ghana | Feb 2021 – Present
• Led 5 PMs.

Senior Product Manager (Cards)
Cowrie Bank | Accra, Ghana | Jan 2018 – Jan 2021
• Led cards.
""",
        [
            'Director of Product Management (Payments & Lending) | Cowrie Bank | 2021-02 | now',
            'Senior Product Manager (Cards) | Cowrie Bank | 2018-01 | 2021-01',
        ],
    ),
    'lowercase casual': (
        """work

pm at tidal (2022 - now)
- ships the planner

qa person at brick works (2019 - 2022)
- tested things

barista at corner cup (2017 - 2019)
- coffee
""",
        [
            'pm | tidal | 2022 | now',
            'qa person | brick works | 2019 | 2022',
            'barista | corner cup | 2017 | 2019',
        ],
    ),
    'unusual titles': (
        """EXPERIENCE

Keeper of the Roadmap, Tidal Planner, 2022 - now
- ships the planner

Customer Happiness Wrangler, Brick Works, 2019 - 2022
- tested things
""",
        [
            'Keeper of the Roadmap | Tidal Planner | 2022 | now',
            'Customer Happiness Wrangler | Brick Works | 2019 | 2022',
        ],
    ),
    'firm, dept, city; title; dates separate lines': (
        """EXPERIENCE

Ministry of Water, Digital Unit
Nairobi
Product Owner
July 2020 to date
- Led meters.

Kisima Water
Mombasa
Systems Analyst
May 2016 to June 2020
- Analysed.
""",
        [
            'Product Owner | Ministry of Water | 2020-07 | now',
            'Systems Analyst | Kisima Water | 2016-05 | 2020-06',
        ],
    ),
    'table pipes': (
        """EXPERIENCE

| Period | Role | Employer |
| 2020 - present | Product Manager | Halden Robotics |
| 2017 - 2020 | Mechatronics Engineer | Halden Robotics |
| 2014 - 2017 | Field Technician | Sund Elevators |
""",
        [
            'Product Manager | Halden Robotics | 2020 | now',
            'Mechatronics Engineer | Halden Robotics | 2017 | 2020',
            'Field Technician | Sund Elevators | 2014 | 2017',
        ],
    ),
    'slash titles and hyphen firm': (
        """EXPERIENCE

Product Manager / Tech Lead — Co-operative Dairy Union — 10/2018–present
- Led.
Full-Stack Developer — E-Commerce North — 01/2015–09/2018
- Coded.
""",
        [
            'Product Manager / Tech Lead | Co-operative Dairy Union | 2018-10 | now',
            'Full-Stack Developer | E-Commerce North | 2015-01 | 2018-09',
        ],
    ),
    'dates own line above': (
        """EXPERIENCE

2021-03 — 2024-08
Product Manager, Sensor Platform
Polder Instruments BV, Delft

- Led sensors.

2017-09 — 2021-02
Embedded Engineer
Polder Instruments BV, Delft

- Wrote C.
""",
        [
            'Product Manager, Sensor Platform | Polder Instruments BV | 2021-03 | 2024-08',
            'Embedded Engineer | Polder Instruments BV | 2017-09 | 2021-02',
        ],
    ),
    'semicolon list': (
        """Career: Product Manager, Alder Bank, 2020-2024; Analyst, Alder Bank, 2017-2020; Clerk, Post Office, 2015-2017.
""",
        [
            'Product Manager | Alder Bank | 2020 | 2024',
            'Analyst | Alder Bank | 2017 | 2020',
            'Clerk | Post Office | 2015 | 2017',
        ],
    ),
    'no firm self employed': (
        """EXPERIENCE

Independent product consultant, 2022 - present
- Advised four start-ups.

Product Manager, Alder Bank, 2018 - 2022
- Cards.
""",
        [
            'Independent product consultant |  | 2022 | now',
            'Product Manager | Alder Bank | 2018 | 2022',
        ],
    ),
    'military': (
        """EXPERIENCE

Technical Program Manager | Falkon Aerospace | Tucson, AZ | 2019 - Present
- Satellites.

Signals Officer, Captain | U.S. Army | Fort Gordon, GA | 2012 - 2019
- Networks.
""",
        [
            'Technical Program Manager | Falkon Aerospace | 2019 | now',
            'Signals Officer, Captain | U.S. Army | 2012 | 2019',
        ],
    ),
    'hash headings md': (
        """## Work

### Product Manager — Halden Robotics
*March 2020 – present · Oslo*

- Led.

### Engineer — Sund Elevators
*2015 – February 2020 · Bergen*

- Built.
""",
        [
            'Product Manager | Halden Robotics | 2020-03 | now',
            'Engineer | Sund Elevators | 2015 | 2020-02',
        ],
    ),
    'title: firm': (
        """EXPERIENCE
Product Manager: Halden Robotics, Oslo. March 2020 - now.
  Led robots.
Engineer: Sund Elevators, Bergen. June 2015 - February 2020.
  Built lifts.
""",
        [
            'Product Manager | Halden Robotics | 2020-03 | now',
            'Engineer | Sund Elevators | 2015-06 | 2020-02',
        ],
    ),
    'french style': (
        """EXPÉRIENCE PROFESSIONNELLE

Depuis mars 2021 : Chef de produit, Brasserie du Lac, Annecy
- Led.
2017 - 2021 : Ingénieur logiciel, Mécanord, Lille
- Coded.
""",
        [
            'Chef de produit | Brasserie du Lac | 2021-03 | now',
            'Ingénieur logiciel | Mécanord | 2017 | 2021',
        ],
    ),
    'team dash firm': (
        """EXPERIENCE

Product Manager II, Ads Measurement - Plover                      Seattle   Jan 2022 - Present
- Led.
Product Manager I, Ads Measurement - Plover                       Seattle   Jul 2020 - Dec 2021
- Led.
MBA Intern, Retail - Grebe Stores                                 Dallas    Jun 2019 - Aug 2019
- Learned.
""",
        [
            'Product Manager II, Ads Measurement | Plover | 2022-01 | now',
            'Product Manager I, Ads Measurement | Plover | 2020-07 | 2021-12',
            'MBA Intern, Retail | Grebe Stores | 2019-06 | 2019-08',
        ],
    ),
    'firm block with stay and roles below': (
        """EXPERIENCE

Plover Inc. (2016 - present)
  Senior Product Manager, Maps (2021 - present)
   - Led maps.
  Product Manager, Transit (2018 - 2021)
   - Led transit.
  Rotational Analyst (2016 - 2018)
   - Rotated.
""",
        [
            'Senior Product Manager, Maps | Plover Inc. | 2021 | now',
            'Product Manager, Transit | Plover Inc. | 2018 | 2021',
            'Rotational Analyst | Plover Inc. | 2016 | 2018',
        ],
    ),
    'date at end after period': (
        """JOBS

Halden Robotics, Oslo
Product manager for gripper software. Since 2020.
I lead three teams.

Sund Elevators, Bergen
Engineer in the controls group. 2015-2020.
I built lifts.
""",
        [
            'Product manager for gripper software | Halden Robotics | 2020 | now',
            'Engineer in the controls group | Sund Elevators | 2015 | 2020',
        ],
    ),
    'contract via agency': (
        """EXPERIENCE

Product Owner (contract, via Hays) - Department for Tides, London - Nov 2021 to May 2023
- Led.
Delivery Manager (contract) - Office of Maps, Leeds - Jan 2020 to Oct 2021
- Led.
""",
        [
            'Product Owner | Department for Tides | 2021-11 | 2023-05',
            'Delivery Manager | Office of Maps | 2020-01 | 2021-10',
        ],
    ),
    'year rail': (
        """EXPERIENCE

2020 -      Product Manager, Halden Robotics, Oslo
            Led robots.
2015 - 20   Engineer, Sund Elevators, Bergen
            Built lifts.
""",
        [
            'Product Manager | Halden Robotics | 2020 | now',
            'Engineer | Sund Elevators | 2015 | 2020',
        ],
    ),
    'title comma dept & dates newline firm': (
        """EXPERIENCE

Product Manager, Machine Learning Platform          2021 - Present
Sable Analytics, Toronto, ON
- Led.

Data Engineer, Ingestion                            2018 - 2021
Sable Analytics, Toronto, ON
- Pipelines.

Intern, Data                                        Summer 2017
Loon Energy, Calgary, AB
- Helped.
""",
        [
            'Product Manager, Machine Learning Platform | Sable Analytics | 2021 | now',
            'Data Engineer, Ingestion | Sable Analytics | 2018 | 2021',
            'Intern, Data | Loon Energy | 2017-06 | 2017-08',
        ],
    ),
    'undated early roles line': (
        """EXPERIENCE
Senior Product Manager | Orrery | 2020 - present
- Led.
Product Manager | Plover | 2016 - 2020
- Led.

Earlier: Support Analyst, Grebe Stores (2013-2016), Intern, Tern Radio (2012)
""",
        [
            'Senior Product Manager | Orrery | 2020 | now',
            'Product Manager | Plover | 2016 | 2020',
            'Support Analyst | Grebe Stores | 2013 | 2016',
            'Intern | Tern Radio | 2012 | 2012',
        ],
    ),
    'dates in parentheses inline sentence': (
        """WHAT I HAVE DONE

Orrery (Oslo, 2020 to today), product manager.
I run the search team's plans.

Plover (Bergen, 2016 to 2020), data analyst.
I kept the numbers.
""",
        [
            'product manager | Orrery | 2020 | now',
            'data analyst | Plover | 2016 | 2020',
        ],
    ),
    'title line, firm line, dates | place line': (
        """EXPERIENCE

Technical Product Manager, Data Ingestion
Orrery
Mar 2020 – Present · 4 yrs 9 mos · Oslo, Norway · Hybrid
• Led.

Data Analyst
Plover · Full-time
Jun 2016 – Feb 2020 · 3 yrs 9 mos · Bergen, Norway
• Kept.
""",
        [
            'Technical Product Manager, Data Ingestion | Orrery | 2020-03 | now',
            'Data Analyst | Plover | 2016-06 | 2020-02',
        ],
    ),
    'firm above several roles, no indentation, place dates': (
        """EXPERIENCE

Orrery, Oslo
Principal Product Manager, Search Quality, Jan 2022 - present
- Led.
Senior Product Manager, Crawling, Feb 2019 - Dec 2021
- Led.

Plover, Bergen
Product Manager, Apr 2015 - Jan 2019
- Led.
""",
        [
            'Principal Product Manager, Search Quality | Orrery | 2022-01 | now',
            'Senior Product Manager, Crawling | Orrery | 2019-02 | 2021-12',
            'Product Manager | Plover | 2015-04 | 2019-01',
        ],
    ),
    'day month': (
        """EXPERIENCE

01.03.2020 - 30.09.2024   Produktmanager, Elmen Werke AG, Kiel
15.08.2016 - 28.02.2020   Softwareentwickler, Rotter Maschinen GmbH, Ulm
""",
        [
            'Produktmanager | Elmen Werke AG | 2020-03 | 2024-09',
            'Softwareentwickler | Rotter Maschinen GmbH | 2016-08 | 2020-02',
        ],
    ),
    "Dates right, title & firm with 'at', field": (
        """EXPERIENCE

Product Manager, Fraud at Cowrie Bank                                 2021 - now
Product Analyst, Cards at Cowrie Bank                                 2018 - 2021
Graduate Engineer at Tema Harbour Board                               2016 - 2018
""",
        [
            'Product Manager, Fraud | Cowrie Bank | 2021 | now',
            'Product Analyst, Cards | Cowrie Bank | 2018 | 2021',
            'Graduate Engineer | Tema Harbour Board | 2016 | 2018',
        ],
    ),
    'one-word brands': (
        """EXPERIENCE

Canva
Product Manager, Editor
Sydney, 2021 - Present
- Led.

Xero
Associate Product Manager
Wellington, 2018 - 2021
- Led.

Trade Me
Software Engineer
Wellington, 2015 - 2018
- Coded.
""",
        [
            'Product Manager, Editor | Canva | 2021 | now',
            'Associate Product Manager | Xero | 2018 | 2021',
            'Software Engineer | Trade Me | 2015 | 2018',
        ],
    ),
    'firm, country in bracket; role: ': (
        """CAREER HISTORY

Globeleq Power (Kenya) — Role: Digital Product Lead — Period: 05/2019 to date
- Led.
Kenya Tea Board (Kenya) — Role: Systems Officer — Period: 01/2014 to 04/2019
- Ran.
""",
        [
            'Digital Product Lead | Globeleq Power | 2019-05 | now',
            'Systems Officer | Kenya Tea Board | 2014-01 | 2019-04',
        ],
    ),
    'indented firm and dates': (
        """EXPERIENCE
  Platform Product Manager
      Halden Robotics            since 11/2021
      - Led.
  Systems Engineer
      Sund Elevators             02/2017 - 10/2021
      - Built.
""",
        [
            'Platform Product Manager | Halden Robotics | 2021-11 | now',
            'Systems Engineer | Sund Elevators | 2017-02 | 2021-10',
        ],
    ),
    'allcaps title, firm-case': (
        """EXPERIENCE

TECHNICAL PRODUCT OWNER
Region Midtby, Aarhus | August 2020 – Present
• Led.

IT CONSULTANT
Visma Consulting, Copenhagen | September 2015 – July 2020
• Advised.
""",
        [
            'TECHNICAL PRODUCT OWNER | Region Midtby | 2020-08 | now',
            'IT CONSULTANT | Visma Consulting | 2015-09 | 2020-07',
        ],
    ),
    'projects with clients': (
        """EXPERIENCE

Senior Consultant, Lindqvist & Partners, Stockholm (2018 - present)
Client: Bryggeri Vest (2022 - 2023), product owner for the order portal
- Led.
Client: Skogsbolaget (2019 - 2021), business analyst
- Mapped.

Consultant, Ekdahl IT, Uppsala (2015 - 2018)
- Coded.
""",
        [
            'Senior Consultant | Lindqvist & Partners | 2018 | now',
            'Consultant | Ekdahl IT | 2015 | 2018',
        ],
    ),
    'title with numbers and slash': (
        """EXPERIENCE

SDE-2 | Flipkart | Bengaluru | Jul'18 - Mar'21
- Coded.
APM / PM-1 | Swiggy | Bengaluru | Apr'21 - Jun'23
- Led.
PM-2, Instamart | Swiggy | Bengaluru | Jul'23 - Present
- Led.
""",
        [
            'SDE-2 | Flipkart | 2018-07 | 2021-03',
            'APM / PM-1 | Swiggy | 2021-04 | 2023-06',
            'PM-2, Instamart | Swiggy | 2023-07 | now',
        ],
    ),
    'no bullets, long head': (
        """EMPLOYMENT HISTORY

Product Manager (Technical), Connected Heating, Boreal Heat Ltd, Edinburgh, June 2019 to present
Responsible for the boiler API.

Software Tester, Boreal Heat Ltd, Edinburgh, May 2016 to May 2019
Tested.
""",
        [
            'Product Manager (Technical), Connected Heating | Boreal Heat Ltd | 2019-06 | now',
            'Software Tester | Boreal Heat Ltd | 2016-05 | 2019-05',
        ],
    ),
    "title with 'of' field and firm in country": (
        """EXPERIENCE

Head of Data Products, Jumia Nigeria, Lagos, 2021 - present
- Led.
Manager, Marketplace Analytics, Jumia Nigeria, Lagos, 2018 - 2021
- Led.
Analyst, Interswitch, Lagos, 2015 - 2018
- Counted.
""",
        [
            'Head of Data Products | Jumia Nigeria | 2021 | now',
            'Manager, Marketplace Analytics | Jumia Nigeria | 2018 | 2021',
            'Analyst | Interswitch | 2015 | 2018',
        ],
    ),
    'unusual: dash start': (
        """THE WORK

— Tidal Planner, 2022 to now. Product manager, first in the role.
  Wrote the first roadmap.
— Brick Works, 2019 to 2022. Quality analyst.
  Tested.
""",
        [
            'Product manager | Tidal Planner | 2022 | now',
            'Quality analyst | Brick Works | 2019 | 2022',
        ],
    ),
    'firm: title, dates; (blurb) line': (
        """Experience

Tidal Planner: Product Manager, 5/2022-present
(a planner for anglers, 12 people)
- Led.

Brick Works: QA Analyst, 3/2019-4/2022
(bricks, 300 people)
- Tested.
""",
        [
            'Product Manager | Tidal Planner | 2022-05 | now',
            'QA Analyst | Brick Works | 2019-03 | 2022-04',
        ],
    ),
    'date - title newline firm - place with bullets o': (
        """EXPERIENCE
Aug 2021 - Present
AI Product Manager
Larkspur Labs - Austin, TX
o Built.
Jun 2018 - Jul 2021
Machine Learning Engineer
Copperleaf - Denver, CO
o Trained.
""",
        [
            'AI Product Manager | Larkspur Labs | 2021-08 | now',
            'Machine Learning Engineer | Copperleaf | 2018-06 | 2021-07',
        ],
    ),
    'career change: various trades': (
        """WORK

Warehouse operative, DHL, Daventry, 2012-2014
Shift lead, DHL, Daventry, 2014-2016
Systems trainer, DHL, Daventry, 2016-2018
Product owner, warehouse software, DHL, Daventry, 2018-now
""",
        [
            'Warehouse operative | DHL | 2012 | 2014',
            'Shift lead | DHL | 2014 | 2016',
            'Systems trainer | DHL | 2016 | 2018',
            'Product owner, warehouse software | DHL | 2018 | now',
        ],
    ),
    'internship separately': (
        """INTERNSHIPS
Product Intern, Plover, Seattle, Jun 2023 - Aug 2023
- Helped.
CAMPUS JOBS
Teaching Assistant, CS 101, Lakeside University, Sep 2022 - May 2023
- Marked.
""",
        [
            'Product Intern | Plover | 2023-06 | 2023-08',
            'Teaching Assistant, CS 101 | Lakeside University | 2022-09 | 2023-05',
        ],
    ),
    'bulleted heads': (
        """EXPERIENCE
* Product manager, Orrery, Oslo, 2020 - now. Search quality and crawling.
* Data analyst, Plover, Bergen, 2016 - 2020. Dashboards.
* Tutor, Lakeside University, 2014 - 2016.
""",
        [
            'Product manager | Orrery | 2020 | now',
            'Data analyst | Plover | 2016 | 2020',
            'Tutor | Lakeside University | 2014 | 2016',
        ],
    ),
    'long sentence heads': (
        """WORK
Product Manager at Orrery, a search company in Oslo, from March 2020 until now.
- Led.
Data Analyst at Plover, a transit start-up in Bergen, from June 2016 until February 2020.
- Counted.
""",
        [
            'Product Manager | Orrery | 2020-03 | now',
            'Data Analyst | Plover | 2016-06 | 2020-02',
        ],
    ),
    'quarters and seasons': (
        """WORK
Product Manager, Orrery (Q2 2020 - now)
- Led.
Data Analyst, Plover (Spring 2016 - Q1 2020)
- Counted.
""",
        [
            'Product Manager | Orrery | 2020-04 | now',
            'Data Analyst | Plover | 2016-03 | 2020-03',
        ],
    ),
    'short apostrophes': (
        """WORK
Orrery — Product Manager — ’20–now
- Led.
Plover — Data Analyst — ’16–’20
- Counted.
Tern Radio — Sound Technician — ’13–’16
- Mixed.
""",
        [
            'Product Manager | Orrery | 2020 | now',
            'Data Analyst | Plover | 2016 | 2020',
            'Sound Technician | Tern Radio | 2013 | 2016',
        ],
    ),
    'one line story': (
        """WORK
2020-now Orrery, product manager. Search for 9 markets; team of 12.
2016-20 Plover, data analyst. Dashboards for dispatch.
2013-16 Tern Radio, sound technician. Mixed live shows.
""",
        [
            'product manager | Orrery | 2020 | now',
            'data analyst | Plover | 2016 | 2020',
            'sound technician | Tern Radio | 2013 | 2016',
        ],
    ),
    'subheads with blank': (
        """WORK

Orrery

Product manager, 2020 to now

I run search.

Data analyst, 2018 to 2020

I counted.

Tern Radio

Sound technician, 2013 to 2018

I mixed.
""",
        [
            'Product manager | Orrery | 2020 | now',
            'Data analyst | Orrery | 2018 | 2020',
            'Sound technician | Tern Radio | 2013 | 2018',
        ],
    ),
    'employer heading underline': (
        """WORK
====

Orrery (search engine, Oslo)
----------------------------
Product manager, search quality: 2020 to now
Data analyst: 2018 to 2020
  - Counted.

Tern Radio (station, Bergen)
----------------------------
Sound technician: 2013 to 2018
  - Mixed.
""",
        [
            'Product manager, search quality | Orrery | 2020 | now',
            'Data analyst | Orrery | 2018 | 2020',
            'Sound technician | Tern Radio | 2013 | 2018',
        ],
    ),
    'employer colon roles nested': (
        """EMPLOYMENT

Northern Rail Freight
   2021 - present: Product Manager, Yard Planning
      * Led.
   2019 - 2021: Business Analyst, Operations
      * Mapped.
Harbour Ferries Ltd
   2016 - 2019: Timetable Clerk
      * Timed.
""",
        [
            'Product Manager, Yard Planning | Northern Rail Freight | 2021 | now',
            'Business Analyst, Operations | Northern Rail Freight | 2019 | 2021',
            'Timetable Clerk | Harbour Ferries Ltd | 2016 | 2019',
        ],
    ),
    'firm with lowercase descr then dash dates': (
        """EXPERIENCE

kelp (seaweed marketplace), remote
product manager, jan 2022 – today
- led.

brine & sons, cork
customer support lead, may 2018 – dec 2021
- helped.
""",
        [
            'product manager | kelp | 2022-01 | now',
            'customer support lead | brine & sons | 2018-05 | 2021-12',
        ],
    ),
    'date column right with title below': (
        """EXPERIENCE
Northern Rail Freight, Leeds                              2021 – present
  Product Manager, Yard Planning
  - Led.
Harbour Ferries Ltd, Hull                                 2016 – 2021
  Timetable Clerk, then Business Analyst
  - Timed.
""",
        [
            'Product Manager, Yard Planning | Northern Rail Freight | 2021 | now',
            'Timetable Clerk, then Business Analyst | Harbour Ferries Ltd | 2016 | 2021',
        ],
    ),
    'title (level) in weird markers': (
        """[ EXPERIENCE ]

>> Product Manager <<  Northern Rail Freight  <2021 - present>
   - Led.
>> Business Analyst << Harbour Ferries Ltd  <2016 - 2021>
   - Mapped.
""",
        [
            'Product Manager | Northern Rail Freight | 2021 | now',
            'Business Analyst | Harbour Ferries Ltd | 2016 | 2021',
        ],
    ),
    'years duration': (
        """Experience

Northern Rail Freight, Product Manager (2021 onwards)
- Led.
Harbour Ferries Ltd, Business Analyst (5 years, to 2021)
- Mapped.
""",
        [
            'Product Manager | Northern Rail Freight | 2021 | now',
        ],
    ),
    'in my words': (
        """Jobs so far

Now (since August 2021): Product Manager, Northern Rail Freight
Led yard planning.

Before (June 2016 to July 2021): Business Analyst, Harbour Ferries Ltd
Mapped.
""",
        [
            'Product Manager | Northern Rail Freight | 2021-08 | now',
            'Business Analyst | Harbour Ferries Ltd | 2016-06 | 2021-07',
        ],
    ),
    'sentence: title, firm. dates.': (
        """Work

Product manager. Northern Rail Freight, Leeds. August 2021 to now.
Led.

Business analyst. Harbour Ferries Ltd, Hull. June 2016 to July 2021.
Mapped.
""",
        [
            'Product manager | Northern Rail Freight | 2021-08 | now',
            'Business analyst | Harbour Ferries Ltd | 2016-06 | 2021-07',
        ],
    ),
    'no section heading': (
        """Product manager at Northern Rail Freight, August 2021 to now
- Led yard planning for 40 depots.

Business analyst at Harbour Ferries Ltd, June 2016 to July 2021
- Mapped.
""",
        [
            'Product manager | Northern Rail Freight | 2021-08 | now',
            'Business analyst | Harbour Ferries Ltd | 2016-06 | 2021-07',
        ],
    ),
    'sentence blurb': (
        """EXPERIENCE

Northern Rail Freight, Leeds
Northern moves containers between nine ports and inland yards.

Product Manager, Yard Planning
2021 - present
- Led.

Business Analyst, Operations
2018 - 2021
- Mapped.

Harbour Ferries Ltd, Hull
Timetable Clerk
2016 - 2018
- Timed.
""",
        [
            'Product Manager, Yard Planning | Northern Rail Freight | 2021 | now',
            'Business Analyst, Operations | Northern Rail Freight | 2018 | 2021',
            'Timetable Clerk | Harbour Ferries Ltd | 2016 | 2018',
        ],
    ),
    'two-line blurb': (
        """EXPERIENCE

Northern Rail Freight, Leeds
Moves containers between nine ports and inland yards; about 400 people
work there, 30 of them in software.

Product Manager, Yard Planning
2021 - present
- Led.

Business Analyst, Operations
2018 - 2021
- Mapped.

Harbour Ferries Ltd, Hull
Timetable Clerk
2016 - 2018
- Timed.
""",
        [
            'Product Manager, Yard Planning | Northern Rail Freight | 2021 | now',
            'Business Analyst, Operations | Northern Rail Freight | 2018 | 2021',
            'Timetable Clerk | Harbour Ferries Ltd | 2016 | 2018',
        ],
    ),
    'stay with blurb': (
        """EXPERIENCE

Northern Rail Freight, Leeds, 2018 - present
Containers between nine ports; 400 people

Product Manager, Yard Planning
2021 - present
- Led.

Business Analyst, Operations
2018 - 2021
- Mapped.

Harbour Ferries Ltd, Hull
Timetable Clerk
2016 - 2018
- Timed.
""",
        [
            'Product Manager, Yard Planning | Northern Rail Freight | 2021 | now',
            'Business Analyst, Operations | Northern Rail Freight | 2018 | 2021',
            'Timetable Clerk | Harbour Ferries Ltd | 2016 | 2018',
        ],
    ),
    'stay with total': (
        """EXPERIENCE

Northern Rail Freight
2018 - present (8 years), Leeds

Product Manager, Yard Planning
2021 - present
- Led.

Business Analyst, Operations
2018 - 2021
- Mapped.

Harbour Ferries Ltd, Hull
Timetable Clerk
2016 - 2018
- Timed.
""",
        [
            'Product Manager, Yard Planning | Northern Rail Freight | 2021 | now',
            'Business Analyst, Operations | Northern Rail Freight | 2018 | 2021',
            'Timetable Clerk | Harbour Ferries Ltd | 2016 | 2018',
        ],
    ),
    'stay own line and blurb': (
        """EXPERIENCE

Northern Rail Freight
Leeds | 2018 - present
Containers between nine ports; 400 people

Product Manager, Yard Planning
2021 - present
- Led.

Business Analyst, Operations
2018 - 2021
- Mapped.

Harbour Ferries Ltd, Hull
Timetable Clerk
2016 - 2018
- Timed.
""",
        [
            'Product Manager, Yard Planning | Northern Rail Freight | 2021 | now',
            'Business Analyst, Operations | Northern Rail Freight | 2018 | 2021',
            'Timetable Clerk | Harbour Ferries Ltd | 2016 | 2018',
        ],
    ),
    'blank, blurb in brackets': (
        """EXPERIENCE

Northern Rail Freight
(containers between nine ports; 400 people)

Product Manager, Yard Planning
2021 - present
- Led.

Business Analyst, Operations
2018 - 2021
- Mapped.

Harbour Ferries Ltd, Hull
Timetable Clerk
2016 - 2018
- Timed.
""",
        [
            'Product Manager, Yard Planning | Northern Rail Freight | 2021 | now',
            'Business Analyst, Operations | Northern Rail Freight | 2018 | 2021',
            'Timetable Clerk | Harbour Ferries Ltd | 2016 | 2018',
        ],
    ),
    'roles with dates in same line, sentence blurb': (
        """EXPERIENCE

Northern Rail Freight, Leeds
Northern moves containers between nine ports and inland yards.

Product Manager, Yard Planning, 2021 - present
- Led.

Business Analyst, Operations, 2018 - 2021
- Mapped.

Harbour Ferries Ltd, Hull
The ferries cross the river.

Timetable Clerk, 2016 - 2018
- Timed.
""",
        [
            'Product Manager, Yard Planning | Northern Rail Freight | 2021 | now',
            'Business Analyst, Operations | Northern Rail Freight | 2018 | 2021',
            'Timetable Clerk | Harbour Ferries Ltd | 2016 | 2018',
        ],
    ),
    'roles w bars, no blank': (
        """EXPERIENCE

NORTHERN RAIL FREIGHT | Leeds
Northern moves containers between nine ports and inland yards.
Product Manager, Yard Planning | 2021 - present
- Led.
Business Analyst, Operations | 2018 - 2021
- Mapped.
HARBOUR FERRIES LTD | Hull
The ferries cross the river.
Timetable Clerk | 2016 - 2018
- Timed.
""",
        [
            'Product Manager, Yard Planning | NORTHERN RAIL FREIGHT | 2021 | now',
            'Business Analyst, Operations | NORTHERN RAIL FREIGHT | 2018 | 2021',
            'Timetable Clerk | HARBOUR FERRIES LTD | 2016 | 2018',
        ],
    ),
    'roles indented, blurb wrapped': (
        """EXPERIENCE

Northern Rail Freight, Leeds
  A carrier of containers between nine ports, with yards
  in five counties and 400 people.

  Product Manager, Yard Planning (2021 - present)
  - Led.

  Business Analyst, Operations (2018 - 2021)
  - Mapped.

Harbour Ferries Ltd, Hull
  Timetable Clerk (2016 - 2018)
  - Timed.
""",
        [
            'Product Manager, Yard Planning | Northern Rail Freight | 2021 | now',
            'Business Analyst, Operations | Northern Rail Freight | 2018 | 2021',
            'Timetable Clerk | Harbour Ferries Ltd | 2016 | 2018',
        ],
    ),
    'stay and mode lines': (
        """EXPERIENCE

Northern Rail Freight
Full-time · 8 yrs
Leeds, England

Product Manager, Yard Planning
2021 - present
- Led.

Business Analyst, Operations
2018 - 2021
- Mapped.

Harbour Ferries Ltd
Timetable Clerk
2016 - 2018
- Timed.
""",
        [
            'Product Manager, Yard Planning | Northern Rail Freight | 2021 | now',
            'Business Analyst, Operations | Northern Rail Freight | 2018 | 2021',
            'Timetable Clerk | Harbour Ferries Ltd | 2016 | 2018',
        ],
    ),
    'markdown-like rails': (
        """EXPERIENCE

Northern Rail Freight
Leeds, UK                                  2018 - present

Product Manager, Yard Planning             2021 - present
- Led.

Business Analyst, Operations               2018 - 2021
- Mapped.

Harbour Ferries Ltd
Hull, UK                                   2016 - 2018

Timetable Clerk                            2016 - 2018
- Timed.
""",
        [
            'Product Manager, Yard Planning | Northern Rail Freight | 2021 | now',
            'Business Analyst, Operations | Northern Rail Freight | 2018 | 2021',
            'Timetable Clerk | Harbour Ferries Ltd | 2016 | 2018',
        ],
    ),
    'one role with blurb sentence': (
        """EXPERIENCE

Northern Rail Freight, Leeds
Northern moves containers between nine ports.

Product Manager, Yard Planning
2021 - present
- Led.

Harbour Ferries Ltd, Hull
The ferries cross the river.

Timetable Clerk
2016 - 2018
- Timed.
""",
        [
            'Product Manager, Yard Planning | Northern Rail Freight | 2021 | now',
            'Timetable Clerk | Harbour Ferries Ltd | 2016 | 2018',
        ],
    ),
    'polish firm above': (
        """EXPERIENCE

Nowa Energia S.A., Gdynia
Product Manager (Smart Meters)
2021 - present
- Led.

Fabryka Map sp. z o.o., Sopot
Analyst, web maps team
2017 - 2021
- Mapped.
""",
        [
            'Product Manager (Smart Meters) | Nowa Energia S.A. | 2021 | now',
            'Analyst, web maps team | Fabryka Map sp. z o.o. | 2017 | 2021',
        ],
    ),
    'polish no place': (
        """EXPERIENCE

Nowa Energia S.A.
Product Manager (technical)
2021 - present
- Led.

Fabryka Map Sp. z o.o.
Analyst, maps
2017 - 2021
- Mapped.
""",
        [
            'Product Manager (technical) | Nowa Energia S.A. | 2021 | now',
            'Analyst, maps | Fabryka Map Sp. z o.o. | 2017 | 2021',
        ],
    ),
    'comma inc with roles': (
        """EXPERIENCE

Harbor Light Software, Inc.
Chicago, IL

Senior Product Manager          2021 - present
- Led.

Product Manager, Growth         2018 - 2021
- Led.

Webb & Hale, Inc.
Business Analyst                2015 - 2018
- Mapped.
""",
        [
            'Senior Product Manager | Harbor Light Software, Inc. | 2021 | now',
            'Product Manager, Growth | Harbor Light Software, Inc. | 2018 | 2021',
            'Business Analyst | Webb & Hale, Inc. | 2015 | 2018',
        ],
    ),
    'title firm unknown town': (
        """EXPERIENCE
Product Manager, Bluestem Seed Works, Prairie Bend, 2021 - present
- Led.
Data Analyst, Bluestem Seed Works, Prairie Bend, 2018 - 2021
- Counted.
Farm Hand, Otter Creek Dairy, Otter Falls, 2015 - 2018
- Milked.
""",
        [
            'Product Manager | Bluestem Seed Works | 2021 | now',
            'Data Analyst | Bluestem Seed Works | 2018 | 2021',
            'Farm Hand | Otter Creek Dairy | 2015 | 2018',
        ],
    ),
    'bracket kinds': (
        """EXPERIENCE
Product Manager (internal tools), Orrery, 2021 - present
- Led.
Product Manager (contract), Plover, 2018 - 2021
- Led.
Editor (Tern Radio), 2016 - 2018
- Cut.
""",
        [
            'Product Manager (internal tools) | Orrery | 2021 | now',
            'Product Manager | Plover | 2018 | 2021',
            'Editor | Tern Radio | 2016 | 2018',
        ],
    ),
    'titles with a field behind a colon': (
        """Employment History

Larkfield Telecoms
Technical Product Manager: Mobile Money and Messaging
August 2020 to present
- Led.

Tanner Row Bank
Product Manager: Payments
April 2017 to July 2020
- Kept.
""",
        [
            'Technical Product Manager: Mobile Money and Messaging | Larkfield Telecoms | 2020-08 | now',
            'Product Manager: Payments | Tanner Row Bank | 2017-04 | 2020-07',
        ],
    ),
    'the last job on one line, with an employer that says what it is': (
        """Experience

Osprey Pay Ltd                                Singapore
Product Manager                               01/2023 - now
- Led.
Product Manager, Risk                         03/2021 - 12/2022
- Led.

Larkfield Ventures                            Singapore
Associate Product Manager                     07/2019 - 02/2021
- Kept.

Management Trainee, Tanner Row Bank           07/2018 - 06/2019
- Sold.
""",
        [
            'Product Manager | Osprey Pay Ltd | 2023-01 | now',
            'Product Manager, Risk | Osprey Pay Ltd | 2021-03 | 2022-12',
            'Associate Product Manager | Larkfield Ventures | 2019-07 | 2021-02',
            'Management Trainee | Tanner Row Bank | 2018-07 | 2019-06',
        ],
    ),
    'firm, city dates line, blank, titles w two-word fields': (
        """EXPERIENCE

Northern Rail Freight
Leeds, UK; 2018 to present

A carrier of containers.

Product Manager, Yard Planning (2021 to present)
- Led.

Business Analyst, Rail Operations (2018 to 2021)
- Mapped.
""",
        [
            'Product Manager, Yard Planning | Northern Rail Freight | 2021 | now',
            'Business Analyst, Rail Operations | Northern Rail Freight | 2018 | 2021',
        ],
    ),
    'a head office and a sentence about the employer over two titles': (
        """Experience

Okavango Savings Bank Ltd, Head Office, Gaborone
Okavango Savings Bank lends to farmers and has 40 branches.

Head, Digital Products (Lending)
March 2021 till date
- Set the order of work.

Product Manager
June 2018 to February 2021
- Wrote specifications.
""",
        [
            'Head, Digital Products (Lending) | Okavango Savings Bank Ltd | 2021-03 | now',
            'Product Manager | Okavango Savings Bank Ltd | 2018-06 | 2021-02',
        ],
    ),
    'what the employer does, behind a full stop on its line': (
        """Experience

03/2021 - present   Product Manager
Brennholt A.S., Bergen. Wood stoves and their sensors, 80 people.
- Own the app.

01/2017 - 02/2021   Test Engineer
Fjordline Maps, Bergen. Charts for ferries.
- Tested charts.
""",
        ['Product Manager | Brennholt A.S. | 2021-03 | now', 'Test Engineer | Fjordline Maps | 2017-01 | 2021-02'],
    ),
    'Irish counties, whose Co. is no company': (
        """Experience

Duty Manager, Lough House Hotel, Ennis, Co. Clare, May 2015 - February 2019
- Opened at six.

Receptionist, Heron Inn, Tralee, Co Kerry, 2012 - 2015
- Answered.
""",
        ['Duty Manager | Lough House Hotel | 2015-05 | 2019-02', 'Receptionist | Heron Inn | 2012 | 2015'],
    ),
    'a year in the brackets of an employer is not when it began': (
        """Experience

Technical Product Manager, Accounts
Heronbridge Games, Halifax (remote since 2023)
2021-04 – present
– Split the login from the rest.

Game Designer
Tarn & Tern, Halifax
2018-09 – 2021-03
– Drew levels.
""",
        ['Technical Product Manager, Accounts | Heronbridge Games | 2021-04 | now', 'Game Designer | Tarn & Tern | 2018-09 | 2021-03'],
    ),
    'a summer, beside a title of which one word has its capital': (
        """Experience

Editor | Lough & Larch Weekly, Kendal | 2016 - 2018
- Ran the paper.

Editorial intern | Larch & Lough Magazines, Kendal | Summer '15
- Checked facts.

Data assistant, Skerry Survey, Summer 2014
- Counted birds.

Shop Assistant
Birchen Books, Summer 2013
- Sold books.
""",
        [
            'Editor | Lough & Larch Weekly | 2016 | 2018',
            'Editorial intern | Larch & Lough Magazines | 2015-06 | 2015-08',
            'Data assistant | Skerry Survey | 2014-06 | 2014-08',
            'Shop Assistant | Birchen Books | 2013-06 | 2013-08',
        ],
    ),
    'employer and town before a dash and the title': (
        """Work history

05.2021 - present    Nordkran Sp. z o.o., Gdynia - Senior Product Manager, Cranes
* Owned the API.

03.2018 - 04.2021    Trzy Konie Software, Łódź - Product Owner, Stables
* Wrote stories.
""",
        [
            'Senior Product Manager, Cranes | Nordkran Sp. z o.o. | 2021-05 | now',
            'Product Owner, Stables | Trzy Konie Software | 2018-03 | 2021-04',
        ],
    ),
    'a name ends with its legal form, and a town nobody has heard of follows': (
        """EXPERIENCE

PEDRA ALTA S.A. – Campinas
Shop for homes

Product Owner                                        Aug 2021 – present
* Wrote stories.

RIO FUNDO TECNOLOGIA LTDA – Ribeirão Claro

Integration Analyst                                  Feb 2018 – Jul 2021
* Connected shops.
""",
        ['Product Owner | PEDRA ALTA S.A. | 2021-08 | now', 'Integration Analyst | RIO FUNDO TECNOLOGIA LTDA | 2018-02 | 2021-07'],
    ),
    'years in the brackets of employers are those of their own heads': (
        """Experience

Vice Principal
Hill School (part-time, 2019 - 2021)
Product Manager (2015 - 2018)
Lough Ltd

Growth hacker, Birch (Paris, 2013 - 2015)
Clerk, Tern Ltd (2011 - 2013)
""",
        [
            'Vice Principal | Hill School | 2019 | 2021', 'Product Manager | Lough Ltd | 2015 | 2018',
            'Growth hacker | Birch | 2013 | 2015', 'Clerk | Tern Ltd | 2011 | 2013',
        ],
    ),
    'a mark and a way of working under a title are no employer': (
        """Experience

Editor | Lough Weekly, Kendal | 2016 - 2018
- Ran the paper.

Data Analyst
GPA 3.9, 2015
- Counted birds.
""",
        ['Editor | Lough Weekly | 2016 | 2018'],
    ),
}
