/* 数字: what is typed and ticked goes to the server, which renders the list again. */
(() => {
  "use strict";
  const NAME = "figures";
  const { on } = window.wenju;
  const { bring, want, panel } = window.wenjuTabs;
  const now = () => want(NAME, {});
  let typed = "";
  let waiting = 0;

  on("#wj-tab-figures [data-view]", (button) => bring(NAME, { view: button.dataset.view === "years" ? "years" : null, rows: null }));
  on("#wj-tab-figures [data-fg]", (button) => {
    const { fg: kind, value } = button.dataset;
    if (kind === "unit") {
      const unit = now().unit === value ? null : value;
      bring(NAME, { unit, rows: null, ...(unit ? {} : { order: null }) });
    } else if (kind === "order") bring(NAME, { order: value === "report" ? null : value, rows: null });
    else {
      const before = (now().status || "").split(",").filter(Boolean);
      const after = before.includes(value) ? before.filter((one) => one !== value) : [...before, value];
      bring(NAME, { status: after.length ? after.join(",") : null, rows: null });
    }
  });

  function search(field) {
    typed = field.value;
    clearTimeout(waiting);
    waiting = setTimeout(() => bring(NAME, { words: typed.trim() || null, rows: null }), 250);
  }
  document.addEventListener("input", (event) => {
    if (event.target.id === "wj-fg-words" && !event.isComposing) search(event.target);
  });
  document.addEventListener("compositionend", (event) => { if (event.target.id === "wj-fg-words") search(event.target); });
  document.addEventListener("wenju:filled", (event) => {
    const field = event.detail === NAME && document.getElementById("wj-fg-words");
    if (!field || document.activeElement !== field) return;
    field.value = typed;
    field.setSelectionRange(typed.length, typed.length);
  });
})();
