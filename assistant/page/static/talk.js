/* The conversation: writing into the framework's input, keeping the question in view, and telling what went wrong. */
(() => {
  "use strict";
  const root = document.documentElement;
  const find = (selector) => document.querySelector(selector);
  const all = (selector) => [...document.querySelectorAll(selector)];
  const coarse = matchMedia("(pointer: coarse)");
  const box = () => find("#wj-input textarea");
  const focus = () => { if (!coarse.matches && box()) box().focus({ preventScroll: true }); };

  function write(text) {
    const area = box();
    const set = Object.getOwnPropertyDescriptor(HTMLTextAreaElement.prototype, "value").set;
    set.call(area, text);
    area.dispatchEvent(new Event("input", { bubbles: true }));
  }

  function ask(text) {
    window.wenju.tab("ask");
    if (window.wenjuAsking.busy()) write(text); else window.wenjuAsking.send(text);
    focus();
  }

  /* A new question goes to the top of the view and stays there, whatever comes and goes, until the reader moves. */
  let raising = false;
  let holding = false;
  const SETTLED = 2000;
  for (const moved of ["wheel", "touchmove", "pointerdown", "keydown"]) addEventListener(moved, () => { holding = false; }, { capture: true, passive: true });
  function settle() {
    const log = find("#wj-chat [role=log]");
    const rows = all("#wj-chat .user-row");
    root.classList.toggle("wj-talking", rows.length > 0);
    if (!log) return;
    log.setAttribute("aria-label", window.wenju.word("tab_ask"));
    for (const bubble of all("#wj-chat [data-testid][aria-label]")) bubble.removeAttribute("aria-label");
    const scroller = [log, ...log.querySelectorAll("div")].find((one) => /auto|scroll/.test(getComputedStyle(one).overflowY)) || log;
    root.style.setProperty("--wj-log", `${scroller.clientHeight}px`);
    window.wenjuAsking.look();
    if ((raising || holding) && rows.length) {
      const row = rows[rows.length - 1];
      scroller.scrollTop += row.getBoundingClientRect().top - scroller.getBoundingClientRect().top - 12;
      if (raising) setTimeout(() => { holding = false; }, SETTLED);
      holding = true;
      raising = false;
    }
    const last = all("#wj-chat a.wj-save").pop();
    find("#wj-export-all").hidden = !last;
    const folder = last ? last.getAttribute("href").replace(/[^/]*$/, "") : "";
    for (const link of all("#wj-export-all a")) link.setAttribute("href", `${folder}all.${link.dataset.kind}`);
  }
  const raise = () => { raising = true; };

  const told = new WeakSet();
  function toasts() {
    const said = find("[data-testid=toast-body]");
    if (!said || told.has(said)) return;
    told.add(said);
    window.wenjuAsking.broken(/queue|full|busy/i.test(said.textContent) ? "full" : "lost");
  }

  /* Say in one sentence what went wrong; with `retry` it stays and offers to try again. */
  function lost(name, retry, more = "") {
    if (find("#wj-lost")) find("#wj-lost").remove();
    const notice = Object.assign(document.createElement("p"), { id: "wj-lost" });
    notice.setAttribute("role", "alert");
    notice.textContent = window.wenju.word(name) + more;
    find("#wj-box").before(notice);
    if (!retry) { setTimeout(() => notice.remove(), 8000); return; }
    const button = Object.assign(document.createElement("button"), { type: "button", textContent: window.wenju.word("retry") });
    button.addEventListener("click", () => { notice.remove(); retry(); });
    notice.append(button);
  }

  /* A document is fetched first, so that one that is no longer there is told of and leaves the page as it is. */
  async function save(link) {
    try {
      const answer = await fetch(`wenju/export/${link.hash.replace("#export=", "")}`);
      if (!answer.ok) { lost(answer.status === 404 ? "not_kept" : "lost"); return; }
      const name = /filename\*=UTF-8''([^;]+)/.exec(answer.headers.get("content-disposition") || "");
      const file = Object.assign(document.createElement("a"), {
        href: URL.createObjectURL(await answer.blob()), download: name ? decodeURIComponent(name[1]) : "wenju",
      });
      document.body.append(file);
      file.click();
      file.remove();
      setTimeout(() => URL.revokeObjectURL(file.href), 60000);
    } catch {
      lost("lost");
    }
  }

  function watch() {
    new MutationObserver(settle).observe(find("#wj-chat"), { childList: true, subtree: true });
    new MutationObserver(() => window.wenjuAsking.look()).observe(find("#wj-notice"), { childList: true, subtree: true, attributes: true });
    new MutationObserver(toasts).observe(document.body, { childList: true, subtree: true });
    addEventListener("resize", settle);
  }

  window.wenjuTalk = { box, ask, focus, write, save, watch, lost, raise, settle };
})();
