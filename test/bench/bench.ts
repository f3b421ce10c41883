// `npm run bench`: every figure beside its baseline from the same run, as a table and as JSON.
// Times are medians in milliseconds on the local Hub with 50 ms added to each answer. `-- --runs N` (default 5).
import { mkdirSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { startHub } from '../hub/start-hub.ts';
import { benchBoard } from './board.ts';
import { benchCore } from './core.ts';
import { benchMarks } from './marks.ts';
import { benchModelPage } from './model-page.ts';
import { bundleSizes } from './sizes.ts';
import { table } from './table.ts';
import { benchVerdicts, verdictTables } from './verdicts.ts';

const { values } = parseArgs({
  args: process.argv.slice(2).filter((argument) => argument !== '--'),
  options: { runs: { type: 'string', default: '5' } },
});
const latencyMs = 50;
const repo = 'openai/gpt-oss-20b';

const hub = await startHub({ fixtures: true, tls: true, latency: latencyMs });
const runs = Number(values.runs);
const closing = (thrown: unknown) => hub.close().then(() => Promise.reject(thrown));
const page = await benchModelPage(hub, repo, runs).catch(closing);
const board = await benchBoard(hub, 5_000, Math.min(3, runs)).catch(closing);
const marks = await benchMarks(hub, runs).finally(() => hub.close());
const sizes = bundleSizes();
const core = benchCore(10_000);
const verdicts = benchVerdicts();

const { without, cold, warm, floor, plain } = page;
const ms = (value: number) => value.toFixed(0);
const ratio = (value: number, baseline: number) => `×${(value / baseline).toFixed(2)}`;

console.log(`\n${repo}, ${page.runs} runs, ${latencyMs} ms added to each answer; medians in ms\n`);
console.log(
  table(
    ['', 'first score', 'full report', 'full, to plain way', 'requests', 'bytes'],
    [
      [
        'plain way (list, then tree and files, one by one)',
        ms(plain.first),
        ms(plain.full),
        '×1.00',
        plain.requests,
        plain.bytes,
      ],
      [
        'floor (one API round trip)',
        ms(floor.first),
        ms(floor.full),
        ratio(floor.full, plain.full),
        floor.requests,
        floor.bytes,
      ],
      [
        'panel, cold, from navigation',
        ms(cold.firstScore),
        ms(cold.full),
        ratio(cold.full, plain.full),
        cold.requests,
        cold.bytes,
      ],
      [
        'panel, warm, from navigation',
        ms(warm.firstScore),
        ms(warm.full),
        ratio(warm.full, plain.full),
        warm.requests,
        warm.bytes,
      ],
    ],
  ),
);
console.log(
  `\ncold: first score ${ms(cold.firstScore - cold.anchor)} ms after the anchor (anchor at ${ms(cold.anchor)}; allowed: one round trip ${ms(floor.full)} + 150)`,
);
console.log(
  `warm: first score ${ms(warm.firstScore - warm.anchor)} ms after the anchor (anchor at ${ms(warm.anchor)}; allowed: 50)\n`,
);
console.log(
  table(
    ['page', 'main-thread ms', 'added', 'longest task', 'long tasks', 'layout shift', 'after first score'],
    [
      [
        'without the extension',
        ms(without.taskTime),
        '',
        ms(without.longestTask),
        ms(without.longTasks),
        without.layoutShift.toFixed(4),
        '',
      ],
      [
        'cold',
        ms(cold.taskTime),
        ms(cold.taskTime - without.taskTime),
        ms(cold.longestTask),
        ms(cold.longTasks),
        cold.layoutShift.toFixed(4),
        cold.shiftAfterFirstScore.toFixed(4),
      ],
      [
        'warm',
        ms(warm.taskTime),
        ms(warm.taskTime - without.taskTime),
        ms(warm.longestTask),
        ms(warm.longTasks),
        warm.layoutShift.toFixed(4),
        warm.shiftAfterFirstScore.toFixed(4),
      ],
    ],
  ),
);
console.log(
  `\n${table(
    ['bundle', 'raw bytes', 'gzip bytes', 'budget', 'of budget'],
    sizes.map(({ name, raw, gzip, budget }) => [name, raw, gzip, budget, `${Math.round((gzip / budget) * 100)} %`]),
  )}`,
);
console.log(
  `\nparse + merge of ${core.entries} entries in ${core.files} files: ${ms(core.ours)} ms; baseline, the yaml library's parse() alone: ${ms(core.yamlAlone)} ms (${ratio(core.ours, core.yamlAlone)})`,
);

console.log(
  `\nleaderboard of ${board.rows} rows: ${table(
    ['', 'ms', 'to all rows at once'],
    [
      ['first rows in the margin, after the answer', ms(board.margin), ratio(board.margin, board.allRows)],
      ['whole board opened', ms(board.open), ratio(board.open, board.allRows)],
      ['filtered by words', ms(board.filter), ratio(board.filter, board.allRows)],
      ['all rows as a plain table', ms(board.allRows), '×1.00'],
      ['longest task while scrolling to the end', ms(board.longestTask), `${board.longTasks} over 50 ms`],
    ],
  )}\n${board.memory.toFixed(1)} MB above the page, ${board.requests} request`,
);

console.log(
  `\nmarks in a card of ${marks.tables} tables: ${marks.marks} placed in ${ms(marks.marking)} ms of the page's thread (allowed: 100), longest task ${marks.longestTask === 0 ? 'under 50' : ms(marks.longestTask)} ms; baseline, the browser putting the same card in: ${ms(marks.drawing)} ms (${ratio(marks.marking, marks.drawing)})`,
);

console.log(`\n${verdictTables(verdicts)}`);

const folder = fileURLToPath(new URL('../results/', import.meta.url));
mkdirSync(folder, { recursive: true });
writeFileSync(
  `${folder}bench.json`,
  `${JSON.stringify({ at: new Date().toISOString(), latencyMs, page, board, marks, sizes, core, verdicts }, null, 2)}\n`,
);
console.log('\nWrote test/results/bench.json');
