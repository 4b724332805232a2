"use strict";
(() => {
  const table = document.getElementById("table"), body = table.tBodies[0], rows = Array.from(body.rows);
  const find = document.getElementById("find"), state = document.getElementById("state"), count = document.getElementById("count");
  const least = Array.from(document.querySelectorAll(".least"));
  const words = new Map(rows.map((row) => [row, row.textContent.toLowerCase()]));
  const value = (row, column, kind) => {
    const cell = row.cells[column];
    return kind === "number" ? Number(cell.dataset.value) : cell.textContent.trim().toLowerCase();
  };

  const PAGE = 250; // rows laid out at once: a browser takes seconds over thousands
  let order = rows, fitting = rows, shown = PAGE;
  const more = document.getElementById("more");

  function show() {
    const seen = new Set(fitting.slice(0, shown));
    for (const row of rows) row.classList.toggle("shown", seen.has(row));
    more.hidden = fitting.length <= shown;
    count.textContent = `${fitting.length} of ${rows.length} fit, ${seen.size} shown`;
  }

  function filter() {
    const wanted = find.value.toLowerCase().split(/\s+/).filter(Boolean);
    fitting = order.filter((row) => wanted.every((word) => words.get(row).includes(word))
      && (!state.value || row.dataset.state === state.value)
      && least.every((box) => box.value === "" || value(row, 2 + Number(box.dataset.column), "number") >= Number(box.value)));
    shown = PAGE;
    show();
  }

  function sort(head) {
    const column = head.cellIndex, kind = head.dataset.kind;
    const before = head.getAttribute("aria-sort");
    // scores are looked at from the top, names and ranks from the start
    const first = kind === "number" && column > 1 ? "descending" : "ascending";
    const direction = before ? (before === "ascending" ? "descending" : "ascending") : first;
    for (const other of table.tHead.rows[0].cells) other.removeAttribute("aria-sort");
    head.setAttribute("aria-sort", direction);
    const sign = direction === "ascending" ? 1 : -1;
    const keyed = rows.map((row, place) => [value(row, column, kind), place, row]);
    keyed.sort((a, b) => (a[0] < b[0] ? -sign : a[0] > b[0] ? sign : a[1] - b[1]));
    order = keyed.map((entry) => entry[2]);
    body.append(...order);
    filter();
  }

  function save() {
    const quoted = (text) => `"${(/^[=+\-@\t\r]/.test(text) ? "'" : "") + text.replaceAll('"', '""')}"`;
    const lines = [["place", "candidate", "decision", "notes"]];
    for (const row of rows) {
      const [decision, notes] = Array.from(row.querySelectorAll("[data-note]"), (box) => box.value.trim());
      if (decision || notes) lines.push([row.id.slice(1), row.cells[1].firstChild.textContent.trim(), decision, notes]);
    }
    const link = document.createElement("a");
    link.href = URL.createObjectURL(new Blob([lines.map((line) => line.map(quoted).join(",")).join("\r\n")], { type: "text/csv" }));
    link.download = "decisions.csv";
    link.click();
    URL.revokeObjectURL(link.href);
  }

  let waiting = 0;
  const soon = () => { clearTimeout(waiting); waiting = setTimeout(filter, 120); };
  find.addEventListener("input", soon);
  state.addEventListener("change", filter);
  least.forEach((box) => box.addEventListener("input", soon));
  document.getElementById("filters").addEventListener("reset", () => setTimeout(filter));
  document.getElementById("filters").addEventListener("submit", (event) => event.preventDefault());
  document.getElementById("save").addEventListener("click", save);
  more.addEventListener("click", () => { shown += PAGE; show(); });
  // a link to another version of a resume may lead to a row that is not laid out yet
  const target = () => {
    const row = document.getElementById(location.hash.slice(1));
    if (row && row.parentElement === body) { row.classList.add("shown"); row.scrollIntoView(); }
  };
  addEventListener("hashchange", target);
  for (const head of table.tHead.rows[0].cells) {
    const button = head.querySelector("button");
    if (button) button.addEventListener("click", () => sort(head));
  }
  filter();
  target();
})();
