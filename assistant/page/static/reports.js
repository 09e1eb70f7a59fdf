/* The tab of the reports: order, view, search within the rows, and clearing the facets. */
(() => {
  "use strict";
  const NAME = "reports";
  const find = (selector) => document.querySelector(`#wj-tab-${NAME} ${selector}`);
  const all = (selector) => [...document.querySelectorAll(`#wj-tab-${NAME} ${selector}`)];
  const bring = (asked) => window.wenjuTabs.bring(NAME, asked);
  let sought = "";

  window.wenju.on("#wj-tab-reports [data-sort]", (button) => bring({ sort: button.dataset.sort, order: button.dataset.order }));
  window.wenju.on("#wj-tab-reports [data-view]", (button) => bring({ view: button.dataset.view }));
  window.wenju.on("#wj-tab-reports [data-open]", (button) => window.wenjuReader.open(button.dataset.open, button));
  window.wenju.on("#wj-tab-reports .wj-clear-all", () => {
    const ticked = [...document.querySelectorAll("#wj-facets input[data-facet]:checked")];
    for (const tick of ticked) tick.checked = false;
    if (ticked.length) ticked[0].dispatchEvent(new Event("change", { bubbles: true }));
  });
  /* The reader takes width and rows become taller: the one that was opened stays in view. */
  let opened = null;
  document.addEventListener("click", (event) => {
    const row = event.target.closest && event.target.closest("#wj-tab-reports :is(tr[data-report], .wj-has-row)");
    if (row) opened = row;
  });
  let wide = 0;
  const sizes = new ResizeObserver(() => {
    const width = find(".wj-panel-body").clientWidth;
    if (width && wide && width !== wide && opened && opened.isConnected) opened.scrollIntoView({ block: "center" });
    wide = width || wide;
  });

  document.addEventListener("change", (event) => {
    if (!event.target.matches(".wj-order-by")) return;
    const chosen = event.target.selectedOptions[0];
    bring({ sort: chosen.value, order: chosen.dataset.order });
  });

  /* Search in what is there: each word must stand in the row; the rows were made harmless where they were made. */
  function search() {
    const words = sought.toLowerCase().split(/\s+/).filter(Boolean);
    let count = 0;
    for (const row of all("tr[data-report], .wj-has-row")) {
      row.wenjuText ||= row.textContent.toLowerCase();
      row.hidden = !words.every((word) => row.wenjuText.includes(word));
      if (!row.hidden) count += 1;
    }
    for (const level of all(".wj-level")) {
      level.hidden = words.length > 0 && !level.querySelector(".wj-has-row:not([hidden])");
      if (words.length && !level.hidden && !level.open) { level.open = true; level.wenjuOpened = true; }
      else if (!words.length && level.wenjuOpened) { level.open = false; level.wenjuOpened = false; }
    }
    const said = find(".wj-found");
    if (said) {
      said.hidden = !words.length;
      said.textContent = window.wenju.language() === "en" ? `${count} found` : `找到 ${count} 条`;
    }
    const none = find(".wj-none-found");
    if (none) none.hidden = count > 0;
    const table = find(".wj-reports");
    if (table) table.hidden = count === 0;
  }

  document.addEventListener("input", (event) => {
    if (event.target.id !== "wj-search-reports") return;
    sought = event.target.value;
    search();
  });
  document.addEventListener("wenju:filled", (event) => {
    if (event.detail !== NAME) return;
    sizes.observe(find(".wj-panel-body"));
    const box = find("#wj-search-reports");
    if (!box) return;
    box.placeholder = box.labels[0].innerText.trim();
    box.value = sought;
    if (sought) search();
  });
  document.addEventListener("wenju:controls", () => {
    const box = find("#wj-search-reports");
    if (box) box.placeholder = window.wenju.language() === "en" ? "Search the reports" : "搜索报告";
    if (box && sought) search();
  });
})();
