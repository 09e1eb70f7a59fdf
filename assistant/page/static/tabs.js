/* The tabs beside the conversation: brings each as one piece of HTML, and again when the facets change. */
(() => {
  "use strict";
  const root = document.documentElement;
  const panel = (name) => document.getElementById(`wj-tab-${name}`);
  const asked = {};
  const turns = {};

  /* Set what a tab asks for beside the facets from now on, without bringing it; null takes a part back. */
  function want(name, more) {
    const wanted = (asked[name] ||= {});
    for (const [key, value] of Object.entries(more)) if (value === null) delete wanted[key]; else wanted[key] = value;
    return wanted;
  }

  /* Bring a tab; `more` is what it asks for as well from now on. */
  async function bring(name, more = {}) {
    const place = panel(name);
    if (!place) return;
    const wanted = want(name, more);
    const turn = (turns[name] = (turns[name] || 0) + 1);
    try {
      const query = new URLSearchParams({ ...wanted, controls: window.wenju.controls() });
      const answer = await fetch(`wenju/tab/${name}?${query}`);
      if (!answer.ok) throw new Error(String(answer.status));
      const html = await answer.text();
      if (turn !== turns[name]) return;
      const body = place.firstElementChild;
      if (body.wenjuHtml !== html) {
        const focused = body.contains(document.activeElement) && document.activeElement.id;
        body.innerHTML = html;
        body.wenjuHtml = html;
        if (focused && document.getElementById(focused)) document.getElementById(focused).focus({ preventScroll: true });
        place.dispatchEvent(new CustomEvent("wenju:filled", { bubbles: true, detail: name }));
      }
      if (body.querySelector(":scope > .wj-loading")) setTimeout(() => shown() === name && bring(name), 500);
    } catch {
      if (turn === turns[name]) setTimeout(() => shown() === name && bring(name), 3000);
    }
  }

  /* Fetch a document of a tab, NAME/KIND, as the tab stands now. A failure is told beside the button. */
  async function save(path, button) {
    try {
      const query = new URLSearchParams({ ...(asked[path.split("/")[0]] || {}), controls: window.wenju.controls() });
      const answer = await fetch(`wenju/save/${path}?${query}`);
      if (!answer.ok) throw new Error(String(answer.status));
      const name = /filename\*=UTF-8''([^;]+)/.exec(answer.headers.get("content-disposition") || "");
      const file = Object.assign(document.createElement("a"), {
        href: URL.createObjectURL(await answer.blob()), download: name ? decodeURIComponent(name[1]) : "wenju",
      });
      document.body.append(file);
      file.click();
      file.remove();
      setTimeout(() => URL.revokeObjectURL(file.href), 60000);
    } catch {
      const said = Object.assign(document.createElement("small"), { textContent: window.wenju.word("lost") });
      said.setAttribute("role", "alert");
      button.after(said);
      setTimeout(() => said.remove(), 8000);
    }
  }

  const shown = () => root.dataset.tab;
  window.wenju.on("[data-save]", (button) => save(button.dataset.save, button));
  window.wenju.on(".wj-more-rows", (button) => bring(shown(), { rows: button.dataset.rows }));

  /* On a phone the bar of tabs is wider than the screen. */
  function reveal() {
    const current = document.querySelector(".wj-tabs [aria-current]");
    if (current) current.scrollIntoView({ block: "nearest", inline: "nearest" });
  }

  document.addEventListener("wenju:shown", (event) => { reveal(); bring(event.detail); });
  document.addEventListener("wenju:controls", () => { reveal(); bring(shown()); });
  document.addEventListener("visibilitychange", () => { if (!document.hidden) bring(shown()); });
  window.wenjuTabs = { bring, want, panel };
})();
