/* Asking: sends a question, stops it, asks it again, edits it, and knows the turns of the conversation on the page. */
(() => {
  "use strict";
  const root = document.documentElement;
  const find = (selector) => document.querySelector(selector);
  const all = (selector) => [...document.querySelectorAll(selector)];
  const { box, focus, write, lost, raise } = window.wenjuTalk;
  const { word, on } = window.wenju;
  const PATIENCE = 4000;
  const LARGEST = 900000;
  let turns = [];
  let sent = null;
  let editing = null;
  let waiting = [];
  let mended = "";

  const tell = () => document.dispatchEvent(new CustomEvent("wenju:turn"));
  const numbered = (link) => Number(/^#turn=(\d+)$/.exec(link.getAttribute("href"))[1]);

  function busy(state) {
    root.classList.toggle("wj-asking", state);
    window.wenju.speak();
    if (!state) for (const done of waiting.splice(0)) done();
  }

  /* Ask; with the number of a turn of before, that turn and all that followed are replaced. */
  function send(text, number = turns.length + 1, typed = false) {
    if (sent) {
      if (sent.ending) waiting.push(() => send(text, number, typed));
      return;
    }
    sent = { text, number, typed, token: window.wenjuStored.token(), controls: window.wenju.controls(), shown: false };
    root.classList.remove("wj-broken");
    const old = find("#wj-lost");
    if (old && old.querySelector("button")) old.remove();
    busy(true);
    order("go", { question: text, turn: number, token: sent.token });
  }

  function order(button, wish) {
    window.wenjuOrder.value = JSON.stringify(wish);
    setTimeout(() => find(`#wj-${button}`).click(), 30);
  }

  async function stop() {
    if (!sent) return;
    try {
      await fetch(`wenju/stop/${sent.token}`, { method: "POST" });
    } catch {
      broken("lost");
    }
  }

  /* Look what came: the page's HTML says by the asking's token what belongs to it, and whether more is coming. */
  function look() {
    if (!sent || sent.ending) return;
    const { token } = sent;
    const reply = find(`.wj-reply.wj-of-${token}`);
    if (!sent.shown && reply && find(`.wj-asked.wj-of-${token}`)) begun();
    const notice = find(`#wj-notice .wj-of-${token}`);
    if (sent.shown && reply && !reply.classList.contains("wj-coming")) finish(reply);
    else if (!sent.shown && notice && !notice.classList.contains("wj-nothing")) refused(notice);
  }

  function begun() {
    sent.shown = true;
    turns.length = Math.min(turns.length, sent.number - 1);
    turns.push({ question: sent.text, controls: sent.controls, state: "stopped", answer: null });
    if (sent.typed && box().value === sent.text) write("");
    if (editing) give_up(false);
    raise();
    tell();
  }

  async function finish(reply) {
    const turn = turns[sent.number - 1];
    const link = reply.querySelector("a.wj-save");
    const { typed } = sent;
    sent.ending = true;
    turn.state = link ? "answered" : reply.querySelector(".wj-lead") ? "failed" : "stopped";
    mended = "";
    if (link) await keep(turn, link);
    tell();
    await window.wenjuTalks.written();
    sent = null;
    busy(false);
    const at = document.activeElement;
    if (at && reply.contains(at)) return;
    if (!at || at === document.body || at.id === "wj-send" || at.closest("#wj-chat") || typed) focus();
  }

  async function keep(turn, link) {
    try {
      const [, key, number] = /#export=([^/]+)\/(\d+)\./.exec(link.getAttribute("href"));
      const answer = await fetch(`wenju/talk/${key}/${number}`);
      const text = await answer.text();
      if (!answer.ok) return;
      if (new Blob([text]).size > LARGEST) turn.state = "large"; else turn.answer = text;
    } catch { turn.state = "large"; }
  }

  async function refused(notice) {
    const { text, number, typed } = sent;
    sent = null;
    if (notice.classList.contains("wj-forgotten") && mended !== text) {
      mended = text;
      if (await window.wenjuTalks.again()) { send(text, number, typed); return; }
    }
    if (notice.classList.contains("wj-forgotten")) broken("lost", { text, number, typed });
    busy(false);
    focus();
  }

  /* The service is gone or full: one sentence, the question stays, and a button tries again. */
  function broken(name, from = sent) {
    if (!from) { lost(name); return; }
    const { text, number, typed, shown } = from;
    sent = null;
    if (shown) root.classList.add("wj-broken");
    const draft = box().value === text ? "" : box().value;
    if (name === "lost") lost("cut", () => window.wenjuTalks.anew({ text, number, draft }));
    else lost(name, () => send(text, number, typed && !shown));
    busy(false);
  }

  function idle() {
    if (!sent) return Promise.resolve();
    stop();
    return new Promise((done) => {
      waiting.push(done);
      setTimeout(() => { if (sent) { sent = null; busy(false); } done(); }, PATIENCE);
    });
  }

  function edit(number) {
    if (sent || !turns[number - 1]) return;
    if (!editing) editing = { draft: box().value };
    editing.number = number;
    for (const one of all(".wj-asked")) one.classList.toggle("wj-edited", numbered(one.querySelector(".wj-edit")) === number);
    find(".wj-editing").hidden = false;
    write(turns[number - 1].question);
    box().focus();
    box().setSelectionRange(box().value.length, box().value.length);
  }

  function give_up(back = true) {
    const { draft } = editing;
    editing = null;
    for (const one of all(".wj-edited")) one.classList.remove("wj-edited");
    find(".wj-editing").hidden = true;
    if (back || draft) write(draft);
    focus();
  }

  const submit = () => send(box().value, editing ? editing.number : undefined, true);
  const quiet = (hand) => (element, event) => { event.preventDefault(); event.stopPropagation(); hand(element); };

  on("#wj-send", quiet(() => { if (sent) stop(); else submit(); focus(); }));
  on("a.wj-redo", quiet((link) => {
    const turn = turns[numbered(link) - 1];
    if (turn) send(turn.question, numbered(link));
  }));
  on("a.wj-edit", quiet((link) => edit(numbered(link))));
  on("[data-do=give-up]", quiet(() => give_up()));
  on("a.wj-link", quiet((link) => {
    const [first, last] = link.hash.slice(6).split("-").map(Number);
    const asked = turns.slice(first - 1, last);
    const found = JSON.parse(asked[asked.length - 1].controls || "{}");
    const query = new URLSearchParams(asked.map((turn) => ["q", turn.question]));
    for (const name of ["year", "level", "role", "agency"]) {
      for (const value of found[name === "agency" ? "agencies" : `${name}s`] || []) query.append(name, value);
    }
    window.wenju.copy(`${location.origin}${location.pathname}?${query}`, link);
  }));

  document.addEventListener("keydown", (event) => {
    if (event.target !== box() || event.isComposing || event.keyCode === 229) return;
    if (event.key === "Escape" && editing) { event.stopImmediatePropagation(); give_up(); }
    else if (event.key === "Enter" && !event.shiftKey) {
      event.preventDefault();
      event.stopImmediatePropagation();
      submit();
    }
  }, true);

  window.wenjuAsking = {
    send, idle, look, order, broken, edit,
    turns: () => turns,
    busy: () => sent !== null && !sent.ending,
    load(held) { if (editing) give_up(); turns = held; root.classList.remove("wj-broken"); },
    /* Ask and wait until it is answered, refused or stopped. */
    asked(text, typed = false) {
      send(text, undefined, typed);
      return sent ? new Promise((done) => waiting.push(done)) : Promise.resolve();
    },
  };
})();
