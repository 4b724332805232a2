# ruff: noqa
"""Makes the right-to-left fixtures of tests/read with Chromium and LibreOffice, into the folder `made`. Run by hand."""

from pathlib import Path
import subprocess

OUT = Path(__file__).resolve().parent / "made"
OUT.mkdir(exist_ok=True)
PAGE = """<html><head><meta charset=utf-8><style>@page{size:A4;margin:14mm}body{font:12px/1.5 'DejaVu Sans'}</style></head>
<body><h1>Noa Lindqvist</h1><div>noa@example.com | 555-0171</div>
<h2>Languages</h2><div>Hebrew (עברית שפת אם), Arabic (العربية), English</div>
<div dir=rtl><h2>ניסיון תעסוקתי</h2>
<p>מנהלת מוצר בכירה בחברת לוגיסטיקה בשם Harborline Freight משנת 2020 ועד היום (משרה מלאה)</p>
<p>הובלתי צוות של 12 מהנדסים והגדלתי את ההכנסות ב-18% בשנים 2015–2024</p>
<p>כתבתי דרישות ל-Kafka ול-API ציבורי בשפת C++ לכל הצוות</p>
<h2>التعليم</h2><p>ماجستير في نظم المعلومات من جامعة خيالية (الإعلام) خلال 2019-2021</p></div>
<h2>Summary</h2><p>Product manager with nine years of experience in logistics.</p></body></html>
"""
(OUT / "rtl.html").write_text(PAGE, "utf-8")
subprocess.run(
    ["chromium", "--headless", "--no-sandbox", "--disable-gpu", "--no-pdf-header-footer", f"--print-to-pdf={OUT / 'rtl_ch_mixed.pdf'}", str(OUT / "rtl.html")],
    check=True,
)
subprocess.run(["soffice", "--headless", "--convert-to", "pdf:writer_web_pdf_Export", "--outdir", str(OUT), str(OUT / "rtl.html")], check=True)
(OUT / "rtl.pdf").rename(OUT / "rtl_lo_mixed.pdf")
