import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import './patience.ts';
import { anyOrder } from './any-order.ts';
import { type LocalHub, startHub } from './start-hub.ts';

// Recordings that nobody has sent us yet: every field at its oddest, hundreds of entries, made from a seed.

/** Mulberry32: small, seeded, good enough to shuffle with. */
function dice(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
}

const WORDS = [
  'swe_bench_%_resolved',
  'MathArena/aime_2026',
  'null',
  'true',
  'no',
  '~',
  '123',
  '0x1F',
  '1e3',
  '.5',
  '- dash',
  'a: b',
  'hash # inside',
  '"quoted"',
  "it's",
  '  blanks around  ',
  'two\nlines',
  'tab\there',
  'carriage\r\nreturn',
  '中文，说明',
  'émoji 🤗 ünïcode',
  '\u202egnp.exe',
  'next\u0085line\u2028sep',
  '\ufeffbom',
  'nul\u0000byte',
  '<script>alert(1)</script>',
  'javascript:alert(1)',
  '{flow: [1, 2]}',
  '&anchor *alias !tag',
  '2026-01-01',
  '%percent',
  '@at `tick` | pipe > fold',
  '',
  'x'.repeat(3000),
];
const NUMBERS = [
  '0',
  '-0.5',
  '7',
  '86',
  '100',
  '0.30000000000000004',
  '58.5858585859',
  '94.84457922668',
  '20.90',
  '1e-7',
  '1.5e+21',
  '9007199254740991',
  '0.1',
  '84.0',
  '123456.789012345678',
];
const FILES = [
  'gpqa.yaml',
  'a b.yaml',
  '100%.yaml',
  'ünï-中文.yaml',
  'quote"s\'.yaml',
  'hash#q?x=1.yaml',
  'back\\slash.yaml',
  'plain.yml',
  'nested/deep.yaml',
  '.yaml',
];
const DATES = [
  '2026-01-27',
  '2025-08-05',
  'yesterday',
  '2026',
  '2026-04-16T13:53:00Z',
  '2026-04-16T13:53:00.000Z',
  '2026-06-30T12:49:07.000Z',
  '1999-12-31T23:59:59.000Z',
];
const ERRORS = [
  '✖ Invalid input: expected array, received object',
  '✖ Invalid input: expected array, received null',
  '✖ Invalid input: expected array, received string',
  '✖ Invalid input: expected string, received undefined\n  → at [0].dataset.task_id',
  '✖ Invalid input: expected string, received number\n  → at [0].dataset.task_id',
  '✖ Invalid input: expected string, received null\n  → at [0].dataset.id',
  '✖ Invalid input: expected number, received string\n  → at [0].value',
  '✖ Invalid input: expected number, received NaN\n  → at [0].value',
  '✖ Invalid input: expected object, received undefined\n  → at [0].dataset',
  '✖ Invalid input: expected object, received null\n  → at [0]',
  '✖ Invalid input: expected string, received null\n  → at [18].source.url',
  '✖ Invalid input: expected string, received undefined\n  → at [0].source.url',
  '✖ Invalid input: expected string, received undefined\n  → at [0].dataset.task_id\n✖ Invalid input: expected number, received string\n  → at [2].value',
  'something the Hub has never said before',
];

/** JSON text of a recording; numbers keep the digits given above. */
function oddRecording(id: string, seed: number, count: number): string {
  const random = dice(seed);
  const pick = <Item>(items: Item[]): Item => items[Math.floor(random() * items.length)]!;
  const maybe = (chance: number, pair: Record<string, unknown>) => (random() < chance ? pair : {});
  const origins = [undefined, undefined, 3, 22, 158, 4000];
  const bad = new Set<string>();
  const items: unknown[] = [];
  for (let i = 0; i < count; i++) {
    const filename = `.eval_results/${pick(FILES)}`;
    const pullRequest = pick(origins);
    const origin = pullRequest === undefined ? {} : { pullRequest };
    const file = `${pullRequest} ${filename}`;
    if (bad.has(file)) continue;
    if (random() < 0.02 && !items.some((item) => JSON.stringify(item).includes(JSON.stringify(filename)))) {
      bad.add(file);
      items.push({ filename, error: pick(ERRORS), ...origin });
      continue;
    }
    const date = pick(DATES);
    const dateLast = random() < 0.5;
    items.push({
      filename,
      verified: random() < 0.2,
      data: {
        dataset: { id: pick(WORDS), task_id: pick(WORDS), ...maybe(0.3, { revision: pick(WORDS) }) },
        value: `@@${pick(NUMBERS)}@@`,
        ...(!dateLast && { date }),
        ...maybe(0.7, {
          source: {
            url: pick(WORDS),
            ...maybe(0.5, { name: pick(WORDS) }),
            ...maybe(0.5, { user: pick(WORDS) }),
            ...maybe(0.3, { org: pick(WORDS) }),
          },
        }),
        ...maybe(0.6, { notes: pick(WORDS) }),
        ...maybe(0.2, { verifyToken: pick(WORDS) }),
        ...(dateLast && { date }),
      },
      ...origin,
    });
  }
  const text = JSON.stringify({
    _id: 'f'.repeat(24),
    id,
    gated: pick([false, 'auto', 'manual']),
    tags: WORDS.slice(0, 5),
    likes: 3,
    baseModels: { relation: 'merge', models: [] },
    evalResults: items,
  });
  return text.replace(/"@@(.*?)@@"/g, '$1');
}

const RECORDINGS = new Map([
  ['odd.org/Name-with.dots_1.0', oddRecording('odd.org/Name-with.dots_1.0', 1, 400)],
  ['a/b', oddRecording('a/b', 2, 5)],
  ['Org-2/two__underscores', oddRecording('Org-2/two__underscores', 3, 120)],
  ['legacy', oddRecording('legacy', 4, 40)],
  ['ünïcode/模型', oddRecording('ünïcode/模型', 5, 40)],
  [
    'errors/all',
    JSON.stringify({
      id: 'errors/all',
      evalResults: ERRORS.flatMap((error, i) => [
        { filename: `.eval_results/${i}.yaml`, error },
        { filename: `.eval_results/${i}.yaml`, error, pullRequest: 9 },
      ]),
    }),
  ],
  ['none/absent', JSON.stringify({ id: 'none/absent', lastModified: '2026-01-01T00:00:00.000Z' })],
  ['none/empty', JSON.stringify({ id: 'none/empty', evalResults: [] })],
]);

describe('odd recordings come back', () => {
  const folder = mkdtempSync(join(tmpdir(), 'crosscheck-odd-'));
  let hub: LocalHub;
  beforeAll(async () => {
    for (const [id, text] of RECORDINGS) writeFileSync(join(folder, `${id.replace('/', '__')}.json`), text);
    hub = await startHub({ recordings: folder });
  });
  afterAll(async () => {
    await hub?.close();
    rmSync(folder, { recursive: true });
  });

  it.each([...RECORDINGS.keys()])('%s', async (id) => {
    const { evalResults, ...facts } = JSON.parse(RECORDINGS.get(id)!);
    const path = id.split('/').map(encodeURIComponent).join('/');
    const query = ['evalResults', ...Object.keys(facts).filter((key) => !/^_?id$/.test(key))]
      .map((key) => `expand=${key}`)
      .join('&');
    const response = await fetch(`${hub.url}/api/models/${path}?${query}`);
    const { evalResults: given, _id, ...rest } = (await response.json()) as Record<string, unknown>;
    expect(anyOrder((given ?? []) as unknown[])).toEqual(anyOrder(evalResults ?? []));
    expect(rest).toEqual(Object.fromEntries(Object.entries(facts).filter(([key]) => key !== '_id')));
    const listed = await fetch(`${hub.url}/api/models/${path}/tree/main?recursive=true`);
    for (const item of (await listed.json()) as { type: string; path: string; size: number }[]) {
      if (item.type !== 'file' || (facts.gated ?? false) !== false) continue;
      const encoded = item.path.split('/').map(encodeURIComponent).join('/');
      const file = await fetch(`${hub.url}/${path}/resolve/main/${encoded}`);
      expect([item.path, file.status, (await file.bytes()).length]).toEqual([item.path, 200, item.size]);
    }
  });

  it('keeps every digit of a value in the file, where JSON numbers lose them', () => {
    const { git } = hub.model('odd.org/Name-with.dots_1.0')!;
    const show = (spec: string) =>
      execFileSync('git', ['--git-dir', git.path, 'grep', '-h', '-e', 'value:', spec], { encoding: 'utf8' });
    const written = new Set(
      show('refs/heads/main')
        .concat(show('refs/pr/22'))
        .split('\n')
        .map((line) => line.replace(/^ *(- )?value: /, '')),
    );
    for (const number of ['20.90', '84.0', '123456.789012345678', '58.5858585859']) expect(written).toContain(number);
  });

  it('invents no entry for a file whose text was not recorded', async () => {
    const listed = await fetch(`${hub.url}/api/models/errors/all/tree/main/.eval_results`);
    for (const { path } of (await listed.json()) as { path: string }[]) {
      const text = await (await fetch(`${hub.url}/errors/all/raw/main/${path}`)).text();
      expect(text).toContain('was not recorded');
      const has = (key: string) =>
        new RegExp(`^\\s*(- )?${key}: (?!null|\\{\\}|\\[\\]|false|\\.nan|not recorded)`, 'm').test(text);
      expect(has('id') && has('task_id') && /value: \d/.test(text) && !/task_id: 0$/m.test(text)).toBe(false);
    }
  });
});
