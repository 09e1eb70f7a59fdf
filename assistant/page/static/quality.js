/* The tab of quality: which run is shown, and questions of feedback asked again, with those that they lean on first. */
(() => {
  "use strict";
  const LONGEST_WAIT = 60000;
  const answers = () => document.querySelectorAll("#wj-chat .wj-foot").length;

  /* Ask one question and wait until its answer is there, or has taken too long. */
  async function ask(text) {
    const before = answers();
    const began = Date.now();
    window.wenjuTalk.ask(text);
    while (answers() <= before && Date.now() - began < LONGEST_WAIT) await new Promise((on) => { setTimeout(on, 150); });
    return answers() > before;
  }

  async function again(button) {
    const text = button.textContent;
    for (const earlier of JSON.parse(button.dataset.before || "[]")) if (!await ask(earlier)) return;
    ask(text);
  }

  function begin() {
    if (!window.wenju || !window.wenjuTabs) { setTimeout(begin, 40); return; }
    window.wenju.on(".wj-ql-run", (button) => window.wenjuTabs.bring("quality", { run: button.dataset.run }));
    window.wenju.on(".wj-ql-ask", again);
  }
  begin();
})();
