# ruff: noqa
"""Makes fixtures of tests/read with a real producer, into the folder `made` beside this file. Run by hand."""
from pathlib import Path
OUT = Path(__file__).resolve().parent / "made"
OUT.mkdir(exist_ok=True)
import sys,subprocess,tempfile,pathlib,html
import content as C
out=OUT
e=html.escape
def jobs(fmt='float'):
    r=''
    for t,c,l,d,bs in C.JOBS:
        ul='<ul>'+''.join(f'<li>{e(b)}</li>' for b in bs)+'</ul>'
        if fmt=='float': r+=f'<div class=job><div class=row><b>{e(t)}</b><span class=date>{e(d)}</span></div><div class=row><i>{e(c)}</i><span class=loc>{e(l)}</span></div>{ul}</div>'
        elif fmt=='below': r+=f'<div class=job><h3>{e(t)}</h3><div>{e(c)}, {e(l)}</div><div class=d>{e(d)}</div>{ul}</div>'
        elif fmt=='rail': r+=f'<div class=rail><div class=rd>{e(d)}</div><div class=rc><b>{e(t)}</b><div>{e(c)}, {e(l)}</div>{ul}</div></div>'
        elif fmt=='rail2': r+=f'<div class=rail><div class=rd>{e(d)}<br><span>{e(l)}</span></div><div class=rc><b>{e(t)}</b><div>{e(c)}</div>{ul}</div></div>'
        elif fmt=='right': r+=f'<div class=rail><div class=rc><b>{e(t)}</b>, {e(c)}{ul}</div><div class=rd style="text-align:right">{e(d)}<br>{e(l)}</div></div>'
        elif fmt=='after': r+=f'<div class=job style="position:relative"><b>{e(t)}</b><div>{e(c)}</div>{ul}<span style="position:absolute;right:0;top:0">{e(d)}</span></div>'
    return r
def edu(fmt='float'):
    r=''
    for t,s,d in C.EDU:
        if fmt in('float','after'): r+=f'<div class=row><span><b>{e(t)}</b>, {e(s)}</span><span class=date>{e(d)}</span></div>'
        elif fmt=='below': r+=f'<h3>{e(t)}</h3><div>{e(s)}</div><div class=d>{e(d)}</div>'
        elif fmt=='right': r+=f'<div class=rail><div class=rc><b>{e(t)}</b>, {e(s)}</div><div class=rd style="text-align:right">{e(d)}</div></div>'
        else: r+=f'<div class=rail><div class=rd>{e(d)}</div><div class=rc><b>{e(t)}</b><div>{e(s)}</div></div></div>'
    return r
def proj(): return ''.join(f'<div><b>{e(n)}</b></div><p>{e(t)}</p>' for n,t in C.PROJ)
def h(t): return f'<h2>{t}</h2>'
def main(fmt='float',summary=True): return (h('Summary')+f'<p>{e(C.SUMMARY)}</p>' if summary else '')+h('Experience')+jobs(fmt)+h('Education')+edu(fmt)+h('Projects')+proj()
def skills(kind='lines'):
    if kind=='lines': return ''.join(f'<p><b>{a}</b><br>{e(b)}</p>' for a,b in C.SKILLS)
    if kind=='inline': return ''.join(f'<div><b>{a}:</b> {e(b)}</div>' for a,b in C.SKILLS)
    if kind=='table': return '<table>'+''.join(f'<tr><td style="width:90px"><b>{a}</b></td><td>{e(b)}</td></tr>' for a,b in C.SKILLS)+'</table>'
def side(kind='lines',contact=True): return (h('Contact')+''.join(f'<div>{e(x)}</div>' for x in C.CONTACT) if contact else '')+h('Skills')+skills(kind)+h('Languages')+''.join(f'<div>{e(x)}</div>' for x in C.LANGS)+h('Certifications')+''.join(f'<div>{e(x)}</div>' for x in C.CERTS)
head=f'<h1>{C.NAME}</h1><div class=t>{C.TITLE}</div>'
base='@page{size:A4;margin:14mm}body{font:10.5px/1.4 %s;margin:0}h1{font-size:26px;margin:0}h2{font-size:14px;margin:12px 0 4px}h3{font-size:11.5px;margin:6px 0 0}ul{margin:3px 0;padding-left:16px}.row{display:flex;justify-content:space-between}.job{margin-bottom:8px}.rail{display:flex;gap:14px;margin-bottom:6px}.rd{width:110px;flex:none}.rc{flex:1}p{margin:4px 0}'
fonts=['Liberation Sans','DejaVu Serif','Liberation Serif','DejaVu Sans Condensed']
L={}
def two(mainc,sidec,css,order='side-first',font=0,header=True):
    a=f'<div class=side>{sidec}</div>'; b=f'<div class=main>{mainc}</div>'
    return f'<style>{base%fonts[font]}{css}</style>'+(f'<header>{head}</header>' if header else '')+f'<div class=wrap>{a+b if order=="side-first" else b+a}</div>'
L['left_flex']=two(main(),side(),'.wrap{display:flex;gap:22px}.side{width:32%}.main{flex:1}')
L['right_flex']=two(main(),side(),'.wrap{display:flex;gap:22px}.side{width:30%}.main{flex:1}','main-first',1)
L['left_dom_reversed']=two(main('below'),side(),'.wrap{display:flex;gap:16px;flex-direction:row-reverse}.side{width:30%}.main{flex:1}','main-first',2)
L['dark_sidebar']=two(main('below'),head+side(),'@page{margin:0}.wrap{display:flex;min-height:1122px}.side{width:34%;background:#223;color:#fff;padding:24px}.main{flex:1;padding:24px}',header=False)
L['rail_dates']=f'<style>{base%fonts[0]}</style>{head}'+main('rail')+side('table')
L['rail_dates2']=f'<style>{base%fonts[1]}</style>{head}'+main('rail2')+side('inline')
L['right_dates_col']=f'<style>{base%fonts[2]}</style>{head}'+main('right')+side('inline')
L['after_dates']=f'<style>{base%fonts[0]}</style>{head}'+main('after')+side('table')
def sec(t,c): return f'<section><div class=lab>{t}</div><div class=con>{c}</div></section>'
rail=lambda fmt:sec('Summary',f'<p>{e(C.SUMMARY)}</p>')+sec('Experience',jobs(fmt))+sec('Education',edu(fmt))+sec('Projects',proj())+sec('Skills',skills('table'))+sec('Languages','<br>'.join(map(e,C.LANGS)))+sec('Certifications','<br>'.join(map(e,C.CERTS)))
L['label_rail']=f'<style>{base%fonts[0]}section{{display:flex;gap:20px;margin-top:14px}}.lab{{width:120px;font-size:14px;color:#357;text-align:right}}.con{{flex:1}}</style>{head}'+rail('float')
L['label_rail_small']=f'<style>{base%fonts[1]}section{{display:flex;gap:20px;margin-top:14px}}.lab{{width:130px;font-weight:bold;text-transform:uppercase}}.con{{flex:1}}</style>{head}'+rail('below')
L['label_rail_dates']=f'<style>{base%fonts[2]}section{{display:flex;gap:20px;margin-top:14px;border-top:1px solid #999}}.lab{{width:110px;font-size:13px}}.con{{flex:1}}</style>{head}'+rail('rail')
L['css_columns']=f'<style>{base%fonts[0]}.c{{column-count:2;column-gap:24px}}</style>{head}<div class=c>{main("below")}{side()}</div>'
L['three_columns_bottom']=f'<style>{base%fonts[0]}.g{{display:grid;grid-template-columns:1fr 1fr 1fr;gap:20px}}</style>{head}<div>{" | ".join(C.CONTACT)}</div>'+main()+f'<div class=g><div>{h("Skills")+skills()}</div><div>{h("Languages")+"<br>".join(C.LANGS)}</div><div>{h("Certifications")+"<br>".join(C.CERTS)}</div></div>'
L['grid_pairs']=f'<style>{base%fonts[2]}.g{{display:grid;grid-template-columns:1fr 1fr;gap:6px 26px}}</style>{head}'+main('float')+h('Skills')+'<div class=g>'+''.join(f'<div><b>{a}</b><div>{b}</div></div>' for a,b in C.SKILLS)+'</div>'+h('Languages')+'<div class=g>'+''.join(f'<div>{x}</div>' for x in C.LANGS)+'</div>'+h('Certifications')+'<br>'.join(C.CERTS)
L['table_two']=f'<style>{base%fonts[3]}td{{vertical-align:top;padding-right:14px}}</style>{head}<table><tr><td style="width:33%">{side()}</td><td>{main("float")}</td></tr></table>'
L['float_narrow']=two(main('float'),side(),'.side{float:left;width:28%}.main{margin-left:30%}',font=3)
L['letterspaced']=two(main('float'),side(),'.wrap{display:flex;gap:22px}.side{width:32%}.main{flex:1}h1,h2{text-transform:uppercase;letter-spacing:.35em;font-weight:400}')
L['letterspaced_light']=two(main('below'),side(),'.wrap{display:flex;gap:22px}.side{width:32%}.main{flex:1}h1,h2{text-transform:uppercase;letter-spacing:.12em}.side{letter-spacing:.04em}',font=1)
L['timeline']=two(main('below'),side(),'.wrap{display:flex;gap:30px}.side{width:28%;text-align:right}.main{flex:1;border-left:2px solid #888;padding-left:14px}')
L['justify']=two(main('float'),side(),'.wrap{display:flex;gap:18px}.side{width:28%}.main{flex:1;text-align:justify;hyphens:auto}body{font-size:11px}',font=2).replace('<style>','<html lang=en><style>')
L['centered_side']=two(main('float'),side(),'.wrap{display:flex;gap:12px}.side{width:30%;text-align:center}.main{flex:1}',font=0)
L['abs_rows']=None
L['narrow_gap']=two(main('float'),side(),'.wrap{display:flex;gap:8px}.side{width:30%}.main{flex:1}',font=0)
L['big_two_pages']=two(main('float'),side(),'body{font-size:16px}h2{font-size:20px}.wrap{display:flex;gap:22px}.side{width:32%}.main{flex:1}')
L['dark_theme']=f'<style>{base%fonts[0]}@page{{margin:0}}body{{background:#111;color:#eee;padding:40px;-webkit-print-color-adjust:exact}}</style>{head}'+main('float')+side('inline')
for k,v in L.items():
    if not v: continue
    p=out/f'{k}.html'; p.write_text('<!doctype html><meta charset=utf-8>'+v.replace('<style>','<style>*{-webkit-print-color-adjust:exact}'))
    if len(sys.argv)>1 and k not in sys.argv[1:]: continue
    with tempfile.TemporaryDirectory() as t:
        subprocess.run(['chromium','--headless','--no-sandbox','--disable-gpu','--disable-quic','--no-first-run','--disable-background-networking','--disable-component-update','--disable-sync','--no-pdf-header-footer',f'--user-data-dir={t}',f'--print-to-pdf={out}/ch_{k}.pdf',str(p)],capture_output=True,timeout=90)
