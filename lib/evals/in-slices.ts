/** How long a reader works before it lets others run, in milliseconds. */
const SLICE_MS = 20;

/** Runs a reader that may pause to its end. */
export function run<T>(steps: Generator<undefined, T>): T {
  let step = steps.next();
  while (!step.done) step = steps.next();
  return step.value;
}

/** Runs a reader that may pause, and lets others run after every 20 ms. */
export async function inSlices<T>(steps: Generator<undefined, T>): Promise<T> {
  for (let since = performance.now(); ; ) {
    const step = steps.next();
    if (step.done) return step.value;
    if (performance.now() - since < SLICE_MS) continue;
    await new Promise((resolve) => setTimeout(resolve));
    since = performance.now();
  }
}
