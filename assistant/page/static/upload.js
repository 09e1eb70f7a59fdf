/* Adding reports: one file after the other, each with its progress and what became of it. */
(() => {
  "use strict";
  const NAME = "reports";
  const panel = () => document.getElementById(`wj-tab-${NAME}`);
  const area = document.createElement("div");
  const queue = [];
  let sending = false;
  let words = {};

  const part = (selector) => area.querySelector(selector);
  const make = (tag, name, ...inside) => {
    const made = Object.assign(document.createElement(tag), { className: name });
    made.append(...inside);
    return made;
  };
  const pair = ([chinese, english]) => [make("span", "zh", chinese), make("span", "en", english)];
  const word = (key) => pair(words[key]);

  async function bring() {
    const answer = await fetch("wenju/upload");
    if (!answer.ok) return;
    const html = await answer.text();
    const holder = part(".wj-upload");
    if (holder && html.includes("wj-upload")) { holder.dataset.token = /data-token="([^"]*)"/.exec(html)[1]; return; }
    area.innerHTML = html;
    if (part(".wj-upload")) words = JSON.parse(part(".wj-upload").dataset.words);
  }

  /* The tab is brought as a whole; this area is put back into it, so that nothing under way is lost. */
  document.addEventListener("wenju:filled", (event) => {
    const place = event.detail === NAME && panel().querySelector(".wj-adding");
    if (place) place.append(area);
  });
  document.addEventListener("wenju:shown", (event) => { if (event.detail === NAME) bring().catch(() => {}); });

  const row = (file) => {
    const made = make("li", "", make("b", "", file.name), make("progress", ""), make("span", "wj-became"));
    made.querySelector("progress").max = 1;
    made.querySelector("progress").value = 0;
    made.querySelector("progress").setAttribute("aria-label", file.name);
    part(".wj-sent").append(made);
    return made;
  };

  function say(place, state, key, ...more) {
    place.className = `wj-is-${state}`;
    place.querySelector(".wj-became").replaceChildren(...(typeof key === "string" ? word(key) : pair(key)), ...more);
    place.querySelector("progress").hidden = state !== "sending";
    if (state === "done" || state === "refused") tidy();
  }

  function tidy() {
    if (part(".wj-tidy") || part(".wj-sent").children.length < 2) return;
    part(".wj-sent").after(make("button", "wj-tidy", ...word("dismiss")));
    part(".wj-tidy").type = "button";
  }

  function choose(files, folders = 0) {
    const holder = part(".wj-upload");
    const said = part(".wj-said");
    said.replaceChildren();
    if (files.length + folders > Number(holder.dataset.most)) {
      said.append(...pair(words.many.map((text) => text.replace("{n}", files.length + folders))));
      return;
    }
    if (folders) said.append(...word("folder"));
    const kinds = holder.dataset.kinds.split(",");
    for (const file of files) {
      const place = row(file);
      if (!kinds.some((kind) => file.name.toLowerCase().endsWith(kind))) say(place, "refused", "kind");
      else if (file.size > Number(holder.dataset.limit)) say(place, "refused", "large");
      else if (!file.size) say(place, "refused", "blank");
      else { say(place, "waiting", "waiting"); queue.push({ file, place, replace: false }); }
    }
    next();
  }

  function next() {
    if (sending || !queue.length) return;
    sending = true;
    const { file, place, replace } = queue.shift();
    const bar = place.querySelector("progress");
    const request = new XMLHttpRequest();
    request.open("POST", `wenju/upload?${new URLSearchParams({ name: file.name, replace: replace ? "yes" : "no" })}`);
    request.setRequestHeader("x-wenju-token", part(".wj-upload").dataset.token);
    request.setRequestHeader("content-type", "application/octet-stream");
    request.responseType = "json";
    say(place, "sending", "sending");
    request.upload.onprogress = (event) => {
      if (!event.lengthComputable) return;
      bar.value = event.loaded / event.total;
      if (event.loaded === event.total) say(place, "sending", "checking");
    };
    request.onload = () => became(file, place, request.response, request.status);
    request.onerror = request.onabort = () => say(place, "refused", "cut");
    request.onloadend = () => { sending = false; next(); };
    request.send(file);
  }

  const button = (key, act) => {
    const made = make("button", "", ...word(key));
    made.type = "button";
    made.addEventListener("click", act);
    return made;
  };

  function became(file, place, told, status) {
    const kept = told && told.file && told.file !== file.name ? [...word("kept_as"), told.file] : [];
    if (!told || !told.outcome) say(place, "refused", "cut");
    else if (told.outcome === "refused") {
      say(place, "refused", told.said);
      if (status === 403) bring().catch(() => {});
    } else if (told.outcome === "same") say(place, "done", "same", make("span", "", told.file));
    else if (told.outcome === "exists") {
      say(place, "asking", "exists", " ",
        button("replace", () => { queue.push({ file, place, replace: true }); say(place, "waiting", "waiting"); next(); }), " ",
        button("skip", () => say(place, "done", "skipped")));
    } else {
      say(place, "following", told.outcome, ...kept);
      window.wenjuState.watch(told.report, (state) => {
        if (state.is === "unread") { say(place, "refused", "unread", "：", ...pair(state.said)); return; }
        const opener = button("open", () => window.wenjuReader.open(told.report, opener));
        say(place, "done", "ready", ...kept, " ", opener);
      });
    }
  }

  window.wenju.on(".wj-choose", () => part(".wj-files-chosen").click());
  window.wenju.on(".wj-tidy", (pressed) => {
    for (const place of [...part(".wj-sent").children]) if (/done|refused/.test(place.className)) place.remove();
    pressed.remove();
  });
  area.addEventListener("change", (event) => {
    if (!event.target.matches(".wj-files-chosen")) return;
    choose([...event.target.files]);
    event.target.value = "";
  });

  /* Files may be dropped anywhere on the tab; beside it they must not lead away from the page. */
  const carries = (event) => event.dataTransfer && [...event.dataTransfer.types].includes("Files");
  const over = (on) => area.classList.toggle("wj-over", on);
  document.addEventListener("dragover", (event) => {
    if (!carries(event)) return;
    event.preventDefault();
    const here = document.documentElement.dataset.tab === NAME && Boolean(part(".wj-upload"));
    event.dataTransfer.dropEffect = here ? "copy" : "none";
    over(here);
  });
  document.addEventListener("dragleave", (event) => { if (!event.relatedTarget) over(false); });
  document.addEventListener("drop", (event) => {
    if (!carries(event)) return;
    event.preventDefault();
    over(false);
    if (document.documentElement.dataset.tab !== NAME || !part(".wj-upload")) return;
    const items = [...event.dataTransfer.items].filter((item) => item.kind === "file");
    const folder = (item) => item.webkitGetAsEntry && item.webkitGetAsEntry() && item.webkitGetAsEntry().isDirectory;
    choose(items.filter((item) => !folder(item)).map((item) => item.getAsFile()).filter(Boolean), items.filter(folder).length);
  });
})();
