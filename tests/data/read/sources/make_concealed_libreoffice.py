# ruff: noqa
"""Makes concealed_lo.* and shown_lo.* with LibreOffice itself, through its UNO interface, into the folder `made` beside this file.

Run by hand: /usr/bin/python3 make_concealed_libreoffice.py (needs the packages libreoffice-writer and python3-uno).
Each way to hide words has its own words, so that the test can tell what became of which in each format.
"""

import os, signal, subprocess, tempfile, time
from pathlib import Path

import uno
from com.sun.star.awt import Point, Size
from com.sun.star.beans import PropertyValue
from com.sun.star.drawing.FillStyle import NONE as NO_FILL, SOLID
from com.sun.star.text.ControlCharacter import PARAGRAPH_BREAK
from com.sun.star.text.WrapTextMode import THROUGH
from com.sun.star.text.TextContentAnchorType import AT_PAGE, AT_PARAGRAPH

OUT = Path(__file__).resolve().parent / "made"
OUT.mkdir(exist_ok=True)
FILTERS = {"odt": "writer8", "rtf": "Rich Text Format", "docx": "MS Word 2007 XML", "doc": "MS Word 97"}
WHITE, NAVY = 0xFFFFFF, 0x1F3864
LINES = [
    "Marisol Vandenberg",
    "Product manager in Portland with nine years of experience",
    "Led the migration of billing to a new platform",
    "Ran discovery interviews every week",
]


def prop(name, value):
    p = PropertyValue()
    p.Name, p.Value = name, value
    return p


class Writer:
    def __init__(self, desktop):
        self.doc = desktop.loadComponentFromURL("private:factory/swriter", "_blank", 0, (prop("Hidden", True),))
        self.text = self.doc.Text
        self.cursor = self.text.createTextCursor()
        for line in LINES:
            self.say(line)

    def say(self, words, **look):
        self.cursor.gotoEnd(False)
        self.cursor.setAllPropertiesToDefault()
        for name, value in look.items():
            self.cursor.setPropertyValue(name, value)
        self.text.insertString(self.cursor, words, False)
        self.text.insertControlCharacter(self.cursor, PARAGRAPH_BREAK, False)

    def new(self, kind):
        return self.doc.createInstance(kind)

    def shape(self, words, x, y, width, height, colour=None, fill=None, behind=False):
        shape = self.new("com.sun.star.drawing.CustomShape" if words else "com.sun.star.drawing.RectangleShape")
        shape.Size = Size(width, height)
        shape.AnchorType = AT_PARAGRAPH
        self.doc.DrawPage.add(shape)
        if words and hasattr(shape, "CustomShapeGeometry"):
            shape.CustomShapeGeometry = (prop("Type", "rectangle"),)
        shape.FillStyle = NO_FILL if fill is None else SOLID
        if fill is not None:
            shape.FillColor = fill
        if words:
            shape.String = words
            if colour is not None:
                shape.CharColor = colour
        shape.HoriOrient = shape.VertOrient = 0
        shape.HoriOrientRelation = shape.VertOrientRelation = 7  # the whole page
        shape.Position = Point(x, y)
        shape.HoriOrientPosition, shape.VertOrientPosition = x, y
        shape.TextWrap = THROUGH
        if behind:
            shape.Opaque = False

        return shape

    def frame(self, words, x, y):
        frame = self.new("com.sun.star.text.TextFrame")
        frame.AnchorType = AT_PAGE
        frame.AnchorPageNo = 1
        frame.Size = Size(5000, 1000)
        frame.IsFollowingTextFlow = False
        self.text.insertTextContent(self.cursor, frame, False)
        frame.HoriOrient = frame.VertOrient = 0
        frame.HoriOrientRelation = frame.VertOrientRelation = 7
        frame.HoriOrientPosition, frame.VertOrientPosition = x, y
        frame.Text.insertString(frame.Text.createTextCursor(), words, False)

    def table(self, words, colour, ground=None, row=None, height=None):
        self.cursor.gotoEnd(False)
        self.cursor.setAllPropertiesToDefault()
        table = self.new("com.sun.star.text.TextTable")
        table.initialize(1, 1)
        self.text.insertTextContent(self.cursor, table, False)
        cell = table.getCellByName("A1")
        cursor = cell.createTextCursor()
        if colour is not None:
            cursor.CharColor = colour
        cell.insertString(cursor, words, False)
        if ground is not None:
            cell.BackColor = ground
        if row is not None:
            table.Rows.getByIndex(0).BackColor = row
        if height is not None:
            table.Rows.getByIndex(0).IsAutoHeight = False
            table.Rows.getByIndex(0).Height = height
        self.cursor.gotoEnd(False)
        self.say("")

    def section(self, words, **look):
        self.cursor.gotoEnd(False)
        self.cursor.setAllPropertiesToDefault()
        colour = look.pop("CharColor", None)
        if colour is not None:
            self.cursor.CharColor = colour
        self.text.insertString(self.cursor, words, False)
        self.text.insertControlCharacter(self.cursor, PARAGRAPH_BREAK, False)
        self.cursor.goLeft(1, False)
        self.cursor.gotoStartOfParagraph(True)
        section = self.new("com.sun.star.text.TextSection")
        for name, value in look.items():
            section.setPropertyValue(name, value)
        self.text.insertTextContent(self.cursor, section, True)

    def field(self, kind, words, before="", **values):
        self.cursor.gotoEnd(False)
        self.cursor.setAllPropertiesToDefault()
        self.text.insertString(self.cursor, before, False)
        field = self.new(f"com.sun.star.text.TextField.{kind}")
        for name, value in values.items():
            field.setPropertyValue(name, value)
        self.text.insertTextContent(self.cursor, field, False)
        self.text.insertString(self.cursor, words, False)
        self.text.insertControlCharacter(self.cursor, PARAGRAPH_BREAK, False)

    def save(self, stem, *endings):
        self.doc.TextFields.refresh()
        for ending in endings:
            self.doc.storeToURL((OUT / f"{stem}.{ending}").as_uri(), (prop("FilterName", FILTERS[ending]),))
        self.doc.close(True)


def make(desktop):
    for endings, has_shapes in ((("odt", "docx", "doc"), True), (("rtf",), False)):  # its RTF loses the words of shapes
        w = Writer(desktop)
        w.say("hiddenchars words", CharHidden=True)
        w.say("white words", CharColor=WHITE)
        w.say("nearwhite words", CharColor=0xF5F5F5)
        w.say("samecolour words", CharColor=NAVY, CharBackColor=NAVY)
        w.say("onehalfpoint words", CharHeight=1.5)
        w.say("indented words", ParaLeftMargin=-60000)
        w.table("samecell words", NAVY, ground=NAVY)
        w.table("whitecell words", WHITE, ground=WHITE)
        if has_shapes:
            w.shape("whiteshape words", 12000, 20000, 5000, 1000, colour=WHITE)
            w.shape("sameshape words", 12000, 22000, 5000, 1000, colour=NAVY, fill=NAVY)
            w.shape("leftshape words", -20000, 2000, 5000, 1000)
            w.shape("belowshape words", 2000, 60000, 5000, 1000)
        w.say("The end of what is seen")
        w.save("concealed_lo", *endings)

    w = Writer(desktop)  # what only ODT can say
    w.say("clear words", CharColor=0, CharTransparence=97)
    w.section("hiddensection words", IsVisible=False)
    w.section("conditionsection words", Condition="1", IsVisible=False)
    w.field("HiddenParagraph", "hiddenparagraph words", Condition="1")
    w.field("HiddenText", " tail", before="See ", Content="hiddentext words", Condition="1")
    w.say("The end of what is seen")
    w.save("concealed_lo_fields", "odt")

    for endings, has_shapes in ((("odt", "docx", "doc"), True), (("rtf",), False)):
        w = Writer(desktop)
        w.say("White on a highlight", CharColor=WHITE, CharBackColor=NAVY)
        band = w.new("com.sun.star.style.ParagraphStyle")
        w.doc.StyleFamilies.getByName("ParagraphStyles").insertByName("Band", band)
        band.ParaBackColor, band.CharColor = NAVY, WHITE
        w.say("White on a paragraph", ParaStyleName="Band")
        w.say("", ParaStyleName="Standard")
        w.table("White on a cell", WHITE, ground=NAVY)
        w.table("White on a row", WHITE, row=NAVY)
        if has_shapes:
            w.shape("White on a shape", 12000, 20000, 5000, 1000, colour=WHITE, fill=NAVY)
            w.shape("", 0, 0, 7000, 29700, fill=NAVY, behind=True)
            w.say("White on a sidebar", CharColor=WHITE, ParaLeftMargin=-1000)
        w.say("A pale grey", CharColor=0xBFBFBF)
        w.say("Small print", CharHeight=5)
        w.save("shown_lo", *endings)


with tempfile.TemporaryDirectory() as profile:
    office = subprocess.Popen(
        ["soffice", f"-env:UserInstallation=file://{profile}", "--headless", "--norestore", "--accept=pipe,name=resumefit;urp;"],
        process_group=0,
    )
    try:
        resolver = uno.getComponentContext().ServiceManager.createInstance("com.sun.star.bridge.UnoUrlResolver")
        for _ in range(60):
            try:
                context = resolver.resolve("uno:pipe,name=resumefit;urp;StarOffice.ComponentContext")
                break
            except Exception:
                time.sleep(1)
        desktop = context.ServiceManager.createInstanceWithContext("com.sun.star.frame.Desktop", context)
        make(desktop)
    finally:
        os.killpg(office.pid, signal.SIGKILL)
        office.wait()
