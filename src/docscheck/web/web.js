// Files go as soon as they are dropped or chosen, one by one; progress is asked for and shown.
// Without this script the same forms and pages do both. Nothing is written into the page as HTML.
"use strict";

document.documentElement.classList.add("scripted");

const drop = document.getElementById("drop");
if (drop) {
  const status = document.getElementById("receiving");

  const say = (words, done, total) => {
    status.textContent = words.replace("{done}", done).replace("{total}", total);
  };

  // A folder that is dropped is walked here; browsers give its entries a hundred at a time.
  const inside = (entry, path) => new Promise((resolve) => {
    if (entry.isFile) {
      entry.file((file) => resolve([[file, path + file.name]]), () => resolve([]));
      return;
    }
    const reader = entry.createReader();
    const found = [];
    const more = () => reader.readEntries(async (entries) => {
      if (!entries.length) {
        resolve(found);
        return;
      }
      for (const one of entries) {
        found.push(...await inside(one, path + entry.name + "/"));
      }
      more();
    }, () => resolve(found));
    more();
  });

  const dropped = async (transfer) => {
    // Entries must be asked for before anything is waited for: then the transfer is empty.
    const entries = [...transfer.items].map((item) => item.webkitGetAsEntry && item.webkitGetAsEntry());
    const files = [...transfer.files].map((file) => [file, file.name]);
    if (!entries.some((entry) => entry && entry.isDirectory)) {
      return files;
    }
    const found = [];
    for (const entry of entries) {
      if (entry) {
        found.push(...await inside(entry, ""));
      }
    }
    return found;
  };

  const send = async (files) => {
    if (!files.length) {
      return;
    }
    let failed = false;
    for (const [number, [file, path]] of files.entries()) {
      say(drop.dataset.receiving, number + 1, files.length);
      const form = new FormData();
      const key = drop.querySelector("input[type=hidden]");
      form.append(key.name, key.value);
      form.append("files", file, path);
      try {
        const answer = await fetch(drop.action, { method: "POST", body: form, redirect: "manual" });
        failed = failed || answer.type !== "opaqueredirect";
      } catch {
        failed = true;
      }
    }
    if (failed) {
      say(drop.dataset.notSent);
    } else {
      location.reload();
    }
  };

  for (const input of drop.querySelectorAll("input[type=file]")) {
    input.addEventListener("change", () => {
      send([...input.files].map((file) => [file, file.webkitRelativePath || file.name]));
    });
  }
  // Dropped beside the zone, a file would be opened in place of this page.
  for (const name of ["dragenter", "dragover"]) {
    window.addEventListener(name, (event) => {
      event.preventDefault();
      drop.classList.add("over");
    });
  }
  window.addEventListener("dragleave", (event) => {
    if (!event.relatedTarget) {
      drop.classList.remove("over");
    }
  });
  window.addEventListener("drop", async (event) => {
    event.preventDefault();
    drop.classList.remove("over");
    send(await dropped(event.dataTransfer));
  });
  const go = document.getElementById("continue");
  if (go && performance.getEntriesByType("navigation").some((n) => n.type === "reload")) {
    go.focus();
  }
}

const progress = document.getElementById("progress");
if (progress) {
  const said = document.getElementById("said");
  const bar = document.getElementById("bar");
  const look = async () => {
    let told;
    try {
      const answer = await fetch(progress.dataset.from);
      told = await answer.json();
    } catch {
      said.textContent = progress.dataset.lost;
      return;
    }
    if (told.ended) {
      location.replace(progress.dataset.then);
      return;
    }
    if (said.textContent !== told.said) {
      said.textContent = told.said;
    }
    bar.max = told.total || 1;
    bar.value = told.done;
    for (const number of told.read) {
      const line = document.querySelector(`[data-file="${number}"]`);
      if (line && !line.classList.contains("read")) {
        line.classList.add("read");
        line.querySelector(".state").textContent = progress.dataset.read;
      }
    }
    setTimeout(look, 300);
  };
  look();
}
