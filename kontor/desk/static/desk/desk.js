// The desk: a thing opens beside its list where there is room, and everything goes by key.
// Without this the links lead to the thing's own page and the forms do the same.

const desk = document.querySelector("[data-desk]");
const thing = document.getElementById("thing");
const roomy = matchMedia("(min-width: 64rem)");
const rows = () => [...desk.querySelectorAll("[data-row]")];
const current = () => desk.querySelector("[data-row][aria-current]");
const address = (row) => row.querySelector("[data-open]").getAttribute("href");
const kept = `desk-${desk.dataset.desk}`;

function open(row) {
  if (!row) return;
  current()?.removeAttribute("aria-current");
  row.setAttribute("aria-current", "true");
  row.scrollIntoView({ block: "nearest" });
  const link = row.querySelector("[data-open]");
  if (!roomy.matches) return;
  htmx.ajax("GET", address(row), { source: link, target: thing, swap: "innerHTML" }).then(() => {
    // of a conversation one sees the end, of all else the beginning
    const down = thing.querySelector("[data-reply]") ? thing.scrollHeight + 10000 : 0;
    for (const pane of [thing, thing.querySelector(".thing-work")]) pane?.scrollTo(0, down);
  });
}

desk.addEventListener("click", (event) => {
  const link = event.target.closest("[data-open]");
  if (!link || !roomy.matches || event.button || event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) return;
  event.preventDefault();
  open(link.closest("[data-row]"));
});

// "All on this page" stands below the rows, outside their form
desk.addEventListener("change", (event) => {
  if (event.target.matches("[data-pick-every]")) {
    const boxes = desk.querySelectorAll("[data-pick]");
    for (const box of boxes) if (box.checked !== event.target.checked) box.click();
  }
});

// After a deed the list comes anew: the same thing is open, or the one that has moved into its place.
thing?.addEventListener("submit", () => {
  const row = current();
  if (row) sessionStorage.setItem(kept, JSON.stringify([address(row), rows().indexOf(row)]));
}, true);

function reopen() {
  const all = rows();
  const [where, place] = JSON.parse(sessionStorage.getItem(kept) ?? "[null, 0]");
  sessionStorage.removeItem(kept);
  open(all.find((row) => address(row) === where) ?? all[Math.min(place, all.length - 1)]);
}

// Ctrl and Enter send what one writes in
document.addEventListener("keydown", (event) => {
  const form = event.target.closest?.("textarea")?.form;
  if (event.key !== "Enter" || !(event.ctrlKey || event.metaKey) || !thing.contains(form ?? null)) return;
  event.preventDefault();
  const seen = [...form.querySelectorAll("button.primary")].find((button) => button.checkVisibility());
  form.requestSubmit(seen);
});

function answer(to) {
  const form = thing.querySelector("form[data-reply]");
  if (!form) return;
  form.elements.to.value = to;
  form.querySelector("textarea").focus();
}

document.addEventListener("keydown", (event) => {
  if (event.ctrlKey || event.metaKey || event.altKey || event.target.closest("input:not([type=checkbox]), select, textarea, dialog, [popover]")) return;
  const all = rows();
  const here = all.indexOf(current());
  switch (event.key.toLowerCase()) {
    case "j": open(all[Math.min(here + 1, all.length - 1)]); break;
    case "k": open(all[Math.max(here - 1, 0)]); break;
    case "x": current()?.querySelector("[data-pick]")?.click(); break;
    case "a": {
      const picked = desk.querySelector("[data-pick]:checked");
      const form = desk.dataset.desk === "orders" ? null : picked ? picked.form : thing.querySelector("form[data-take]");
      form?.requestSubmit();
      break;
    }
    case "e": {
      const picked = desk.querySelector("[data-pick]:checked");
      (desk.dataset.desk === "orders" && picked ? picked.form : thing.querySelector("form[data-confirm]"))?.requestSubmit();
      break;
    }
    case "r": answer("customer"); break;
    case "n": answer("note"); break;
    case "enter": if (event.target === document.body) current()?.querySelector("[data-open]").click(); else return; break;
    default: return;
  }
  event.preventDefault();
});

if (roomy.matches) reopen();
