/* 主题矩阵: choosing, ordering and keeping topics, and opening a cell below its row. The server renders all of it. */
(() => {
  "use strict";
  const NAME = "matrix";
  const KEPT = "wenju-topics";
  const { on } = window.wenju;
  const { bring, want, panel } = window.wenjuTabs;
  const find = (selector) => panel(NAME).querySelector(selector);
  const topics = () => [...panel(NAME).querySelectorAll("li[data-topic]")].map((one) => one.dataset.topic);
  let focused = null;
  let scrolled = null;

  /* The topics somebody chose: those of the address, else those this browser kept; null where nobody did. */
  let chosen = (() => {
    const named = new URLSearchParams(location.search).getAll("topic");
    if (named.length) return named;
    try {
      const kept = JSON.parse(localStorage.getItem(KEPT));
      return Array.isArray(kept) ? kept.map(String) : null;
    } catch { return null; }
  })();

  function address() {
    const query = new URLSearchParams(location.search);
    query.delete("topic");
    if (document.documentElement.dataset.tab === NAME) {
      query.set("tab", NAME);
      for (const topic of chosen || []) query.append("topic", topic);
    } else if (query.get("tab") === NAME) query.delete("tab");
    const text = query.toString();
    history.replaceState(history.state, "", text ? `?${text}` : location.pathname);
  }

  function set(list, focus) {
    try { if (list) localStorage.setItem(KEPT, JSON.stringify(list)); else localStorage.removeItem(KEPT); } catch { /* kept in the address alone */ }
    chosen = list;
    focused = focus;
    const sort = list && list.includes((want(NAME, {}).sort || "")) ? {} : { sort: null };
    bring(NAME, { topics: list ? JSON.stringify(list) : null, ...sort });
    address();
  }

  function add(...named) {
    const found = named.map((one) => one.trim().replace(/\s+/g, " ")).filter(Boolean);
    if (found.length) set([...new Set([...topics(), ...found])], "#wj-mx-new");
  }

  /* Several topics typed at once stand in a row; the title of a document keeps its own marks. */
  const addTyped = (text) => add(...(text.match(/(?:《[^》]*》|[^、，,；;])+/g) || []));

  function move(button, by) {
    const list = topics();
    const at = list.indexOf(button.closest("li").dataset.topic);
    const [moved] = list.splice(at, 1);
    list.splice(at + by, 0, moved);
    set(list, `#wj-mx-${by < 0 ? "earlier" : "later"}-${at + by}`);
  }

  on("#wj-tab-matrix .wj-mx-earlier", (button) => move(button, -1));
  on("#wj-tab-matrix .wj-mx-later", (button) => move(button, 1));
  on("#wj-tab-matrix .wj-mx-remove", (button) => {
    const list = topics();
    const at = list.indexOf(button.closest("li").dataset.topic);
    list.splice(at, 1);
    set(list, list.length ? `#wj-mx-remove-${Math.min(at, list.length - 1)}` : "#wj-mx-new");
  });
  on("#wj-tab-matrix .wj-mx-reset", () => set(null, "#wj-mx-new"));
  on("#wj-tab-matrix .wj-mx-clear", () => set([], "#wj-mx-new"));
  on("#wj-tab-matrix [data-add]", (button) => add(button.dataset.add));
  on("#wj-tab-matrix .wj-mx-go", () => addTyped(find("#wj-mx-new").value));
  on("#wj-tab-matrix [data-status]", (button) => {
    const before = (want(NAME, {}).status || "").split(",").filter(Boolean);
    const status = button.dataset.status;
    const after = before.includes(status) ? before.filter((one) => one !== status) : [...before, status];
    bring(NAME, { status: after.length ? after.join(",") : null, rows: null });
  });
  on("#wj-tab-matrix [data-differ]", (button) => bring(NAME, { differ: button.dataset.differ || null, rows: null }));
  on("#wj-tab-matrix [data-group-by]", (button) => bring(NAME, { group: button.dataset.groupBy, sort: null, rows: null }));
  on("#wj-tab-matrix [data-sort]", (button) => bring(NAME, { sort: button.dataset.sort || null, rows: null }));

  function close(row) {
    const open = find(".wj-x[aria-expanded=true]");
    if (open) open.setAttribute("aria-expanded", "false");
    if (row) row.remove();
    return open;
  }

  on("#wj-tab-matrix .wj-x", async (cell) => {
    const shown = find(".wj-mx-quotes");
    if (close(shown) === cell) return;
    const row = cell.closest("tr");
    cell.setAttribute("aria-expanded", "true");
    const query = new URLSearchParams({
      report: row.dataset.r, topic: topics()[Number(cell.dataset.x)], controls: window.wenju.controls(),
    });
    try {
      const answer = await fetch(`wenju/cell?${query}`);
      if (!answer.ok) throw new Error(String(answer.status));
      const html = await answer.text();
      if (cell.getAttribute("aria-expanded") !== "true" || !row.isConnected) return;
      const made = document.createElement("tr");
      made.className = "wj-mx-quotes";
      const place = document.createElement("td");
      place.colSpan = row.cells.length;
      const inner = document.createElement("div");
      inner.innerHTML = html;
      place.append(inner);
      made.append(place);
      row.after(made);
      fit();
      made.scrollIntoView({ block: "nearest" });
    } catch {
      cell.setAttribute("aria-expanded", "false");
    }
  });
  on("#wj-tab-matrix .wj-mx-close", () => { const cell = close(find(".wj-mx-quotes")); if (cell) cell.focus(); });

  /* What stands below a row is as wide as what is seen of the table, and stays in view when the table is moved. */
  function fit() {
    const frame = find(".wj-mx-scroll");
    if (frame) frame.style.setProperty("--wj-mx-seen", `${frame.clientWidth}px`);
  }

  document.addEventListener("keydown", (event) => {
    const field = event.target;
    if (event.key === "Enter" && field.id === "wj-mx-new" && !event.isComposing) { event.preventDefault(); addTyped(field.value); }
  });
  document.addEventListener("scroll", (event) => {
    if (event.target.matches && event.target.matches(".wj-mx-scroll")) scrolled = [event.target.scrollLeft, event.target.scrollTop];
  }, true);
  document.addEventListener("wenju:shown", (event) => {
    if (event.detail === NAME && chosen) want(NAME, { topics: JSON.stringify(chosen) });
    address();
  }, true);
  document.addEventListener("wenju:filled", (event) => {
    if (event.detail !== NAME) return;
    fit();
    const frame = find(".wj-mx-scroll");
    if (frame && scrolled) [frame.scrollLeft, frame.scrollTop] = scrolled;
    const wanted = focused && find(focused);
    if (wanted && wanted.disabled) (wanted.parentElement.querySelector("button:not(:disabled)") || wanted).focus();
    else if (wanted) wanted.focus({ preventScroll: true });
    focused = null;
  });
  addEventListener("resize", fit);
  new MutationObserver(fit).observe(document.documentElement, { attributes: true, attributeFilter: ["class"] });
})();
