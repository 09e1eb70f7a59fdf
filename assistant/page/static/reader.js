/* The reader: opens a report at a quote, highlights every quote of the answer it came from, and walks through them. */
(() => {
  "use strict";
  const root = document.documentElement;
  const kept = new Map();
  const state = { quotes: [], at: -1, report: "", opener: null, asked: 0 };
  const body = () => document.getElementById("wj-reader-body");
  const inside = (selector) => body().querySelector(selector);
  const parse = (link) => {
    const found = new URLSearchParams((link.getAttribute("href") || "").replace(/^#/, ""));
    return { report: found.get("report") || "", start: Number(found.get("start")), end: Number(found.get("end")), link };
  };

  async function load(report) {
    if (!kept.has(report)) {
      const answer = await fetch(`wenju/report/${encodeURIComponent(report)}`);
      if (!answer.ok) throw new Error(String(answer.status));
      kept.set(report, await answer.text());
      if (kept.size > 20) kept.delete(kept.keys().next().value);
    }
    return kept.get(report);
  }

  const covered = (quote) => [...body().querySelectorAll(".wj-s")].filter(
    (piece) => Number(piece.dataset.start) < quote.end && Number(piece.dataset.end) > quote.start);

  async function show(report) {
    const turn = ++state.asked;
    try {
      const html = await load(report);
      if (turn !== state.asked) return false;
      if (state.report !== report || !inside(".wj-report")) body().innerHTML = html;
    } catch {
      if (turn !== state.asked) return false;
      body().innerHTML = "";
      const said = document.createElement("p");
      said.className = "wj-reader-failed";
      said.textContent = window.wenju.word("reader_failed");
      body().append(said);
      report = "";
    }
    state.report = report;
    root.classList.add("wj-reading");
    return report !== "";
  }

  function paint() {
    const quote = state.quotes[state.at];
    for (const piece of body().querySelectorAll(".wj-s")) piece.classList.remove("soft", "strong");
    for (const one of state.quotes) {
      if (one.report === state.report) for (const piece of covered(one)) piece.classList.add("soft");
    }
    const marked = quote ? covered(quote) : [];
    for (const piece of marked) piece.classList.add("strong");
    const total = state.quotes.length;
    inside(".wj-count").hidden = total === 0;
    inside(".wj-count b").textContent = `${state.at + 1} / ${total}`;
    for (const name of ["previous", "next", "copy_quote"]) inside(`[data-do=${name}]`).hidden = total === 0;
    for (const name of ["previous", "next"]) inside(`[data-do=${name}]`).disabled = total < 2;
    for (const link of document.querySelectorAll("a.cite.on")) link.classList.remove("on");
    if (quote && quote.link.isConnected) quote.link.classList.add("on");
    if (marked.length) raise(marked[0]); else inside(".wj-doc").scrollTop = 0;
  }

  function raise(piece) {
    const scroller = inside(".wj-doc");
    const away = piece.getBoundingClientRect().top - scroller.getBoundingClientRect().top;
    scroller.scrollTop += away - scroller.clientHeight / 3;
  }

  async function step(by) {
    if (!state.quotes.length) return;
    state.at = (state.at + by + state.quotes.length) % state.quotes.length;
    if (await show(state.quotes[state.at].report)) paint();
  }

  async function copy(button) {
    const quote = state.quotes[state.at];
    if (!quote) return;
    const pieces = covered(quote);
    const text = pieces.map((piece) => piece.textContent).join("");
    const section = pieces.length ? pieces[pieces.length - 1].dataset.section : "";
    const where = inside(`.wj-outline [data-section="${section}"]`);
    const place = where && where.dataset.place ? `，${where.dataset.place}` : "";
    const page = pieces.length && pieces[0].dataset.page ? `，第${pieces[0].dataset.page}页` : "";
    await window.wenju.copy(`${text}——${inside(".wj-report").dataset.cited}${place}${page}`, button);
  }

  window.wenjuReader = {
    async cite(link) {
      const message = link.closest(".wj-answer, .wj-panel") || document;
      const seen = new Set();
      state.quotes = [...message.querySelectorAll("a.cite")].map(parse).filter((quote) => {
        const key = `${quote.report} ${quote.start} ${quote.end}`;
        return quote.report && !seen.has(key) && seen.add(key);
      });
      const wanted = parse(link);
      const same = (one) => one.report === wanted.report && one.start === wanted.start && one.end === wanted.end;
      state.at = state.quotes.findIndex(same);
      state.opener = link;
      if (await show(wanted.report)) paint();
    },
    async open(report, opener) {
      state.quotes = [];
      state.at = -1;
      state.opener = opener;
      for (const link of document.querySelectorAll("a.cite.on")) link.classList.remove("on");
      if (await show(report)) paint();
    },
    close() {
      root.classList.remove("wj-reading");
      for (const link of document.querySelectorAll("a.cite.on")) link.classList.remove("on");
      if (state.opener && state.opener.isConnected) state.opener.focus({ preventScroll: true });
    },
    act(name, button) {
      if (name === "previous") step(-1);
      else if (name === "next") step(1);
      else if (name === "copy_quote") copy(button);
      else if (name === "outline") inside(".wj-outline").hidden = !inside(".wj-outline").hidden;
      else if (name === "close") this.close();
    },
    go(start) {
      const piece = inside(`.wj-s[data-start="${start}"]`) || covered({ start, end: start + 1 })[0];
      if (matchMedia("(max-width: 899px)").matches) inside(".wj-outline").hidden = true;
      if (piece) raise(piece);
    },
  };
})();
