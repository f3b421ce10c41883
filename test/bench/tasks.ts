import type { Page } from 'playwright-core';

/** Tasks of a page's main thread, in milliseconds of its processor time: what other programs of the machine take is not in them. */
export interface Tasks {
  longest: number;
  /** Tasks above 50 ms. */
  long: number;
  sum: number;
}

interface TraceEvent {
  name: string;
  ph: string;
  pid: number;
  tid: number;
  /** Microseconds of the thread. */
  tdur?: number;
  args?: { name?: string };
}

/** Traces the page while `work` runs. */
export async function tasksDuring(page: Page, work: () => Promise<unknown>): Promise<Tasks> {
  const session = await page.context().newCDPSession(page);
  const events: TraceEvent[] = [];
  session.on('Tracing.dataCollected', ({ value }) => events.push(...(value as unknown as TraceEvent[])));
  await session.send('Tracing.start', {
    transferMode: 'ReportEvents',
    traceConfig: { recordMode: 'recordAsMuchAsPossible', includedCategories: ['toplevel', '__metadata'] },
  });
  await work();
  const whole = new Promise<void>((done) => session.once('Tracing.tracingComplete', () => done()));
  await session.send('Tracing.end');
  await whole;
  await session.detach();
  const threadOf = ({ pid, tid }: TraceEvent) => `${pid} ${tid}`;
  const mains = new Set(
    events.filter(({ name, args }) => name === 'thread_name' && args?.name === 'CrRendererMain').map(threadOf),
  );
  const byThread = new Map<string, number[]>();
  for (const event of events) {
    const thread = threadOf(event);
    if (event.ph !== 'X' || !/RunTask$/.test(event.name) || !mains.has(thread)) continue;
    byThread.set(thread, [...(byThread.get(thread) ?? []), (event.tdur ?? 0) / 1_000]);
  }
  // Every process of the browser is in the trace; the page is the one that was at work.
  const sum = (tasks: readonly number[]) => tasks.reduce((a, b) => a + b, 0);
  const [tasks = []] = [...byThread.values()].sort((a, b) => sum(b) - sum(a));
  return { longest: Math.max(0, ...tasks), long: tasks.filter((task) => task > 50).length, sum: sum(tasks) };
}
