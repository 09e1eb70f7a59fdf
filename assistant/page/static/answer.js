/* What can be done with an answer: its chips changed and asked again, the card of a citation, quotes alone, what to ask next. */
(() => {
  "use strict";
  const { on, word, copy, controls } = window.wenju;
  const hovering = matchMedia("(hover: hover) and (pointer: fine)");
  const answerOf = (element) => element.closest(".wj-answer");
  const keyOf = (answer) => {
    const link = answer && answer.querySelector("a.wj-save");
    const found = link && /^#export=([^/]+)\/(\d+)\./.exec(link.getAttribute("href"));
    return found ? `${found[1]}/${found[2]}` : "";
  };
  const textOf = (node) => [...node.childNodes].map((one) => (one.nodeName === "BR" ? "\n" : one.textContent)).join("");

  /* Copying takes the text and, from the list of sources, every quote with where it stands. */
  on("a.wj-copy", (link, event) => {
    event.preventDefault();
    const answer = answerOf(link);
    const sources = [...answer.querySelectorAll(".wj-source")].map((one) => {
      const mark = one.querySelector("a.cite");
      const quote = one.querySelector(".wj-quote").textContent.slice(0, -mark.textContent.length).replace(/\u2060$/, "");
      return `[${mark.textContent}] ${quote}${one.querySelector(".wj-cited").lastChild.textContent}`;
    });
    copy([textOf(answer.querySelector(".wj-plain")), ...(sources.length ? [""] : []), ...sources].join("\n"), link);
  });

  on("a.wj-only", (link, event) => {
    event.preventDefault();
    link.setAttribute("aria-pressed", String(answerOf(link).classList.toggle("wj-quotes-only")));
  });

  /* A chip opens its editor below the chips; a second click, Escape or 取消 closes it. */
  let opened = null;
  function close() {
    const before = opened;
    opened = null;
    if (!before) return;
    before.editor.remove();
    before.chip.setAttribute("aria-expanded", "false");
    if (before.chip.isConnected) before.chip.focus({ preventScroll: true });
  }

  async function open(chip, name) {
    const answer = answerOf(chip);
    const again = opened && opened.chip === chip && opened.name === name;
    if (opened) close();
    if (again) return;
    const found = await fetch(`wenju/chip/${keyOf(answer)}/${name}`).catch(() => null);
    if (!found || !found.ok) { window.wenjuTalk.lost(found ? "not_kept" : "lost"); return; }
    const place = document.createElement("div");
    place.innerHTML = await found.text();
    const editor = place.firstElementChild;
    answer.querySelector(".wj-chips").after(editor);
    chip.setAttribute("aria-expanded", "true");
    opened = { chip, name, editor };
    const title = editor.querySelector("h4").innerText;
    editor.setAttribute("aria-label", title);
    for (const field of editor.querySelectorAll("input[type=text]")) {
      field.setAttribute("aria-label", title);
      if (field.matches(".wj-chip-edit-find")) field.placeholder = word("find_agency");
    }
    const first = editor.querySelector("input, button");
    first.focus({ preventScroll: true });
    if (first.type === "text") first.select();
    editor.scrollIntoView({ block: "nearest" });
  }

  async function ask(values) {
    const { chip, name } = opened;
    const body = JSON.stringify({ name, values, controls: controls() });
    const made = await fetch(`wenju/again/${keyOf(answerOf(chip))}`, { method: "POST", body }).catch(() => null);
    const said = made && (made.ok || made.status === 413) ? await made.json() : null;
    if (said && said.question) { close(); window.wenjuTalk.ask(said.question); return; }
    if (said && said.said) {
      const line = opened.editor.querySelector(".wj-chip-edit-said") || document.createElement("p");
      line.className = "wj-chip-edit-said";
      line.setAttribute("role", "alert");
      line.textContent = said.said;
      opened.editor.append(line);
    } else window.wenjuTalk.lost(made && made.status === 404 ? "not_kept" : "lost");
  }

  const chosen = () => {
    const typed = opened.editor.querySelector(".wj-chip-edit-word input");
    if (typed) return typed.value.trim() ? [typed.value.trim()] : [];
    return [...opened.editor.querySelectorAll("input[type=checkbox]:checked")].map((one) => one.value);
  };

  on("a.wj-chip", (chip, event) => { event.preventDefault(); open(chip, chip.hash.replace("#chip=", "")); });
  on("[data-edit]", (button) => {
    const doing = button.dataset.edit;
    if (!opened) return;
    if (doing === "close") close();
    else if (doing === "ask") ask(chosen());
    else if (doing === "drop") ask([]);
    else open(opened.chip, doing);
  });
  document.addEventListener("input", (event) => {
    if (!event.target.matches(".wj-chip-edit-find")) return;
    const wanted = event.target.value.trim();
    for (const option of event.target.closest(".wj-chip-edit").querySelectorAll(".wj-opt")) {
      option.hidden = wanted !== "" && !option.textContent.includes(wanted);
    }
  });
  addEventListener("keydown", (event) => {
    const here = event.target.closest && event.target.closest(".wj-chip-edit");
    if (event.key === "Escape" && here) { event.stopPropagation(); close(); }
    else if (event.key === "Enter" && here && event.target.type === "text" && !event.isComposing && event.keyCode !== 229) {
      event.preventDefault();
      if (event.target.closest(".wj-chip-edit-word")) ask(chosen());
    } else if (event.key === " " && event.target.matches && event.target.matches(".wj-answer a[role=button]")) {
      event.preventDefault();
      event.target.click();
    }
  }, true);

  /* The card of a citation: where the quote stands, beside the mark, for a mouse or the keyboard. */
  const card = Object.assign(document.createElement("div"), { id: "wj-card" });
  card.setAttribute("role", "tooltip");
  card.hidden = true;
  document.body.append(card);
  let marked = null;
  function hide() {
    card.hidden = true;
    if (marked) marked.removeAttribute("aria-describedby");
    marked = null;
  }
  function tell(link) {
    const answer = answerOf(link);
    if (!answer || link === marked || link.closest(".wj-sources")) return;
    const same = `.wj-source a.cite[href="${CSS.escape(link.getAttribute("href"))}"]`;
    const source = answer.querySelector(same);
    if (!source) return;
    hide();
    marked = link;
    card.replaceChildren(...[...source.closest(".wj-source").querySelector(".wj-from").childNodes].map((one) => one.cloneNode(true)));
    card.hidden = false;
    link.setAttribute("aria-describedby", "wj-card");
    const at = link.getBoundingClientRect();
    const size = card.getBoundingClientRect();
    card.style.left = `${Math.max(8, Math.min(at.left + at.width / 2 - size.width / 2, innerWidth - size.width - 8))}px`;
    card.style.top = `${at.top - size.height - 8 > 60 ? at.top - size.height - 8 : at.bottom + 8}px`;
  }
  const cited = (event) => event.target.closest && event.target.closest("#wj-chat a.cite");
  document.addEventListener("mouseover", (event) => { if (hovering.matches) { if (cited(event)) tell(cited(event)); else hide(); } });
  document.addEventListener("focusin", (event) => { if (cited(event) && event.target.matches(":focus-visible")) tell(event.target); else hide(); });
  document.addEventListener("focusout", hide);
  document.addEventListener("scroll", hide, true);
  document.addEventListener("click", hide, true);

  /* What to ask next stands below the last answer; it is looked for once the answer is there. */
  const brought = new Map();
  let asking = "";
  /* What is taken away above the last question must not move it. */
  function steady(change) {
    const row = [...document.querySelectorAll("#wj-chat .user-row")].pop();
    let scroller = row && row.parentElement;
    while (scroller && !/auto|scroll/.test(getComputedStyle(scroller).overflowY)) scroller = scroller.parentElement;
    const before = row && row.getBoundingClientRect().top;
    change();
    if (scroller) scroller.scrollTop += row.getBoundingClientRect().top - before;
  }

  async function follow() {
    const last = [...document.querySelectorAll("#wj-chat .wj-answer")].pop();
    const key = last && last.querySelector(".wj-foot") ? keyOf(last) : "";
    const old = [...document.querySelectorAll(".wj-next")].filter((one) => answerOf(one) !== last || !key);
    if (old.length) steady(() => { for (const one of old) one.remove(); });
    if (!key || last.querySelector(".wj-next") || asking === key) return;
    if (!brought.has(key)) {
      asking = key;
      const query = new URLSearchParams({ controls: controls() });
      const found = await fetch(`wenju/next/${key}?${query}`).catch(() => null);
      brought.set(key, found && found.ok ? await found.text() : "");
      if (brought.size > 30) brought.delete(brought.keys().next().value);
      asking = "";
      follow();
      return;
    }
    if (!brought.get(key)) return;
    const place = Object.assign(document.createElement("section"), { className: "wj-next", innerHTML: brought.get(key) });
    last.append(place);
  }
  const begin = () => {
    const chat = document.querySelector("#wj-chat");
    if (!chat) { setTimeout(begin, 60); return; }
    new MutationObserver(follow).observe(chat, { childList: true, subtree: true });
  };
  begin();

  /* Printing unfolds what is folded and folds it again afterwards. */
  let folded = [];
  addEventListener("beforeprint", () => {
    folded = [...document.querySelectorAll(".wj-answer details:not([open])")];
    for (const one of folded) one.open = true;
  });
  addEventListener("afterprint", () => { for (const one of folded) one.open = false; });
})();
