"""Europass XML of both forms, and XML that is broken or attacks."""

from __future__ import annotations

from resumefit.core.document import Document, DocumentState
from resumefit.read import read_document

NEW = """<?xml version="1.0" encoding="UTF-8"?>
<Candidate xmlns="http://www.europass.eu/1.0" xmlns:oa="http://www.openapplications.org/oagis/9" xmlns:hr="http://www.hr-xml.org/3">
<hr:DocumentID>abc</hr:DocumentID><CandidateSupplier><hr:PartyName>Owner</hr:PartyName></CandidateSupplier>
<CandidatePerson><PersonName><oa:GivenName>Ingrid</oa:GivenName><hr:FamilyName>Berg</hr:FamilyName></PersonName>
<Communication><ChannelCode>Email</ChannelCode><oa:URI>ingrid@example.org</oa:URI></Communication>
<Communication><ChannelCode>Telephone</ChannelCode><CountryDialing>47</CountryDialing><oa:DialNumber>5550134</oa:DialNumber></Communication>
<Communication><Address><oa:AddressLine>Kaiveien 1</oa:AddressLine><oa:CityName>Oslo</oa:CityName></Address></Communication>
<hr:BirthDate>1990-01-01</hr:BirthDate><PrimaryLanguageCode>nor</PrimaryLanguageCode></CandidatePerson>
<CandidateProfile><ExecutiveSummary>&lt;p&gt;Leads R&amp;amp;D teams&lt;/p&gt;</ExecutiveSummary>
<EmploymentHistory><EmployerHistory><hr:OrganizationName>Fjordpay AS</hr:OrganizationName><PositionHistory>
<PositionTitle>Lead Product Manager</PositionTitle><EmploymentPeriod><StartDate><hr:FormattedDateTime>2021-01</hr:FormattedDateTime></StartDate>
<hr:CurrentIndicator>true</hr:CurrentIndicator></EmploymentPeriod><oa:Description>&lt;ul&gt;&lt;li&gt;Cut fraud&lt;/li&gt;&lt;li&gt;Wrote Python &amp;amp; SQL&lt;/li&gt;&lt;/ul&gt;</oa:Description>
<City>Oslo</City></PositionHistory></EmployerHistory></EmploymentHistory>
<EducationHistory><EducationOrganizationAttendance><hr:OrganizationName>NTNU</hr:OrganizationName><AttendancePeriod><StartDate><hr:FormattedDateTime>2011</hr:FormattedDateTime></StartDate>
<EndDate><hr:FormattedDateTime>2013</hr:FormattedDateTime></EndDate></AttendancePeriod><EducationDegree><hr:DegreeName>M.Sc. Economics</hr:DegreeName></EducationDegree></EducationOrganizationAttendance></EducationHistory>
<PersonQualifications><PersonCompetency><CompetencyID>en</CompetencyID><hr:TaxonomyID>language</hr:TaxonomyID><CompetencyDimension>
<hr:CompetencyDimensionTypeCode>CEF-Understanding-Listening</hr:CompetencyDimensionTypeCode><Score><hr:ScoreText>C2</hr:ScoreText></Score></CompetencyDimension></PersonCompetency>
<PersonCompetency><CompetencyName>Kubernetes</CompetencyName></PersonCompetency><PersonCompetency><CompetencyName>dbt</CompetencyName></PersonCompetency></PersonQualifications>
<Certifications><Certification><CertificationName>CSPO</CertificationName><hr:IssuingAuthority>Scrum Alliance</hr:IssuingAuthority></Certification></Certifications>
</CandidateProfile></Candidate>"""


def read(source: str) -> Document:
    return read_document(source.encode(), name="europass.xml")


def test_the_new_form_is_written_out_as_a_resume() -> None:
    document = read(NEW)
    assert [line for line in document.text.split("\n") if line] == [
        "Ingrid Berg",
        "ingrid@example.org",
        "+47 5550134",
        "Kaiveien 1, Oslo",
        "Summary",
        "Leads R&D teams",
        "Experience",
        "Lead Product Manager   2021-01 – Present",
        "Fjordpay AS   Oslo",
        "• Cut fraud",
        "• Wrote Python & SQL",
        "Education",
        "M.Sc. Economics   2011 – 2013",
        "NTNU",
        "Languages",
        "Norwegian (mother tongue)",
        "English: Listening C2",
        "Skills",
        "Kubernetes, dbt",
        "Certifications",
        "CSPO",
        "Scrum Alliance",
    ]
    assert document.state is DocumentState.OK


def test_the_old_form_decodes_html_inside_xml() -> None:
    source = "<SkillsPassport><LearnerInfo><WorkExperienceList><WorkExperience><Activities>&lt;p&gt;R&amp;amp;D&lt;/p&gt;</Activities></WorkExperience></WorkExperienceList></LearnerInfo></SkillsPassport>"
    assert read(source).text == "Experience\n\nR&D"


def test_entities_are_dropped() -> None:
    head = '<!DOCTYPE r [<!ENTITY x SYSTEM "file:///etc/passwd"><!ENTITY a "aaaa">]>'
    source = f"{head}<SkillsPassport><LearnerInfo><Identification><PersonName><FirstName>&x;Jane</FirstName><Surname>&a;Roe</Surname></PersonName></Identification></LearnerInfo></SkillsPassport>"
    text = read(source).text
    assert "root:" not in text
    assert "&" not in text
    assert "Jane" in text


def test_xml_that_breaks_off_is_doubtful() -> None:
    document = read(NEW[: NEW.index("<EducationHistory>") + 30])
    assert "Wrote Python & SQL" in document.text
    assert document.state is DocumentState.DOUBTFUL
    assert [caution.code for caution in document.cautions] == ["truncated"]
