/* Recovery codes: copied or printed, where the browser can. */

for (const button of document.querySelectorAll("[data-copy]")) {
  button.hidden = !navigator.clipboard;
  button.addEventListener("click", async () => {
    const lines = [...document.querySelector(button.dataset.copy).children].map((line) => line.textContent);
    await navigator.clipboard.writeText(lines.join("\n"));
    const words = button.querySelector("[data-said]");
    words.textContent = words.dataset.said;
  });
}
for (const button of document.querySelectorAll("[data-print]")) {
  button.hidden = false;
  button.addEventListener("click", () => print());
}
