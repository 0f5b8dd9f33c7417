/* Passkeys: asks the device for one and sends what it answers with the form.
   <form data-passkey="create" or "get">, what is asked in #passkey-options or at data-options-url. */

const knows = window.PublicKeyCredential?.parseRequestOptionsFromJSON;

async function ask(form) {
  const asked = form.dataset.optionsUrl
    ? await (await fetch(form.dataset.optionsUrl, { headers: { Accept: "application/json" } })).json()
    : JSON.parse(document.getElementById("passkey-options").textContent);
  const credential = form.dataset.passkey === "create"
    ? await navigator.credentials.create({ publicKey: PublicKeyCredential.parseCreationOptionsFromJSON(asked.publicKey) })
    : await navigator.credentials.get({ publicKey: PublicKeyCredential.parseRequestOptionsFromJSON(asked.publicKey) });
  form.elements.credential.value = JSON.stringify(credential);
  form.submit();
}

if (knows) for (const form of document.querySelectorAll("[data-passkey]")) form.hidden = false;

// on the window, so before the page counts the form as sent
window.addEventListener("submit", async (event) => {
  const form = event.target;
  if (!form.matches("[data-passkey]") || !knows) return;
  event.preventDefault();
  event.stopImmediatePropagation();
  const button = form.querySelector("button"), trouble = form.querySelector("[data-passkey-trouble]");
  button.disabled = true;
  trouble.hidden = true;
  try {
    await ask(form);
  } catch {
    trouble.hidden = false;
    button.disabled = false;
  }
}, true);
