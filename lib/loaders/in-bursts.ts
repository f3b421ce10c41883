/** Time between two runs, in milliseconds: below it a reader sees no difference. */
const pauseMs = 100;

/** The work gets at most this part of the time. */
const share = 1 / 4;

/** Runs `work` at once when asked, then at most once in {@link pauseMs}, and less often when it is slow itself. */
export function inBursts(work: () => void): { ask(): void; stop(): void } {
  let timer: ReturnType<typeof setTimeout> | undefined;
  let asked = false;
  const run = () => {
    asked = false;
    const begun = performance.now();
    work();
    const took = performance.now() - begun;
    timer = setTimeout(
      () => {
        timer = undefined;
        if (asked) run();
      },
      Math.max(pauseMs, took / share),
    );
  };
  return {
    ask() {
      asked = true;
      if (timer === undefined) run();
    },
    stop() {
      clearTimeout(timer);
      timer = undefined;
      asked = false;
    },
  };
}
