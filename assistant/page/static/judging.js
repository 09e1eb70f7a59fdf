/* Verdicts on answers: the two links below each, the form that opens in place, and what was said of which answer. */
(() => {
  "use strict";
  const KEPT = "wenju-verdicts";
  const said = new Map();
  let words = {};
  let reasons = [];
  let longest = 500;

  try { for (const [id, one] of JSON.parse(sessionStorage.getItem(KEPT) || "[]")) said.set(id, one); } catch { /* none */ }

  /* Both languages of a word; the style sheet shows the one of the page. */
  function both(pair) {
    const held = document.createDocumentFragment();
    ["zh", "en"].forEach((name, side) => held.append(Object.assign(document.createElement("span"), {
      className: name, textContent: (pair || ["", ""])[side],
    })));
    return held;
  }

  function made(tag, name, ...inner) {
    const element = Object.assign(document.createElement(tag), { className: name });
    element.append(...inner);
    return element;
  }

  const button = (name, key) => Object.assign(made("button", name, both(words[key])), { type: "button" });
  const foot = (link) => link.closest(".wj-foot");
  const place = (link) => link.hash.replace("#feedback=", "").split("/");
  const id = (link) => place(link).slice(0, 2).join("/");
  const link = (below, verdict) => below.querySelector(`.wj-verdict-${verdict}`);

  function note(name, value) {
    if (value) said.set(name, value); else said.delete(name);
    try { sessionStorage.setItem(KEPT, JSON.stringify([...said].slice(-200))); } catch { /* private window */ }
  }

  /* Show one line below an answer; an empty one goes. */
  function line(below, ...inner) {
    let told = below.querySelector(".wj-verdict-said");
    if (!inner.length) { if (told) told.remove(); return; }
    if (!told) {
      told = made("p", "wj-verdict-said");
      told.setAttribute("role", "status");
      below.append(told);
    }
    told.replaceChildren(...inner);
  }

  /* Bring the links of an answer and the line below them to what was said of it. */
  function show(row) {
    const below = foot(row);
    const name = id(row.querySelector("a"));
    const held = said.get(name);
    for (const one of row.querySelectorAll("a")) {
      const on = String(Boolean(held) && place(one)[2] === held.verdict);
      if (one.getAttribute("aria-pressed") !== on) one.setAttribute("aria-pressed", on);
      if (one.getAttribute("role") !== "button") one.setAttribute("role", "button");
    }
    const shown = held ? `${held.verdict} ${held.reason || ""}` : "";
    if ((below.dataset.said || "") === shown || below.querySelector(".wj-judge")) return;
    below.dataset.said = shown;
    if (!held) { line(below); return; }
    const what = [both(words.thanks), document.createTextNode(" · "), both(words[`verdict_${held.verdict}`])];
    if (held.reason) what.push(document.createTextNode(" · "), both(words[`reason_${held.reason}`]));
    const change = button("wj-verdict-change", "change");
    const back = button("wj-verdict-back", "take_back");
    line(below, made("span", "", ...what), ...(held.verdict === "wrong" ? [change] : []), back);
  }

  const all = () => { if (reasons.length) document.querySelectorAll("#wj-chat .wj-verdicts").forEach(show); };

  /* Send a verdict and return whether it was kept; what went wrong is told in one sentence below the answer. */
  async function send(below, verdict, reason = null, more = "") {
    const [key, number] = place(link(below, "wrong"));
    let pair = words.no_service;
    try {
      const answer = await fetch("wenju/feedback", {
        method: "POST", headers: { "content-type": "application/json" },
        body: JSON.stringify({ key: decodeURIComponent(key), number: Number(number), verdict, reason, note: more }),
      });
      pair = (await answer.json()).said || pair;
      if (answer.ok) {
        note(id(link(below, "wrong")), verdict === "withdrawn" ? null : { verdict, reason, note: more });
        delete below.dataset.said;
        return true;
      }
    } catch { /* told below */ }
    delete below.dataset.said;
    line(below, made("span", "wj-verdict-failed", both(pair)));
    return false;
  }

  function close(below) {
    const form = below.querySelector(".wj-judge");
    if (form) form.remove();
    all();
  }

  function open(below) {
    const before = below.querySelector(".wj-judge");
    if (before) { before.querySelector("input").focus(); return; }
    const held = said.get(id(link(below, "wrong"))) || {};
    const form = made("form", "wj-judge");
    form.noValidate = true;
    const group = made("fieldset", "", made("legend", "", both(words.ask_reason)));
    const name = `wj-${Math.random().toString(36).slice(2)}`;
    for (const reason of reasons) {
      const tick = Object.assign(document.createElement("input"), { type: "radio", name, value: reason, checked: reason === held.reason });
      group.append(made("label", "wj-reason", tick, both(words[`reason_${reason}`])));
    }
    const more = Object.assign(made("textarea", ""), { rows: 1, maxLength: longest, value: held.note || "" });
    const hint = made("small", "", both(words.hint));
    const missing = made("span", "wj-judge-missing");
    missing.setAttribute("role", "alert");
    const sends = Object.assign(button("wj-judge-send", "send_verdict"), { type: "submit" });
    form.append(group, made("label", "wj-judge-note", both(words.note), more, hint), made("p", "wj-judge-does", sends, button("wj-judge-cancel", "cancel"), missing));
    line(below);
    delete below.dataset.said;
    below.append(form);
    (form.querySelector("input:checked") || form.querySelector("input")).focus({ preventScroll: true });
    form.scrollIntoView({ block: "nearest" });
  }

  function later(event, hand) {
    event.preventDefault();
    event.stopPropagation();
    if (reasons.length) hand();
  }

  document.addEventListener("submit", async (event) => {
    if (!event.target.matches(".wj-judge")) return;
    event.preventDefault();
    const form = event.target;
    const below = foot(form);
    const chosen = form.querySelector("input:checked");
    if (!chosen) {
      form.querySelector(".wj-judge-missing").replaceChildren(both(words.choose));
      form.querySelector("input").focus();
      return;
    }
    const sends = form.querySelector(".wj-judge-send");
    if (sends.disabled) return;
    sends.disabled = true;
    const kept = await send(below, "wrong", chosen.value, form.querySelector("textarea").value.trim());
    sends.disabled = false;
    if (!kept) return;
    close(below);
    link(below, "wrong").focus({ preventScroll: true });
  }, true);

  document.addEventListener("keydown", (event) => {
    const inside = event.target.closest && event.target.closest(".wj-judge");
    if (inside && event.key === "Escape") {
      event.stopImmediatePropagation();
      const below = foot(inside);
      close(below);
      link(below, "wrong").focus({ preventScroll: true });
    } else if (inside && event.key === "Enter" && !event.isComposing && event.target.matches("input, textarea")) {
      event.preventDefault();
      event.stopImmediatePropagation();
      inside.requestSubmit();
    }
  }, true);

  async function begin() {
    const chat = document.querySelector("#wj-chat");
    if (!chat || !window.wenju) { setTimeout(begin, 40); return; }
    try {
      const brought = await (await fetch("wenju/feedback/words")).json();
      ({ words, reasons } = brought);
      longest = brought.note;
    } catch {
      setTimeout(begin, 3000);
      return;
    }
    window.wenju.on(".wj-verdict-useful", (one, event) => later(event, async () => {
      const below = foot(one);
      if (one.getAttribute("aria-pressed") !== "true" && await send(below, "useful")) close(below);
    }));
    window.wenju.on(".wj-verdict-wrong", (one, event) => later(event, () => open(foot(one))));
    window.wenju.on(".wj-verdict-change", (one, event) => later(event, () => open(foot(one))));
    window.wenju.on(".wj-judge-cancel", (one, event) => later(event, () => close(foot(one))));
    window.wenju.on(".wj-verdict-back", (one, event) => later(event, async () => {
      const below = foot(one);
      if (!await send(below, "withdrawn")) return;
      close(below);
      line(below, made("span", "", both(words.gone)));
      link(below, "useful").focus({ preventScroll: true });
    }));
    new MutationObserver(all).observe(chat, { childList: true, subtree: true });
    all();
  }
  begin();
})();
