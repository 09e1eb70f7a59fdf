/* The page's manners: tabs, language, facets, sending, focus, copying. Everything shown is made and escaped in Python. */
(() => {
  "use strict";
  const root = document.documentElement;
  const find = (selector) => document.querySelector(selector);
  const all = (selector) => [...document.querySelectorAll(selector)];
  const LONGEST_TYPED = 20000;
  const hands = [];
  let words = {};
  let told = "";
  let ready = false;

  const language = () => root.dataset.language;
  const word = (key) => (words[key] || ["", ""])[language() === "en" ? 1 : 0];
  const { box, ask, focus, write, save } = window.wenjuTalk;

  function tell() {
    const ticked = { language: language() };
    for (const tick of all("#wj-facets input[data-facet]:checked")) {
      (ticked[tick.dataset.facet] ||= []).push(tick.value);
    }
    const before = told;
    told = JSON.stringify(ticked);
    if (window.wenjuPanel) window.wenjuPanel.value = told;
    let count = 0;
    for (const group of all(".wj-facet")) {
      const some = group.querySelectorAll("input[data-facet]:checked").length;
      group.classList.toggle("some", some > 0);
      count += some;
    }
    const badge = find(".wj-rail-open b");
    if (badge) badge.textContent = count ? String(count) : "";
    if (told !== before) document.dispatchEvent(new CustomEvent("wenju:controls"));
  }

  function speak() {
    const area = box();
    if (area) area.placeholder = word(innerWidth < 600 ? "ask_short" : "ask_placeholder");
    if (area) area.setAttribute("aria-label", word("tab_ask"));
    if (find("#wj-send")) find("#wj-send").textContent = word(root.classList.contains("wj-asking") ? "stop" : "send");
    for (const field of all(".wj-find")) field.placeholder = word("find_agency");
    for (const link of all(".wj-theme")) { link.title = word("theme"); link.setAttribute("aria-label", word("theme")); }
    document.title = word("name");
    tell();
  }

  function tab(name) {
    const other = root.dataset.tab !== name;
    root.dataset.tab = name;
    for (const one of all(".wj-tabs button")) {
      if (one.dataset.tab === name) one.setAttribute("aria-current", "page"); else one.removeAttribute("aria-current");
    }
    for (const one of all(".wj-panel")) one.hidden = one.dataset.panel !== name;
    if (other) document.dispatchEvent(new CustomEvent("wenju:shown", { detail: name }));
  }

  async function overview() {
    try {
      const answer = await fetch("wenju/overview");
      const panels = await answer.json();
      if (panels.state === "loading") {
        find("#wj-examples").innerHTML = panels.start;
        setTimeout(overview, 400);
        return;
      }
      const ticked = new Set(all("#wj-facets input:checked").map((tick) => `${tick.dataset.facet} ${tick.value}`));
      if (!ready || find("#wj-examples .wj-empty") || panels.state === "ready" && !panels.reports) find("#wj-examples").innerHTML = panels.start;
      find("#wj-facets").innerHTML = panels.rail;
      for (const tick of all("#wj-facets input")) tick.checked = ticked.has(`${tick.dataset.facet} ${tick.value}`);
      const first = !ready;
      ready = true;
      root.classList.add("wj-ready");
      speak();
      if (first) document.dispatchEvent(new CustomEvent("wenju:ready"));
    } catch {
      setTimeout(overview, 3000);
    }
  }

  async function copy(text, button) {
    try {
      await navigator.clipboard.writeText(text);
    } catch {
      const area = document.createElement("textarea");
      area.value = text;
      area.className = "wj-offscreen";
      document.body.append(area);
      area.select();
      document.execCommand("copy");
      area.remove();
    }
    const before = button.innerHTML;
    if (button.classList.contains("wj-copied")) return;
    button.classList.add("wj-copied");
    button.textContent = word("copied");
    setTimeout(() => { button.innerHTML = before; button.classList.remove("wj-copied"); }, 1500);
  }

  const DO = {
    language() { window.wenjuTheme.speak(language() === "zh" ? "en" : "zh"); speak(); },
    theme() { window.wenjuTheme.flip(); },
    rail() { root.classList.toggle("wj-rail-on"); },
  };

  document.addEventListener("click", (event) => {
    const hit = (selector) => event.target.closest && event.target.closest(selector);
    const hand = hands.find(([selector]) => hit(selector));
    if (hand) { hand[1](hit(hand[0]), event); return; }
    const saved = hit("a.wj-save");
    if (saved) {
      event.preventDefault();
      event.stopPropagation();
      save(saved);
      return;
    }
    const link = hit("a[href^='#']");
    if (link && link.closest(".wj-answer, .wj-panel")) {
      event.preventDefault();
      event.stopPropagation();
      if (link.classList.contains("cite")) window.wenjuReader.cite(link);
      else if (link.classList.contains("wj-open")) window.wenjuReader.open(new URLSearchParams(link.hash.slice(1)).get("report"), link);
      return;
    }
    const doing = hit("[data-do]");
    if (doing) {
      if (DO[doing.dataset.do]) DO[doing.dataset.do]();
      else window.wenjuReader.act(doing.dataset.do, doing);
      return;
    }
    const asked = hit(".wj-ask");
    if (asked) { ask(asked.textContent); return; }
    const opened = hit("[data-tab]");
    if (opened && opened.closest(".wj-tabs")) { tab(opened.dataset.tab); return; }
    const row = hit("tr[data-report]");
    if (row && !String(getSelection())) { window.wenjuReader.open(row.dataset.report, row.querySelector("button")); return; }
    const going = hit("[data-go]");
    if (going) { window.wenjuReader.go(Number(going.dataset.go)); return; }
    const clear = hit("[data-clear]");
    if (clear) {
      for (const tick of all(`#wj-facets input[data-facet=${clear.dataset.clear}]`)) tick.checked = false;
      tell();
      return;
    }
    if (root.classList.contains("wj-rail-on") && !hit(".wj-rail")) root.classList.remove("wj-rail-on");
  }, true);

  document.addEventListener("change", (event) => { if (event.target.matches("[data-facet]")) tell(); });
  document.addEventListener("input", (event) => {
    if (event.target.matches(".wj-find")) {
      const wanted = event.target.value.trim();
      for (const option of event.target.closest(".wj-facet").querySelectorAll(".wj-opt")) {
        option.hidden = wanted !== "" && !option.textContent.includes(wanted);
      }
    } else if (event.target === box() && box().value.length > LONGEST_TYPED) {
      write(box().value.slice(0, LONGEST_TYPED));
    }
  }, true);

  document.addEventListener("keydown", (event) => {
    if (event.key === "Enter" && (event.isComposing || event.keyCode === 229)) event.stopImmediatePropagation();
    else if (event.key === "Escape" && root.classList.contains("wj-reading")) window.wenjuReader.close();
    else if (event.key === "Escape") root.classList.remove("wj-rail-on");
    else if (event.key === "/" && !/^(INPUT|TEXTAREA|SELECT)$/.test(document.activeElement.tagName)) {
      event.preventDefault();
      tab("ask");
      box().focus();
    }
  }, true);

  function begin() {
    const bar = find("[data-words]");
    const parts = ["#wj-chat", "#wj-examples", "#wj-facets", "#wj-reader-body"];
    if (!bar || !box() || !window.wenjuPanel || !parts.every(find)) { setTimeout(begin, 40); return; }
    words = JSON.parse(bar.dataset.words);
    const wanted = new URLSearchParams(location.search).get("tab");
    speak();
    tab(find(`.wj-tabs [data-tab="${CSS.escape(wanted || "ask")}"]`) ? wanted || "ask" : "ask");
    overview();
    focus();
    window.wenjuTalk.watch();
    addEventListener("resize", speak);
    document.addEventListener("visibilitychange", () => { if (!document.hidden && ready) overview(); });
  }

  /* Give clicks on a selector to a hand of its own: what the scripts of the tabs and the talk listen by. */
  const on = (selector, hand) => hands.push([selector, hand]);
  window.wenju = {
    word, language, copy, tab, on, speak, controls: () => told, refresh: () => ready && overview(),
  };
  begin();
})();
