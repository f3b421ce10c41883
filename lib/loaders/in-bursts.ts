/** Time between two runs, in milliseconds: below it a reader sees no difference. */
const pauseMs = 100;

/** The work gets at most this part of the time. */
const share = 1 / 4;

/**
 * Runs `work` at once when asked, then at most once in {@link pauseMs}, less often when it is slow itself, and never
 * twice at a time. `stop` waits for the work that is under way, and rejects when that fails.
 */
export function inBursts(work: () => Promise<void>): { ask(): void; stop(): Promise<void> } {
  let timer: ReturnType<typeof setTimeout> | undefined;
  let running: Promise<void> | undefined;
  let asked = false;
  let stopped = false;
  const run = async () => {
    asked = false;
    const begun = performance.now();
    await work();
    running = undefined;
    if (stopped) return;
    const took = performance.now() - begun;
    timer = setTimeout(
      () => {
        timer = undefined;
        if (asked) begin();
      },
      Math.max(pauseMs, took / share),
    );
  };
  const begin = () => {
    running = run();
    // Whoever stops it hears of what failed.
    running.catch(() => undefined);
  };
  return {
    ask() {
      asked = true;
      if (timer === undefined && running === undefined && !stopped) begin();
    },
    async stop() {
      stopped = true;
      clearTimeout(timer);
      await running;
    },
  };
}
