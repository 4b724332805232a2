"""Knows a place when it stands where an employer could: "Leeds", "Austin, TX", "Pune, India", "Remote (UK)"."""

from __future__ import annotations

import re

_COUNTRIES = (
    "united states|usa|u\\.s\\.a\\.|us|united kingdom|uk|u\\.k\\.|england|scotland|wales|northern ireland|ireland|india|germany|deutschland|"  # noqa: E501 - one pattern
    "france|spain|portugal|italy|netherlands|the netherlands|belgium|luxembourg|switzerland|austria|poland|czech republic|czechia|"
    "slovakia|hungary|romania|bulgaria|greece|turkey|ukraine|estonia|latvia|lithuania|finland|sweden|norway|denmark|iceland|serbia|"
    "croatia|slovenia|canada|mexico|brazil|argentina|chile|colombia|peru|china|japan|south korea|korea|taiwan|hong kong|singapore|"
    "malaysia|indonesia|thailand|vietnam|philippines|australia|new zealand|pakistan|bangladesh|sri lanka|nepal|uae|u\\.a\\.e\\.|"
    "united arab emirates|saudi arabia|qatar|kuwait|bahrain|oman|israel|egypt|jordan|lebanon|morocco|tunisia|algeria|nigeria|ghana|"
    "kenya|uganda|tanzania|rwanda|ethiopia|south africa|zimbabwe|zambia|russia|cyprus|malta|eu|europe|emea|apac"
)
_STATES = (
    "al|ak|az|ar|ca|co|ct|de|fl|ga|hi|id|il|in|ia|ks|ky|la|me|md|ma|mi|mn|ms|mo|mt|ne|nv|nh|nj|nm|ny|nc|nd|oh|ok|or|pa|ri|sc|sd|"
    "tn|tx|ut|vt|va|wa|wv|wi|wy|dc|on|bc|qc|ab|nsw|vic|qld"
)
_CITIES = (
    "london|manchester|birmingham|leeds|liverpool|bristol|sheffield|glasgow|edinburgh|cardiff|belfast|dublin|cork|galway|york|hull|"
    "nottingham|leicester|newcastle|cambridge|oxford|brighton|reading|bath|paris|lyon|marseille|toulouse|nantes|lille|bordeaux|berlin|"
    "munich|münchen|hamburg|cologne|köln|frankfurt|stuttgart|leipzig|dresden|düsseldorf|bremen|vienna|wien|graz|zurich|zürich|geneva|"
    "basel|bern|lausanne|amsterdam|rotterdam|utrecht|eindhoven|the hague|brussels|antwerp|ghent|madrid|barcelona|valencia|seville|"
    "bilbao|malaga|lisbon|lisboa|porto|rome|roma|milan|milano|turin|torino|naples|bologna|florence|warsaw|krakow|kraków|wroclaw|gdansk|"
    "prague|praha|brno|bratislava|budapest|bucharest|cluj|sofia|athens|istanbul|ankara|izmir|kyiv|kiev|lviv|tallinn|tartu|riga|vilnius|"
    "helsinki|espoo|tampere|stockholm|gothenburg|göteborg|malmö|oslo|bergen|trondheim|copenhagen|aarhus|reykjavik|belgrade|zagreb|"
    "ljubljana|new york|new york city|nyc|san francisco|los angeles|san diego|san jose|seattle|portland|boston|chicago|austin|dallas|"
    "houston|denver|atlanta|miami|philadelphia|pittsburgh|washington|washington dc|detroit|minneapolis|phoenix|salt lake city|"
    "palo alto|mountain view|menlo park|sunnyvale|santa clara|cupertino|redmond|redwood city|oakland|raleigh|durham|charlotte|"
    "nashville|columbus|cleveland|toronto|vancouver|montreal|ottawa|calgary|waterloo|mexico city|guadalajara|sao paulo|são paulo|"
    "rio de janeiro|buenos aires|santiago|bogota|bogotá|lima|mumbai|delhi|new delhi|gurgaon|gurugram|noida|bangalore|bengaluru|"
    "hyderabad|chennai|pune|kolkata|ahmedabad|jaipur|kochi|coimbatore|indore|chandigarh|lucknow|mysore|nagpur|thane|navi mumbai|"
    "karachi|lahore|islamabad|dhaka|colombo|kathmandu|dubai|abu dhabi|riyadh|jeddah|doha|tel aviv|haifa|jerusalem|cairo|amman|beirut|"
    "casablanca|tunis|lagos|abuja|accra|nairobi|kampala|kigali|johannesburg|cape town|pretoria|durban|beijing|shanghai|shenzhen|"
    "guangzhou|hangzhou|tokyo|osaka|kyoto|seoul|taipei|kuala lumpur|penang|jakarta|bangkok|hanoi|ho chi minh city|manila|sydney|"
    "melbourne|brisbane|perth|adelaide|auckland|wellington"
)
_AREA = rf"(?:{_COUNTRIES}|{_CITIES}|remote|hybrid|on-?site)"
_PLACE = re.compile(
    rf"^\(?(?:greater |near |central )?(?:{_AREA}(?: area| metro| bay area)?(?:\s*[,/(–-]\s*(?:{_AREA}|{_STATES}|[a-z .]+)\)?)*"
    rf"|[\w .'’-]{{2,30}},\s*(?:{_COUNTRIES})|[\w .'’-]{{2,30}},\s*(?-i:{_STATES.upper()}))\)?\.?$",
    re.IGNORECASE,
)


def looks_like_place(text: str) -> bool:
    """Tell whether the words are a place of work and nothing else."""
    return bool(_PLACE.match(text.strip(" ,|·•")))
