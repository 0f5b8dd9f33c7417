// The desk: an order opens beside its list where there is room, and everything goes by key.
// Without this the links lead to the order's own page and the form confirms what is ticked.

const desk = document.querySelector("[data-desk]");
const thing = document.getElementById("thing");
const roomy = matchMedia("(min-width: 64rem)");
const rows = () => [...desk.querySelectorAll("[data-row]")];
const current = () => desk.querySelector("[data-row][aria-current]");

function open(row) {
  if (!row) return;
  current()?.removeAttribute("aria-current");
  row.setAttribute("aria-current", "true");
  row.scrollIntoView({ block: "nearest" });
  const link = row.querySelector("[data-open]");
  if (!roomy.matches) return;
  htmx.ajax("GET", link.getAttribute("href"), { source: link, target: thing, swap: "innerHTML" }).then(() => thing.scrollTo(0, 0));
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

document.addEventListener("keydown", (event) => {
  if (event.ctrlKey || event.metaKey || event.altKey || event.target.closest("input:not([type=checkbox]), select, textarea, dialog, [popover]")) return;
  const all = rows();
  const here = all.indexOf(current());
  switch (event.key.toLowerCase()) {
    case "j": open(all[Math.min(here + 1, all.length - 1)]); break;
    case "k": open(all[Math.max(here - 1, 0)]); break;
    case "x": current()?.querySelector("[data-pick]")?.click(); break;
    case "e": {
      const picked = desk.querySelector("[data-pick]:checked");
      (picked ? picked.form : thing.querySelector("form[data-confirm]"))?.requestSubmit();
      break;
    }
    case "enter": if (event.target === document.body) current()?.querySelector("[data-open]").click(); else return; break;
    default: return;
  }
  event.preventDefault();
});

if (roomy.matches) open(rows()[0]);
