/** Packages: a check leaves the chosen file where it is, so that it can be imported without choosing it again; a running
    import shows how far it has come. Without this the same forms and pages work by themselves. */
const PAUSE = 2000; // ms between two looks

const form = document.getElementById("package-form");
form?.addEventListener("submit", async (event) => {
  if (event.submitter?.name !== "check" || !form.reportValidity()) return;
  event.preventDefault();
  const working = document.getElementById("package-working");
  const data = new FormData(form);
  data.append("check", "1");
  working.textContent = form.dataset.working;
  event.submitter.disabled = true;
  try {
    const answer = await page(form.action, { method: "POST", body: data });
    const report = answer.getElementById("package-report");
    if (!report?.children.length) throw new Error("no report");
    replace("package-report", answer);
    document.getElementById("package-report").focus();
    working.textContent = "";
  } catch {
    form.submit(); // the page itself says what is wrong
  } finally {
    event.submitter.disabled = false;
  }
});

async function look() {
  const progress = document.getElementById("package-progress");
  if (!progress?.dataset.open) return;
  await new Promise((resolve) => setTimeout(resolve, PAUSE));
  try {
    replace("package-progress", await page(location.href));
  } catch {
    // the line may be gone for a moment
  }
  look();
}
look();

async function page(address, options) {
  const answer = await fetch(address, options);
  if (!answer.ok) throw new Error(answer.status);
  return new DOMParser().parseFromString(await answer.text(), "text/html");
}

function replace(id, other) {
  const part = other.getElementById(id);
  if (part) document.getElementById(id).replaceWith(document.adoptNode(part));
}
