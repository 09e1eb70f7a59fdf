/* Choose language and light or dark before anything is drawn, so that nothing flashes. */
(() => {
  "use strict";
  const root = document.documentElement;
  const read = (key) => { try { return localStorage.getItem(key); } catch { return null; } };
  const dark = matchMedia("(prefers-color-scheme: dark)");
  const paint = () => {
    const chosen = read("wenju-theme") || (dark.matches ? "dark" : "light");
    root.classList.toggle("wj-dark", chosen === "dark");
    root.style.colorScheme = chosen;
  };
  const speak = (language) => {
    root.dataset.language = language === "en" ? "en" : "zh";
    root.lang = language === "en" ? "en" : "zh-CN";
  };
  speak(read("wenju-language"));
  new MutationObserver(() => {
    if (root.lang !== (root.dataset.language === "en" ? "en" : "zh-CN")) speak(root.dataset.language);
  }).observe(root, { attributeFilter: ["lang"] });
  paint();
  dark.addEventListener("change", paint);
  window.wenjuTheme = {
    flip() {
      const next = root.classList.contains("wj-dark") ? "light" : "dark";
      try { localStorage.setItem("wenju-theme", next); } catch { /* private window: lasts until reload */ }
      root.classList.toggle("wj-dark", next === "dark");
      root.style.colorScheme = next;
    },
    speak(language) {
      speak(language);
      try { localStorage.setItem("wenju-language", language); } catch { /* private window */ }
    },
  };
})();
