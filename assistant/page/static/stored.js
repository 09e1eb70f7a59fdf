/* Conversations kept in this browser alone (IndexedDB): heads for the list, turns beside them; each write is one
   transaction over one conversation, so that pages of the same browser never overwrite each other's. */
(() => {
  "use strict";
  const told = "BroadcastChannel" in window ? new BroadcastChannel("wenju-talks") : null;
  let opened = null;

  const answer = (request) => new Promise((done, failed) => {
    request.onsuccess = () => done(request.result);
    request.onerror = () => failed(request.error);
  });

  function open() {
    opened ||= new Promise((done, failed) => {
      const request = indexedDB.open("wenju", 1);
      request.onupgradeneeded = () => {
        request.result.createObjectStore("heads", { keyPath: "id" });
        request.result.createObjectStore("turns", { keyPath: "id" });
      };
      request.onsuccess = () => { request.result.onversionchange = () => request.result.close(); done(request.result); };
      request.onerror = () => failed(request.error);
    });
    return opened;
  }

  /* Run `work` on both stores; what it returns holds only once all of it is written. */
  async function within(mode, work) {
    const base = await open();
    const step = base.transaction(["heads", "turns"], mode);
    const ended = new Promise((done, failed) => {
      step.oncomplete = done;
      step.onabort = step.onerror = () => failed(step.error);
    });
    const result = await work(step.objectStore("heads"), step.objectStore("turns"));
    await ended;
    return result;
  }

  function changed() {
    if (told) told.postMessage("changed");
    document.dispatchEvent(new CustomEvent("wenju:talks"));
  }

  /* Unlike crypto.randomUUID this is there without https too. */
  const token = () => [...crypto.getRandomValues(new Uint8Array(16))].map((byte) => byte.toString(16).padStart(2, "0")).join("");

  window.wenjuStored = {
    token,
    list: () => within("readonly", (heads) => answer(heads.getAll())).then((found) => found.sort((a, b) => b.changed - a.changed)),
    read: (id) => within("readonly", async (heads, turns) => {
      const [head, held] = [await answer(heads.get(id)), await answer(turns.get(id))];
      return head && held ? { id, head, turns: held.turns } : null;
    }),
    /* Write a conversation; where another page went on with it meanwhile, this one becomes a conversation of its own. */
    async write(talk) {
      const written = await within("readwrite", async (heads, turns) => {
        const held = talk.id ? await answer(heads.get(talk.id)) : null;
        const own = held && held.rev === talk.rev;
        const id = talk.id && (own || !held) ? talk.id : token();
        const head = {
          id, rev: (own ? held.rev : 0) + 1, named: held ? held.named : "", made: own ? held.made : Date.now(),
          changed: Date.now(), questions: talk.turns.map((turn) => turn.question),
          answered: talk.turns.some((turn) => turn.state === "answered" || turn.state === "large"),
        };
        await answer(heads.put(head));
        await answer(turns.put({ id, turns: talk.turns }));
        return { id, rev: head.rev };
      });
      changed();
      return written;
    },
    async rename(id, named) {
      await within("readwrite", async (heads) => {
        const head = await answer(heads.get(id));
        if (head) await answer(heads.put({ ...head, named }));
      });
      changed();
    },
    async remove(id) {
      const gone = await within("readwrite", async (heads, turns) => {
        const both = { head: await answer(heads.get(id)), turns: await answer(turns.get(id)) };
        await answer(heads.delete(id));
        await answer(turns.delete(id));
        return both;
      });
      changed();
      return gone;
    },
    async restore(gone) {
      await within("readwrite", async (heads, turns) => {
        await answer(heads.put(gone.head));
        await answer(turns.put(gone.turns));
      });
      changed();
    },
  };
  if (told) told.onmessage = () => document.dispatchEvent(new CustomEvent("wenju:talks"));
})();
