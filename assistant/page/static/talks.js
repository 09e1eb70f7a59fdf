/* Which conversation is on the page: opening one again, the one that a reload finds, a new one, and links that ask. */
(() => {
  "use strict";
  const root = document.documentElement;
  const find = (selector) => document.querySelector(selector);
  const all = (selector) => [...document.querySelectorAll(selector)];
  const { lost, raise, settle, focus } = window.wenjuTalk;
  const asking = window.wenjuAsking;
  const stored = window.wenjuStored;
  const CHAINED = 6;
  const LEFT = "wenju-left";
  const FACETS = { year: "years", level: "levels", role: "roles", agency: "agencies" };
  let open = { id: "", rev: 0 };
  let writing = Promise.resolve();

  const memory = {
    get: (name = "wenju-talk") => { try { return sessionStorage.getItem(name) || ""; } catch { return ""; } },
    set: (text, name = "wenju-talk") => { try { sessionStorage.setItem(name, text); } catch { /* lasts as long as the page */ } },
  };

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
      if (find(`#wj-notice .wj-of-${wish.token}`)) {
        for (let frame = 0; frame < 2; frame += 1) await new Promise(requestAnimationFrame);
        raise();
        settle();
        return;
      }
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
    document.dispatchEvent(new CustomEvent("wenju:talks"));
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
    document.dispatchEvent(new CustomEvent("wenju:talks"));
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

  /* After a lost connection the framework sends nothing more: load the page again once the service is there, then ask. */
  async function anew(left) {
    try {
      if (!(await fetch("healthz")).ok) throw new Error("not yet");
    } catch {
      lost("cut", () => anew(left));
      return;
    }
    await writing;
    memory.set(JSON.stringify(left), LEFT);
    location.reload();
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
    const left = JSON.parse(memory.get(LEFT) || "null");
    memory.set("", LEFT);
    if (!left) return;
    window.wenjuTalk.write(left.draft);
    asking.send(left.text, Math.min(left.number, asking.turns().length + 1));
  }

  document.addEventListener("wenju:turn", remember);
  document.addEventListener("wenju:ready", begin);
  if (memory.get()) root.classList.add("wj-resuming");

  window.wenjuTalks = {
    fresh, bring, lend, anew,
    open: () => open.id,
    written: () => writing,
    /* Show the conversation of this page once more to a service that has forgotten it. */
    async again() { try { await show(asking.turns()); return true; } catch { return false; } },
  };
})();
