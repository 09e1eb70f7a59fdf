/* The drawer of past conversations: finding, opening, renaming, deleting with a way back, exporting. */
(() => {
  "use strict";
  const root = document.documentElement;
  const find = (selector) => document.querySelector(selector);
  const { word, on, language } = window.wenju;
  const { lost, focus } = window.wenjuTalk;
  const stored = window.wenjuStored;
  const talks = window.wenjuTalks;
  const MANY = 8;
  const KINDS = { docx: "Word", md: "Markdown", csv: "CSV" };
  let gone = null;

  const made = (tag, name, text = "") => Object.assign(document.createElement(tag), { className: name, textContent: text });
  const drawer = () => find("#wj-talks");
  const shown = () => root.classList.contains("wj-talks-on");

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
    const item = made("li", head.id === talks.open() ? "wj-talk on" : "wj-talk");
    item.dataset.id = head.id;
    item.head = head;
    const name = made("button", "wj-talk-open", title(head));
    name.title = title(head);
    if (head.id === talks.open()) name.setAttribute("aria-current", "true");
    const when = new Intl.DateTimeFormat(language() === "en" ? "en-GB" : "zh-CN", {
      month: "numeric", day: "numeric", hour: "2-digit", minute: "2-digit", hour12: false,
      ...(new Date(head.changed).getFullYear() === new Date().getFullYear() ? {} : { year: "numeric" }),
    }).format(head.changed);
    const line = made("p", "wj-talk-line");
    line.append(made("span", "wj-talk-when", `${when} · ${head.questions.length} ${word("asked_n")}`));
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

  function rename(item) {
    const { head } = item;
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
    if (id === talks.open()) await talks.fresh();
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
      await talks.written();
      const held = await stored.read(button.closest("li").dataset.id);
      const { key } = await talks.lend(held.turns);
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
  on("[data-do=new]", () => { if (shown()) toggle(); window.wenju.tab("ask"); talks.fresh(); });
  on(".wj-talk-open", within((item) => { toggle(); window.wenju.tab("ask"); talks.bring(item.dataset.id).then(focus); }));
  on(".wj-talk-rename", within(rename));
  on(".wj-talk-delete", within(remove));
  on(".wj-talk-save", within((_, button) => save(button)));
  on(".wj-undo-do", undo);
  document.addEventListener("click", (event) => {
    if (event.isTrusted && shown() && event.target.isConnected && !event.target.closest("#wj-talks, [data-do=talks]")) toggle();
  });
  document.addEventListener("keydown", (event) => {
    if (event.key === "Escape" && shown() && !event.target.matches(".wj-naming")) toggle();
  });
  document.addEventListener("input", (event) => { if (event.target.matches(".wj-talks-find")) list(); });
  document.addEventListener("wenju:talks", list);
  document.addEventListener("wenju:controls", list);
})();
