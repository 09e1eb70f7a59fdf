/* Find in a report: the words typed, whatever their width, case and blanks; every place marked, the current one strongly. */
(() => {
  "use strict";
  const MOST = 2000;
  const body = () => document.getElementById("wj-reader-body");
  const inside = (selector) => body().querySelector(selector);
  const held = { ranges: [], at: -1 };
  const marks = "highlights" in CSS && typeof Highlight === "function";

  const fold = (character) => {
    const code = character.charCodeAt(0);
    const narrow = code > 0xff00 && code < 0xff5f ? String.fromCharCode(code - 0xfee0) : character;
    return /\s/.test(narrow) ? "" : narrow.toLowerCase();
  };

  /* The folded text of the report, with the text node and place of each of its characters; paragraphs never join. */
  function folded() {
    let text = "";
    const places = [];
    for (const line of inside(".wj-doc").querySelectorAll(".wj-line")) {
      const walker = document.createTreeWalker(line, NodeFilter.SHOW_TEXT);
      while (walker.nextNode()) {
        const node = walker.currentNode;
        if (node.parentElement.closest(".wj-role")) continue;
        for (let at = 0; at < node.length; at += 1) {
          for (const one of fold(node.data[at])) { text += one; places.push([node, at]); }
        }
      }
      text += "\n";
      places.push(null);
    }
    return { text, places };
  }

  function paint() {
    const now = held.ranges[held.at];
    if (marks) {
      CSS.highlights.set("wj-found", new Highlight(...held.ranges));
      CSS.highlights.set("wj-found-now", new Highlight(...(now ? [now] : [])));
    }
    const said = inside(".wj-found");
    const typed = inside(".wj-find-field").value.trim();
    if (said) said.textContent = held.ranges.length ? `${held.at + 1} / ${held.ranges.length}` : typed ? window.wenju.word("find_none") : "";
    for (const one of body().querySelectorAll("[data-do=find_previous], [data-do=find_next]")) one.disabled = !held.ranges.length;
    if (!now) return;
    if (!marks) { getSelection().removeAllRanges(); getSelection().addRange(now); }
    const scroller = inside(".wj-doc");
    scroller.scrollTop += now.getBoundingClientRect().top - scroller.getBoundingClientRect().top - scroller.clientHeight / 3;
  }

  function look() {
    const wanted = [...inside(".wj-find-field").value].map(fold).join("");
    held.ranges = [];
    held.at = -1;
    if (wanted) {
      const { text, places } = folded();
      for (let at = text.indexOf(wanted); at >= 0 && held.ranges.length < MOST; at = text.indexOf(wanted, at + wanted.length)) {
        const range = document.createRange();
        range.setStart(...places[at]);
        const [node, last] = places[at + wanted.length - 1];
        range.setEnd(node, last + 1);
        held.ranges.push(range);
      }
      if (held.ranges.length) held.at = 0;
    }
    paint();
  }

  function step(by) {
    if (!held.ranges.length) return;
    held.at = (held.at + by + held.ranges.length) % held.ranges.length;
    paint();
  }

  function toggle(open) {
    const row = inside(".wj-finding");
    if (!row) return;
    row.hidden = !open;
    const field = inside(".wj-find-field");
    if (open) {
      field.setAttribute("aria-label", window.wenju.word("find_field"));
      field.placeholder = window.wenju.word("find_field");
      field.focus();
      field.select();
      look();
    } else {
      held.ranges = [];
      if (marks) CSS.highlights.clear();
      inside("[data-do=find]").focus({ preventScroll: true });
    }
  }

  document.addEventListener("input", (event) => { if (event.target.matches(".wj-find-field")) look(); });
  document.addEventListener("keydown", (event) => {
    const field = event.target.matches && event.target.matches(".wj-find-field");
    const open = document.documentElement.classList.contains("wj-reading");
    if (field && event.key === "Enter" && !event.isComposing) { event.preventDefault(); step(event.shiftKey ? -1 : 1); }
    else if (event.key === "Escape" && event.target.closest && event.target.closest(".wj-finding")) {
      event.stopImmediatePropagation();
      toggle(false);
    } else if ((event.ctrlKey || event.metaKey) && event.key.toLowerCase() === "f" && open && event.target.closest(".wj-reader")) {
      event.preventDefault();
      toggle(true);
    }
  }, true);

  window.wenjuFind = {
    act(name) {
      if (name === "find") toggle(inside(".wj-finding").hidden);
      else if (name === "find_next") step(1);
      else if (name === "find_previous") step(-1);
    },
    /* A report just brought has nothing marked in it. */
    fresh() {
      held.ranges = [];
      held.at = -1;
      if (marks) CSS.highlights.clear();
    },
  };
})();
