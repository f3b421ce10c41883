/** Time between two runs, in milliseconds: below it a reader sees no difference. */
const pauseMs = 100;

/** Runs `work` at once when asked, then at most once in {@link pauseMs}, however often it is asked. */
export function inBursts(work: () => void): { ask(): void; stop(): void } {
  let timer: ReturnType<typeof setTimeout> | undefined;
  let asked = false;
  const run = () => {
    asked = false;
    timer = setTimeout(() => {
      timer = undefined;
      if (asked) run();
    }, pauseMs);
    work();
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
