/** Sends what was pressed, one after the other and in order; what fails for want of a connection is kept and tried again. */
const PAUSES = [1000, 2000, 4000, 8000, 15000]; // ms before the next try; the last for all that follow

export class Sender {
  #waiting = [];
  #running = false;
  #wake = null;

  /** `tell(state)` hears "saving", "failed", "lost" and "saved"; `done(answer, press)` and `refused(reason)` what came of it. */
  constructor({ tell, done, refused }) {
    Object.assign(this, { tell, done, refused });
    addEventListener("online", () => this.again());
    addEventListener("beforeunload", (event) => {
      if (this.isBusy) event.preventDefault();
    });
  }

  get isBusy() {
    return this.#waiting.length > 0;
  }

  add(address, data) {
    this.#waiting.push({ address, data });
    if (!this.#running) this.#run();
  }

  again() {
    this.#wake?.();
  }

  async #run() {
    this.#running = true;
    let failures = 0;
    while (this.#waiting.length) {
      const press = this.#waiting[0];
      this.tell("saving");
      try {
        const answer = await post(press);
        failures = 0;
        this.#waiting.shift();
        if (answer.error) this.refused(answer.error);
        else {
          this.tell("saved");
          await this.done(answer, press);
        }
      } catch {
        this.tell(failures ? "lost" : "failed");
        await this.#pause(PAUSES[Math.min(failures++, PAUSES.length - 1)]);
      }
    }
    this.#running = false;
  }

  #pause(time) {
    return new Promise((resolve) => {
      this.#wake = resolve;
      setTimeout(resolve, time);
    });
  }
}

async function post({ address, data }) {
  const answer = await fetch(address, {
    method: "POST",
    body: data,
    headers: { Accept: "application/json" },
    redirect: "error", // to the sign-in: a press is not lost by it
  });
  if (!answer.ok && answer.status !== 409) throw new Error(answer.status);
  return answer.json();
}
