/* The conversations of this browser: their list, opening one again, the one that a reload finds, and links that ask. */
(() => {
  "use strict";
  const root = document.documentElement;
  const find = (selector) => document.querySelector(selector);
  const all = (selector) => [...document.querySelectorAll(selector)];
  const { word, on, language } = window.wenju;
  const { lost, raise, focus } = window.wenjuTalk;
  const asking = window.wenjuAsking;
  const stored = window.wenjuStored;
  const MANY = 8;
  const CHAINED = 6;
  const FACETS = { year: "years", level: "levels", role: "roles", agency: "agencies" };
  const KINDS = { docx: "Word", md: "Markdown", csv: "CSV" };
  let open = { id: "", rev: 0 };
  let gone = null;
  let writing = Promise.resolve();

  const memory = {
    get: () => { try { return sessionStorage.getItem("wenju-talk") || ""; } catch { return ""; } },
    set: (id) => { try { sessionStorage.setItem("wenju-talk", id); } catch { /* lasts as long as the page */ } },
  };
  const made = (tag, name, text = "") => Object.assign(document.createElement(tag), { className: name, textContent: text });
  const drawer = () => find("#wj-talks");
  const shown = () => root.classList.contains("wj-talks-on");

  function remember() {
    const talk = open;
    writing = writing.then(async () => {
      if (!asking.turns().length || talk !== open) return;
      try {
        Object.assign(talk, await stored.write({ ...talk, turns: asking.turns() }));
        memory.set(talk.id);
      } catch (error) {
        if (error && error.name === "QuotaExceededError") lost("unsaved");
      }
    });
  }

  /* Lend the answers of a conversation to the service, one after the other; it holds each against the reports now. */
  async function lend(turns) {
    const wish = { key: "", token: stored.token(), turns: [] };
    for (const turn of turns) {
      const stub = { question: turn.question, state: turn.state };
      wish.turns.push(stub);
      if (turn.state !== "large" && !turn.answer) continue;
      let answer = null;
      try { answer = turn.answer && JSON.parse(turn.answer); } catch { stub.state = "unread"; continue; }
      const form = { key: wish.key, question: turn.question, controls: turn.controls, answer };
      const reply = await fetch("wenju/talk", { method: "POST", body: JSON.stringify(form) });
      if (!reply.ok && reply.status !== 422) throw new Error(String(reply.status));
      if (reply.ok) Object.assign(stub, await reply.json()); else stub.state = "unread";
      wish.key = stub.key || wish.key;
    }
    return wish;
  }

  /* Show turns as a conversation; resolves once they stand on the page. */
  async function show(turns) {
    const wish = await lend(turns);
    asking.load(turns);
    raise();
    asking.order("reopen", wish);
    for (let tries = 0; tries < 200; tries += 1) {
      if (find(`#wj-notice .wj-of-${wish.token}`)) return;
      await new Promise((done) => setTimeout(done, 50));
    }
    throw new Error("late");
  }

  async function bring(id) {
    await asking.idle();
    await writing;
    let held = null;
    try { held = await stored.read(id); } catch { /* nothing can be read here */ }
    if (!held) { memory.set(""); lost("not_there"); return; }
    const before = [open, asking.turns()];
    try {
      window.wenjuReader.close();
      open = { id, rev: held.head.rev };
      memory.set(id);
      tick(JSON.parse((held.turns[held.turns.length - 1] || {}).controls || "{}"));
      await show(held.turns);
    } catch {
      [open] = before;
      asking.load(before[1]);
      lost("lost", () => bring(id));
    }
    list();
  }

  async function fresh() {
    await asking.idle();
    await writing;
    window.wenjuReader.close();
    open = { id: "", rev: 0 };
    memory.set("");
    asking.load([]);
    find("#wj-fresh").click();
    for (let tries = 0; tries < 60 && find("#wj-chat .user-row"); tries += 1) await new Promise((done) => setTimeout(done, 25));
    list();
    focus();
  }

  /* Tick what controls name, and nothing else; returns what the rail does not offer. */
  function tick(found) {
    const wanted = new Set(Object.values(FACETS).flatMap((name) => (found[name] || []).map((value) => `${name} ${value}`)));
    const boxes = all("#wj-facets input[data-facet]");
    for (const one of boxes) one.checked = wanted.delete(`${one.dataset.facet} ${one.value}`);
    if (boxes.length) boxes[0].dispatchEvent(new Event("change", { bubbles: true }));
    return [...wanted].map((one) => one.slice(one.indexOf(" ") + 1));
  }

  async function begin() {
    const query = new URLSearchParams(location.search);
    if (query.has("q")) {
      const questions = query.getAll("q").slice(0, CHAINED);
      const facets = Object.fromEntries(Object.entries(FACETS).map(([name, facet]) => [facet, query.getAll(name)]));
      memory.set("");
      for (const name of ["q", ...Object.keys(FACETS)]) query.delete(name);
      history.replaceState(null, "", `${location.pathname}${query.size ? `?${query}` : ""}`);
      root.classList.remove("wj-resuming");
      window.wenju.tab("ask");
      const odd = tick(facets);
      if (odd.length) lost("odd_facets", null, odd.join("、").slice(0, 100));
      for (const question of questions) {
        const before = asking.turns().length;
        if (questions.length === 1) window.wenjuTalk.write(question);
        await asking.asked(question, true);
        if (asking.turns().length === before) break;
      }
      return;
    }
    if (memory.get()) await bring(memory.get());
    root.classList.remove("wj-resuming");
  }

  const title = (head) => head.named || head.questions[0] || "";

  async function list() {
    if (!shown()) return;
    let heads = [];
    let empty = "chats_none";
    try { heads = await stored.list(); } catch { empty = "chats_shut"; }
    const field = find(".wj-talks-find");
    const wanted = field.value.trim().toLowerCase();
    field.hidden = heads.length < MANY;
    const found = field.hidden || !wanted ? heads : heads.filter(
      (head) => [head.named, ...head.questions].some((text) => text.toLowerCase().includes(wanted)));
    const place = find(".wj-talks-list");
    if (place.querySelector(".wj-naming")) return;
    const focused = document.activeElement && document.activeElement.closest && document.activeElement.closest(".wj-talks-list li");
    place.replaceChildren(...found.map(row));
    if (!found.length) place.append(made("li", "wj-talks-none", word(heads.length ? "chats_unfound" : empty)));
    if (focused) (place.querySelector(`[data-id="${focused.dataset.id}"] button`) || drawer()).focus();
  }

  function row(head) {
    const item = made("li", head.id === open.id ? "wj-talk on" : "wj-talk");
    item.dataset.id = head.id;
    const name = made("button", "wj-talk-open", title(head));
    name.title = title(head);
    if (head.id === open.id) name.setAttribute("aria-current", "true");
    const when = new Intl.DateTimeFormat(language() === "en" ? "en-GB" : "zh-CN", {
      month: "numeric", day: "numeric", hour: "2-digit", minute: "2-digit", hour12: false,
      ...(new Date(head.changed).getFullYear() === new Date().getFullYear() ? {} : { year: "numeric" }),
    }).format(head.changed);
    const line = made("p", "wj-talk-line");
    line.append(made("span", "", `${when} · ${head.questions.length} ${word("asked_n")}`));
    const does = made("span", "wj-talk-does");
    for (const key of ["rename", "delete"]) does.append(made("button", `wj-talk-${key}`, word(key)));
    if (head.answered) {
      const saves = made("span", "wj-talk-saves", `${word("export")} `);
      for (const [kind, text] of Object.entries(KINDS)) {
        const link = made("button", "wj-talk-save", text);
        link.dataset.kind = kind;
        saves.append(link, " ");
      }
      does.append(saves);
    }
    for (const button of does.querySelectorAll("button")) button.setAttribute("aria-label", `${button.textContent} ${title(head)}`);
    for (const button of [name, ...does.querySelectorAll("button")]) button.type = "button";
    line.append(does);
    item.append(name, line);
    return item;
  }

  async function rename(item) {
    const { head } = await stored.read(item.dataset.id);
    const name = item.querySelector(".wj-talk-open");
    const field = Object.assign(made("input", "wj-naming"), { value: title(head), maxLength: 80 });
    field.setAttribute("aria-label", word("title_of"));
    name.replaceWith(field);
    field.focus();
    field.select();
    let left = false;
    const leave = async (keep) => {
      if (left) return;
      left = true;
      const text = field.value.trim();
      field.replaceWith(name);
      if (keep && text !== title(head)) await stored.rename(head.id, text === head.questions[0] ? "" : text);
      await list();
      const again = find(`.wj-talk[data-id="${head.id}"] .wj-talk-open`);
      if (again) again.focus();
    };
    field.addEventListener("keydown", (event) => {
      if (event.isComposing || event.keyCode === 229) return;
      if (event.key === "Enter") leave(true);
      else if (event.key === "Escape") { event.stopPropagation(); leave(false); }
    });
    field.addEventListener("blur", () => leave(true));
  }

  async function remove(item) {
    const { id } = item.dataset;
    const next = item.nextElementSibling || item.previousElementSibling;
    if (id === open.id) await fresh();
    gone = await stored.remove(id);
    const line = find(".wj-undo");
    line.replaceChildren(made("span", "", `${word("deleted")} “${title(gone.head).slice(0, 20)}”`), made("button", "wj-undo-do", word("undo")));
    await list();
    (line.querySelector("button") || next).focus();
  }

  async function undo() {
    if (gone) await stored.restore(gone);
    gone = null;
    find(".wj-undo").replaceChildren();
    drawer().focus();
  }

  async function save(button) {
    try {
      await writing;
      const held = await stored.read(button.closest("li").dataset.id);
      const { key } = await lend(held.turns);
      if (!key) { lost("cannot_keep"); return; }
      const link = made("a", "");
      link.href = `#export=${key}/all.${button.dataset.kind}`;
      await window.wenjuTalk.save(link);
    } catch {
      lost("lost");
    }
  }

  let opener = null;
  function toggle(element) {
    const on_ = !shown();
    root.classList.toggle("wj-talks-on", on_);
    drawer().hidden = !on_;
    root.classList.remove("wj-rail-on");
    if (on_) {
      opener = element;
      drawer().setAttribute("aria-label", word("chats"));
      find(".wj-talks .wj-close").setAttribute("aria-label", word("chats_close"));
      find(".wj-talks-find").placeholder = word("chats_find");
      list().then(() => (find(".wj-talk-open") || find(".wj-fresh")).focus({ preventScroll: true }));
    } else {
      gone = null;
      find(".wj-undo").replaceChildren();
      if (opener && opener.isConnected && opener.checkVisibility()) opener.focus({ preventScroll: true });
    }
  }

  const within = (hand) => (element, event) => { event.preventDefault(); hand(element.closest("li") || element, element); };
  on("[data-do=talks]", toggle);
  on("[data-do=new]", () => { if (shown()) toggle(); window.wenju.tab("ask"); fresh(); });
  on(".wj-talk-open", within((item) => { toggle(); window.wenju.tab("ask"); bring(item.dataset.id).then(focus); }));
  on(".wj-talk-rename", within(rename));
  on(".wj-talk-delete", within(remove));
  on(".wj-talk-save", within((_, button) => save(button)));
  on(".wj-undo-do", undo);
  document.addEventListener("click", (event) => {
    if (shown() && event.target.isConnected && !event.target.closest("#wj-talks, [data-do=talks]")) toggle();
  });
  document.addEventListener("keydown", (event) => {
    if (event.key === "Escape" && shown() && !event.target.matches(".wj-naming")) toggle();
  });
  document.addEventListener("input", (event) => { if (event.target.matches(".wj-talks-find")) list(); });
  document.addEventListener("wenju:turn", remember);
  document.addEventListener("wenju:talks", list);
  document.addEventListener("wenju:controls", list);
  document.addEventListener("wenju:ready", begin);
  if (memory.get()) root.classList.add("wj-resuming");

  window.wenjuTalks = {
    fresh,
    /* Show the conversation of this page once more to a service that has forgotten it. */
    async again() { try { await show(asking.turns()); return true; } catch { return false; } },
  };
})();
