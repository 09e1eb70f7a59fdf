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

  /* What was clicked stays where it is when the reader takes its place beside the conversation, or gives it back. */
  function held(change) {
    const link = state.opener;
    let scroller = link && link.parentElement;
    while (scroller && !(scroller.scrollHeight > scroller.clientHeight && /auto|scroll/.test(getComputedStyle(scroller).overflowY))) scroller = scroller.parentElement;
    const before = scroller && link.getBoundingClientRect().top;
    change();
    if (scroller) scroller.scrollTop += link.getBoundingClientRect().top - before;
  }

  async function show(report) {
    const turn = ++state.asked;
    try {
      const html = await load(report);
      if (turn !== state.asked) return false;
      if (state.report !== report || !inside(".wj-report")) { body().innerHTML = html; window.wenjuFind.fresh(); label(); }
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
    held(() => root.classList.add("wj-reading"));
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

  /* The original file is fetched first, so that one that is gone is told of and leaves the page as it is. */
  async function original(button) {
    const answer = await fetch(`wenju/original/${encodeURIComponent(state.report)}`).catch(() => null);
    if (!answer || !answer.ok) {
      const before = button.innerHTML;
      button.textContent = window.wenju.word(answer ? "original_gone" : "lost");
      setTimeout(() => { button.innerHTML = before; }, 4000);
      return;
    }
    const name = /filename\*=UTF-8''([^;]+)/.exec(answer.headers.get("content-disposition") || "");
    const file = Object.assign(document.createElement("a"), {
      href: URL.createObjectURL(await answer.blob()), download: name ? decodeURIComponent(name[1]) : "report",
    });
    document.body.append(file);
    file.click();
    file.remove();
    setTimeout(() => URL.revokeObjectURL(file.href), 60000);
  }

  /* The reader's width: dragged or moved by arrow keys, kept; never so wide that the conversation has no room. */
  const USUAL = 440;
  const STEP = 40;
  const room = () => innerWidth - (innerWidth >= 1280 ? 240 : 0) - 400;
  const fitting = (width) => Math.round(Math.max(360, Math.min(width, Math.max(USUAL, room()))));
  let width = USUAL;
  function label() {
    const grip = inside(".wj-grip");
    if (!grip) return;
    grip.setAttribute("aria-label", window.wenju.word("widen"));
    grip.title = window.wenju.word("widen");
    for (const [name, value] of [["now", fitting(width)], ["min", 360], ["max", fitting(1e5)]]) grip.setAttribute(`aria-value${name}`, String(value));
  }
  function widen(wanted, keep = true) {
    width = wanted;
    root.style.setProperty("--reader", `${fitting(width)}px`);
    if (body()) label();
    try { if (keep) localStorage.setItem("wenju-reader", String(fitting(width))); } catch { /* private window: lasts until reload */ }
  }
  try { widen(Number(localStorage.getItem("wenju-reader")) || USUAL, false); } catch { /* private window */ }
  addEventListener("resize", () => widen(width, false));
  document.addEventListener("pointerdown", (event) => {
    const grip = event.target.closest && event.target.closest(".wj-grip");
    if (!grip || event.button !== 0) return;
    event.preventDefault();
    grip.focus({ preventScroll: true });
    grip.setPointerCapture(event.pointerId);
    const move = (moved) => widen(innerWidth - moved.clientX);
    grip.addEventListener("pointermove", move);
    grip.addEventListener("lostpointercapture", () => grip.removeEventListener("pointermove", move), { once: true });
  });
  document.addEventListener("dblclick", (event) => { if (event.target.closest && event.target.closest(".wj-grip")) widen(USUAL); });
  document.addEventListener("keydown", (event) => {
    if (!event.target.matches || !event.target.matches(".wj-grip") || !/^Arrow(Left|Right)$/.test(event.key)) return;
    event.preventDefault();
    widen(fitting(width) + (event.key === "ArrowLeft" ? STEP : -STEP));
  });

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
      held(() => root.classList.remove("wj-reading"));
      for (const link of document.querySelectorAll("a.cite.on")) link.classList.remove("on");
      if (state.opener && state.opener.isConnected) state.opener.focus({ preventScroll: true });
    },
    act(name, button) {
      if (name === "previous") step(-1);
      else if (name === "next") step(1);
      else if (name === "copy_quote") copy(button);
      else if (name === "outline") inside(".wj-outline").hidden = !inside(".wj-outline").hidden;
      else if (name === "original") original(button);
      else if (name.startsWith("find")) window.wenjuFind.act(name);
      else if (name === "close") this.close();
    },
    go(start) {
      const piece = inside(`.wj-s[data-start="${start}"]`) || covered({ start, end: start + 1 })[0];
      if (matchMedia("(max-width: 899px)").matches) inside(".wj-outline").hidden = true;
      if (piece) raise(piece);
    },
  };
})();
