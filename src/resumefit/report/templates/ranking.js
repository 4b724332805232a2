"use strict";
(() => {
  const $ = (id) => document.getElementById(id);
  const root = document.documentElement, table = $("table"), body = table.tBodies[0], detail = $("detail");
  const OFFERED = Array.from($("by-decision").options).map((option) => option.value).filter((value) => value[0] === "=").map((value) => value.slice(1));
  const CLEARED = "-", BESIDE = 30, MOST_COMPARED = 4;
  const KEPT = `resumefit ranking ${location.pathname}`, KEYS = "resumefit keys";

  // ---- people: one for each row; rows leave the document and come back when they are in sight
  const people = Array.from(body.rows, (row) => {
    const data = row.dataset;
    return {
      row, place: row.id.slice(1), who: data.who, file: data.file || "", state: data.state, linked: data.linked || "",
      rank: data.rank ? Number(data.rank) : Infinity, years: data.years ? Number(data.years) : -1,
      scores: data.scores.split(" ").slice(0, -1).map((score) => (score ? Number(score) : -1)),
      was: { decision: data.decision || "", notes: data.notes || "" }, decision: data.decision || "", notes: data.notes || "",
    };
  });
  body.replaceChildren(); // before anything asks for the layout: that of thousands of rows takes seconds
  const byPlace = new Map(people.map((person) => [person.place, person])), byRow = new Map(people.map((person) => [person.row, person]));
  const idOf = (person) => person.file || person.who, copies = new Map(); // copies of one file are one candidate
  for (const person of people) { const id = idOf(person); if (copies.has(id)) copies.get(id).push(person); else copies.set(id, [person]); }
  let order = people, fitting = people, current = -1, ticked = [], undone = [];

  // ---- what is decided is kept in the browser, under the address of this page
  let keeps = true;
  const changed = (person) => person.decision !== person.was.decision || person.notes !== person.was.notes;
  function keep() {
    const kept = {};
    for (const person of people) if (changed(person)) kept[idOf(person)] = [person.decision, person.notes];
    try { localStorage.setItem(KEPT, JSON.stringify(kept)); } catch { keeps = false; }
    tell();
  }
  function recall() {
    let kept = {};
    try { kept = JSON.parse(localStorage.getItem(KEPT) || "{}"); } catch { keeps = false; }
    for (const person of people) [person.decision, person.notes] = kept[idOf(person)] || [person.was.decision, person.was.notes];
    tell();
  }
  function tell() {
    const some = people.filter(changed).length, decided = people.filter((person) => person.decision).length;
    const where = keeps ? "only in this browser so far" : "not kept by this browser: save before you close the page";
    $("unsaved").textContent = `${decided} of ${people.length} decided${some ? `; ${some} ${where}. “Save decisions” gives a list for the next scan.` : "."}`;
  }

  function put(person, what, value, { undoable = true } = {}) {
    if (person[what] === value) return false;
    if (undoable) undone.push([person, what, person[what]]);
    for (const same of copies.get(idOf(person))) { same[what] = value; dress(same); }
    return true;
  }
  const set = (...change) => { if (put(...change)) keep(); };
  const decide = (person, word) => set(person, "decision", person.decision === word ? "" : word);

  // ---- rows
  function element(tag, attributes = {}, ...children) {
    const made = document.createElement(tag);
    for (const [name, value] of Object.entries(attributes)) if (value !== false) made.setAttribute(name, value === true ? "" : value);
    made.append(...children);
    return made;
  }
  function choice(person) {
    const buttons = OFFERED.map((word) => element("button", { type: "button", "data-word": word, "aria-pressed": String(person.decision === word), "aria-label": `${word}: ${person.who}` }, word));
    return element("span", { class: "choice", role: "group", "aria-label": `Decision on ${person.who}`, "data-place": person.place }, ...buttons);
  }
  function dress(person) {
    const cell = person.row.cells[person.row.cells.length - 1], other = person.decision && !OFFERED.includes(person.decision) ? person.decision : "";
    const held = cell.contains(document.activeElement) && document.activeElement.dataset.word;
    cell.replaceChildren(choice(person), element("small", {}, [other, person.notes].filter(Boolean).join(" · ")));
    if (held) cell.querySelector(`[data-word="${held}"]`).focus({ preventScroll: true });
    person.dressed = true;
  }
  function ready(person, index) {
    if (!person.dressed) {
      person.row.cells[0].replaceChildren(element("input", { type: "checkbox", "aria-label": `Compare ${person.who}` }));
      dress(person);
    }
    person.row.cells[0].firstChild.checked = ticked.includes(person);
    person.row.setAttribute("aria-rowindex", index + 2);
    person.row.tabIndex = index === current || (current < 0 && index === 0) ? 0 : -1;
    person.row.toggleAttribute("aria-current", index === current);
    if (index === current) person.row.setAttribute("aria-current", "true");
    return person.row;
  }

  // ---- only the rows in sight are laid out, between two empty ones as high as the rest
  const gaps = [0, 1].map(() => element("tr", { class: "gap", "aria-hidden": "true" }, element("td", { colspan: table.tHead.rows[0].cells.length })));
  let height = 44, from = -1, to = -1, whole = false;
  function lay(force = false) {
    const top = -body.getBoundingClientRect().top, count = fitting.length;
    const first = whole ? 0 : Math.max(0, Math.min(count, Math.floor(top / height)) - BESIDE);
    const last = whole ? count : Math.max(0, Math.min(count, Math.ceil((top + innerHeight) / height) + BESIDE));
    if (!force && first >= from && last <= to && (first - from < BESIDE) && (to - last < BESIDE)) return;
    if (!force && first === from && last === to) return;
    [from, to] = [first, last];
    gaps[0].firstChild.style.height = `${first * height}px`;
    gaps[1].firstChild.style.height = `${(count - last) * height}px`;
    // What stays is not touched: a row in focus that is taken out and put back loses it, and the page its place.
    const wanted = [gaps[0], ...fitting.slice(first, last).map((person, index) => ready(person, first + index)), gaps[1]], stays = new Set(wanted);
    for (const row of Array.from(body.children)) if (!stays.has(row)) row.remove();
    let at = body.firstChild;
    for (const row of wanted) { if (row === at) at = at.nextSibling; else body.insertBefore(row, at); }
    const laid = body.querySelector("tr:not(.gap)");
    if (laid && !whole && Math.abs(laid.offsetHeight - height) > 0.5) { height = laid.offsetHeight; lay(true); }
  }

  // ---- finding, filtering, sorting
  const least = Array.from(document.querySelectorAll(".least"));
  const wordsOf = (person) => {
    person.words ??= `${person.row.textContent} ${person.file}`.toLowerCase();
    return `${person.words} ${person.decision} ${person.notes}`.toLowerCase();
  };
  function fits(person, wanted) {
    const decision = $("by-decision").value, versions = $("by-versions").value;
    return (!$("by-state").value || person.state === $("by-state").value)
      && (!decision || (decision === "open" ? !person.decision : decision === "any" ? person.decision
        : decision === "other" ? person.decision && !OFFERED.includes(person.decision) : person.decision === decision.slice(1)))
      && (!versions || (versions === "newest" ? person.linked !== "older" : person.linked))
      && least.every((box) => box.value === "" || person.scores[box.dataset.column] >= Number(box.value))
      && wanted.every((word) => wordsOf(person).includes(word));
  }
  function filter({ stay = false } = {}) {
    const wanted = $("find").value.toLowerCase().split(/\s+/).filter(Boolean), chosen = fitting[current];
    fitting = order.filter((person) => fits(person, wanted));
    const again = fitting.indexOf(chosen);
    current = again >= 0 ? again : stay ? Math.min(current, fitting.length - 1) : -1;
    $("count").textContent = fitting.length === people.length ? `${people.length} shown` : `${fitting.length} of ${people.length} shown`;
    table.setAttribute("aria-rowcount", fitting.length + 1);
    lay(true);
    show();
  }
  const VALUES = { rank: (person) => person.rank, who: (person) => person.who.toLowerCase(), years: (person) => person.years, decision: (person) => person.decision || "\uffff" };
  function sort(by, direction) {
    const value = VALUES[by] || ((person) => person.scores[by]), sign = direction === "ascending" ? 1 : -1;
    const keyed = people.map((person, index) => [value(person), index, person]);
    keyed.sort((a, b) => (a[0] < b[0] ? -sign : a[0] > b[0] ? sign : a[1] - b[1]));
    order = keyed.map((entry) => entry[2]);
    for (const head of table.tHead.rows[0].cells) {
      head.removeAttribute("aria-sort");
      if (head.dataset.sort === by) head.setAttribute("aria-sort", direction);
    }
    $("sort").value = by;
    filter();
  }
  const firstWay = (by) => (by in VALUES && by !== "years" ? "ascending" : "descending"); // scores are looked at from the top

  // ---- the person chosen
  function choose(index, { focus = true } = {}) {
    if (!fitting.length) return;
    const before = fitting[current];
    current = Math.max(0, Math.min(fitting.length - 1, index));
    if (before) ready(before, -2).removeAttribute("aria-current");
    const person = fitting[current];
    const bar = (getComputedStyle(table.tHead).position === "absolute" ? 0 : table.tHead.offsetHeight) + (parseFloat(root.style.getPropertyValue("--bar")) || 0);
    const top = body.getBoundingClientRect().top + current * height, sheet = getComputedStyle(detail).position === "fixed" && !detail.hidden ? detail.offsetHeight : 0;
    if (top < bar || top + height > innerHeight - sheet) scrollBy({ top: top - bar - (innerHeight - bar - sheet - height) / 3, behavior: "instant" });
    lay(true);
    if (focus) person.row.focus({ preventScroll: true });
    show();
  }
  function list(name, values) {
    return values.length ? [element("h3", {}, name), element("ul", {}, ...values.map((value) => element("li", {}, value)))] : [];
  }
  function facts(person) {
    const heads = Array.from(table.tHead.querySelectorAll(".score"), (head) => head.textContent.trim());
    const scores = Array.from(person.row.querySelectorAll(".score"), (cell, index) => [heads[index], cell.textContent.replace(/\s+/g, " ").trim()]);
    for (const [index, cell] of Array.from(person.row.querySelectorAll(".score")).entries()) {
      const level = cell.querySelector("small");
      if (level) scores[index][1] = `${cell.textContent.replace(level.textContent, "").replace(/\s+/g, " ").trim()}, ${level.textContent}`;
    }
    const rows = [["Rank", person.row.querySelector(".rank").textContent.trim()], ...scores, ["Product years", person.row.querySelector(".years").textContent.trim()]];
    if (person.file) rows.push(["File", person.file]);
    return element("dl", {}, ...rows.flatMap(([name, value]) => [element("dt", {}, name), element("dd", {}, value)]));
  }
  function account(person) {
    const why = person.row.querySelector(".why"), all = (selector) => Array.from(why.querySelectorAll(selector), (found) => found.cloneNode(true));
    const gaps = why.querySelector(".gaps");
    return [
      ...all(".problem"), ...all(".caution"), ...(all("q").length ? [element("h3", {}, "Strongest evidence"), ...all("q")] : []),
      ...(gaps ? list("Main gaps", gaps.textContent.replace(/^\s*Gaps:\s*/, "").split("; ")) : []),
      ...(all(".others").length ? [element("h3", {}, "Versions"), ...all(".others")] : []),
    ];
  }
  const titled = (person) => person.row.querySelector(".who").firstElementChild.cloneNode(true);
  function notes(person) {
    const box = element("textarea", { "aria-label": `Notes on ${person.who}`, "data-place": person.place });
    box.value = person.notes;
    return box;
  }
  function show() {
    const person = fitting[current];
    detail.hidden = !person;
    detail.parentElement.classList.toggle("two", Boolean(person));
    if (!person) return;
    if (detail.dataset.place === person.place && detail.contains(document.activeElement) && document.activeElement.matches("textarea")) return;
    detail.dataset.place = person.place;
    detail.setAttribute("aria-label", person.who);
    const other = person.decision && !OFFERED.includes(person.decision) ? element("p", {}, `Decision: ${person.decision}`) : "";
    detail.replaceChildren(
      element("button", { type: "button", class: "close", "aria-label": "Close" }, "×"), element("h2", {}, titled(person)), choice(person), other,
      facts(person), ...account(person), element("h3", {}, "Notes"), notes(person),
    );
    detail.scrollTop = 0;
  }

  // ---- side by side
  function tick(person) {
    ticked = ticked.includes(person) ? ticked.filter((one) => one !== person) : [...ticked, person].slice(-MOST_COMPARED);
    $("compare-open").disabled = ticked.length < 2;
    $("compare-open").textContent = ticked.length ? `Compare ${ticked.length}` : "Compare";
    lay(true);
  }
  function compare() {
    if (ticked.length < 2) return;
    const sides = ticked.map((person) => {
      const told = account(person).map((part) => (part.tagName === "H3" ? element("h4", {}, part.textContent) : part));
      return element("article", {}, element("h3", {}, titled(person)), choice(person), facts(person), ...told, ...(person.notes ? [element("h4", {}, "Notes"), element("p", {}, person.notes)] : []));
    });
    document.querySelector(".sides").replaceChildren(...sides);
    if (!$("compare").open) $("compare").showModal();
  }

  // ---- lists of decisions
  const guarded = (text) => (/^[=+\-@\t\r\n]/.test(text) && text !== CLEARED ? `'${text}` : text);
  const bare = (text) => (/^'[=+\-@\t\r\n]/.test(text) ? text.slice(1) : text);
  function save() {
    const lines = [["candidate", "file", "decision", "notes"]], said = new Set();
    for (const person of people) {
      const cells = ["decision", "notes"].map((what) => person[what] || (person.was[what] ? CLEARED : ""));
      if (cells.some(Boolean) && !said.has(idOf(person))) lines.push([person.who, person.file, ...cells]);
      said.add(idOf(person));
    }
    const text = lines.map((line) => line.map((cell) => `"${guarded(cell).replaceAll('"', '""')}"`).join(",")).join("\r\n");
    const link = element("a", { href: URL.createObjectURL(new Blob(["\ufeff", text, "\r\n"], { type: "text/csv" })), download: "decisions.csv" });
    link.click();
    setTimeout(() => URL.revokeObjectURL(link.href), 1000);
  }
  function parsed(text) {
    const rows = [[""]], line = text.split("\n", 1)[0];
    const separator = [",", ";", "\t"].reduce((best, one) => (line.split(one).length > line.split(best).length ? one : best));
    let quoted = false;
    for (let at = 0; at < text.length; at++) {
      const row = rows[rows.length - 1], letter = text[at];
      if (quoted ? letter === '"' && text[at + 1] === '"' : false) { row[row.length - 1] += '"'; at++; }
      else if (letter === '"') quoted = !quoted;
      else if (!quoted && letter === separator) row.push("");
      else if (!quoted && letter === "\n") rows.push([""]);
      else if (quoted || letter !== "\r") row[row.length - 1] += letter;
    }
    return rows;
  }
  async function load(file) {
    const [head, ...rows] = parsed((await file.text()).replace(/^\ufeff/, ""));
    const at = (row, name) => bare((row[head.indexOf(name)] || "").trim());
    let taken = 0, unknown = 0, changes = false;
    for (const row of rows) {
      const said = { decision: at(row, "decision"), notes: at(row, "notes") };
      if (!said.decision && !said.notes) continue;
      const person = (copies.get(at(row, "file") || at(row, "candidate")) || []).at(-1);
      if (!person) { unknown++; continue; }
      for (const what of ["decision", "notes"]) if (said[what]) changes = put(person, what, said[what] === CLEARED ? "" : said[what]) || changes;
      taken++;
    }
    if (changes) keep();
    filter();
    $("unsaved").textContent = head.includes("decision") ? `${taken} rows of ${file.name} taken${unknown ? `, ${unknown} name nobody here` : ""}.` : `${file.name} has no column “decision”.`;
  }

  // ---- keys
  let keysOn = true;
  try { keysOn = localStorage.getItem(KEYS) !== "off"; } catch { /* then they are on */ }
  $("keys-on").checked = keysOn;
  function decideHere(word) {
    const person = fitting[current];
    if (!person) return choose(0);
    const taking = person.decision !== word;
    decide(person, word);
    const before = fitting.length;
    filter({ stay: true });
    if (taking && fitting.length === before) choose(current + 1); else if (fitting.length) choose(current);
  }
  function undo() {
    const last = undone.pop();
    if (!last) return;
    set(last[0], last[1], last[2], { undoable: false });
    filter();
    const index = fitting.indexOf(last[0]);
    if (index >= 0) choose(index);
  }
  const ACTS = {
    j: () => choose(current + 1), ArrowDown: () => choose(current + 1), k: () => choose(current - 1), ArrowUp: () => choose(current - 1),
    PageDown: () => choose(current + 10), PageUp: () => choose(current - 10), Home: () => choose(0), End: () => choose(fitting.length - 1),
    u: undo, x: () => fitting[current] && tick(fitting[current]), c: compare, "/": () => { $("find").focus(); $("find").select(); },
    e: () => { const box = detail.querySelector("textarea"); if (box) box.focus(); }, "?": () => $("help").showModal(),
    Enter: () => { const link = fitting[current] && fitting[current].row.querySelector(".who a"); if (link) link.click(); },
    Escape: () => { if (current >= 0) close(); },
  };
  for (const word of OFFERED) ACTS[word[0]] = () => decideHere(word);
  function close() {
    const row = fitting[current] && fitting[current].row;
    detail.hidden = true;
    detail.parentElement.classList.remove("two");
    delete detail.dataset.place;
    if (row) row.focus({ preventScroll: true });
  }
  addEventListener("keydown", (event) => {
    const at = event.target;
    if (event.ctrlKey || event.metaKey || event.altKey || document.querySelector("dialog[open]")) return;
    if (at.matches("input:not([type=checkbox]), textarea, select")) {
      if (event.key === "Escape" && at.matches("textarea, #find")) { if (fitting.length) choose(Math.max(0, current)); event.preventDefault(); }
      return;
    }
    const act = ACTS[event.key], moves = event.key.length > 1;
    if (!act || (!moves && !keysOn) || (event.key === "Enter" && at.matches("button, a, summary"))) return;
    // The keys that scroll a page move the choice only once there is one.
    if (moves && event.key !== "Escape" && !body.contains(at) && current < 0) return;
    event.preventDefault();
    act();
  });

  // ---- what is clicked and typed
  addEventListener("click", (event) => {
    const word = event.target.closest("[data-word]"), row = event.target.closest("#table tbody tr:not(.gap)"), inner = event.target.closest("a[href^='#p']");
    if (event.target.closest("dialog .close")) return event.target.closest("dialog").close();
    if (event.target.closest("#detail .close")) return close();
    if (inner) {
      event.preventDefault();
      if ($("compare").open) $("compare").close();
      return reach(inner.hash);
    }
    if (word) {
      decide(byPlace.get(word.parentElement.dataset.place), word.dataset.word);
      for (const group of document.querySelectorAll(`.choice[data-place="${word.parentElement.dataset.place}"]`)) {
        const pressed = byPlace.get(group.dataset.place).decision;
        for (const button of group.children) button.setAttribute("aria-pressed", String(button.dataset.word === pressed));
      }
      return undefined;
    }
    if (row && event.target.matches("input[type=checkbox]")) return tick(byRow.get(row));
    if (row && !event.target.closest("a")) choose(fitting.indexOf(byRow.get(row)));
    return undefined;
  });
  addEventListener("input", (event) => {
    if (event.target.matches("textarea[data-place]")) set(byPlace.get(event.target.dataset.place), "notes", event.target.value.trim(), { undoable: false });
  });
  function reach(hash) {
    const person = byPlace.get(hash.slice(2));
    if (!person) return;
    if (!fitting.includes(person)) { $("filters").reset(); filter(); }
    choose(fitting.indexOf(person));
  }

  // ---- beginning
  let waiting = 0;
  const soon = () => { clearTimeout(waiting); waiting = setTimeout(filter, 120); };
  for (const id of ["by-decision", "by-state", "by-versions"]) $(id).addEventListener("change", () => filter());
  for (const box of [$("find"), ...least]) box.addEventListener("input", soon);
  $("filters").addEventListener("reset", () => setTimeout(filter));
  $("filters").addEventListener("submit", (event) => event.preventDefault());
  $("save").addEventListener("click", save);
  $("load").addEventListener("click", () => $("file").click());
  $("file").addEventListener("change", () => { if ($("file").files[0]) load($("file").files[0]); $("file").value = ""; });
  $("compare-open").addEventListener("click", compare);
  $("help-open").addEventListener("click", () => $("help").showModal());
  $("keys-on").addEventListener("change", () => {
    keysOn = $("keys-on").checked;
    try { localStorage.setItem(KEYS, keysOn ? "on" : "off"); } catch { /* for this visit only */ }
  });
  for (const head of table.tHead.rows[0].cells) {
    const button = head.querySelector("button"), by = head.dataset.sort;
    if (!button) continue;
    $("sort").append(element("option", { value: by }, button.textContent.trim()));
    button.addEventListener("click", () => {
      const now = head.getAttribute("aria-sort");
      sort(by, now ? (now === "ascending" ? "descending" : "ascending") : firstWay(by));
    });
  }
  $("sort").addEventListener("change", () => sort($("sort").value, firstWay($("sort").value)));
  addEventListener("scroll", () => lay(), { passive: true });
  addEventListener("resize", () => lay(true));
  addEventListener("hashchange", () => reach(location.hash));
  addEventListener("storage", (event) => { if (event.key === KEPT) { recall(); for (const person of people) if (person.dressed) dress(person); show(); } });
  addEventListener("beforeunload", (event) => { if (!keeps && people.some(changed)) event.preventDefault(); });
  addEventListener("beforeprint", () => { whole = true; lay(true); });
  addEventListener("afterprint", () => { whole = false; lay(true); });
  new ResizeObserver(() => {
    root.style.setProperty("--bar", getComputedStyle($("filters")).position === "sticky" ? `${$("filters").offsetHeight}px` : "0px");
  }).observe($("filters"));
  recall();
  keep(); // what has come into the results since is not the browser's any more
  root.classList.add("ready");
  filter();
  reach(location.hash);
})();
