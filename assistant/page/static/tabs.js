/* The tabs beside the conversation: brings each as one piece of HTML, and again when the facets change. */
(() => {
  "use strict";
  const root = document.documentElement;
  const panel = (name) => document.getElementById(`wj-tab-${name}`);
  const asked = {};
  const turns = {};

  /* Bring a tab; `more` is what it asks for beside the facets from now on, null takes a part back. */
  async function bring(name, more = {}) {
    const place = panel(name);
    if (!place) return;
    const wanted = (asked[name] ||= {});
    for (const [key, value] of Object.entries(more)) if (value === null) delete wanted[key]; else wanted[key] = value;
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

  const shown = () => root.dataset.tab;

  document.addEventListener("wenju:shown", (event) => bring(event.detail));
  document.addEventListener("wenju:controls", () => bring(shown()));
  document.addEventListener("visibilitychange", () => { if (!document.hidden) bring(shown()); });
  window.wenjuTabs = { bring, panel };
})();
