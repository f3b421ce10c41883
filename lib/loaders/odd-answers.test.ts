import { describe, expect, it } from 'vitest';
import { gpqaFile } from '../../test/corpus/model-plan.ts';
import { words } from '../cli/words.ts';
import { toReportJson } from '../evals/view/report-json.ts';
import { gather } from './gather.ts';

const id = 'someone/model';
const sha = '1'.repeat(40);
const file = gpqaFile('75.80');
const diff = `diff --git a/.eval_results/b.yaml b/.eval_results/b.yaml\nnew file mode 100644\n--- /dev/null\n+++ b/.eval_results/b.yaml\n@@ -0,0 +1,${file.split('\n').length - 1} @@\n${file.trim().replace(/^/gm, '+')}\n`;
const entry = (filename: string, pullRequest?: number) => ({
  filename,
  verified: false,
  data: {
    dataset: { id: 'Idavidrein/gpqa', task_id: 'diamond' },
    value: 75.8,
    date: '2026-03-01',
    source: { url: 'https://example.org' },
  },
  ...(pullRequest && { pullRequest }),
});

/** Every JSON answer that a report is made of, in the shapes of hub-contract.md. */
const answers: Record<string, unknown> = {
  expand: {
    _id: 'x',
    id,
    gated: false,
    private: false,
    disabled: false,
    sha,
    tags: ['eval-results'],
    baseModels: { relation: 'finetune', models: [{ id: 'a/b' }] },
    evalResults: [
      entry('.eval_results/a.yaml'),
      entry('.eval_results/b.yaml', 4),
      { filename: '.eval_results/c.yaml', error: '✖ Invalid input: expected array, received object', pullRequest: 5 },
    ],
  },
  'discussions?': {
    discussions: [4, 5, 6].map((num) => ({
      num,
      title: 'Add evals',
      author: { name: 'x' },
      status: 'open',
      createdAt: '2026-03-01T00:00:00.000Z',
      isPullRequest: true,
    })),
    count: 3,
    start: 0,
  },
  'discussions/': {
    num: 4,
    title: 'Add evals',
    status: 'open',
    isPullRequest: true,
    changes: { base: 'refs/heads/main', headCommitId: sha },
    diffUrl: 'https://evil.example/files.diff',
    diff,
    events: [{ type: 'commit', data: { oid: sha } }],
  },
};

const oddities: unknown[] = [
  null,
  undefined,
  0,
  -1,
  1e300,
  '',
  'x'.repeat(3000),
  '../..',
  'javascript:alert(1)',
  '\u202E',
  true,
  [],
  [[]],
  {},
  { toString: 1 },
];

/** The same answer with some of its parts replaced by something else, or taken away. */
function oddly(value: unknown, random: () => number): unknown {
  if (random() < 0.06) return oddities[Math.floor(random() * oddities.length)];
  if (Array.isArray(value)) return value.map((item) => oddly(item, random));
  if (typeof value !== 'object' || value === null) return value;
  const parts = Object.entries(value).map(([key, part]) => [random() < 0.02 ? '__proto__' : key, oddly(part, random)]);
  return JSON.parse(
    `{${parts.map(([key, part]) => `${JSON.stringify(key)}:${JSON.stringify(part) ?? 'null'}`).join()}}`,
  );
}

function randomFrom(seed: number) {
  let state = seed + 1;
  return () => {
    state = (state * 48271) % 2147483647;
    return state / 2147483647;
  };
}

function worldOf(change: (answer: unknown) => string) {
  const asked: string[] = [];
  const get: typeof fetch = async (url) => {
    asked.push(String(url));
    const kind = Object.keys(answers).find((part) => String(url).includes(part));
    return new Response(kind ? change(answers[kind]) : file);
  };
  const kept = new Map<string, unknown>();
  const cache = {
    get: async (key: string) => kept.get(key),
    set: async (key: string, value: unknown) => void kept.set(key, value),
  };
  const base = 'https://huggingface.co';
  const read = () => gather(id, { fetch: get, base, now: Date.now, sleep: async () => undefined, cache });
  return { read, asked };
}

describe('answers of an odd shape', { timeout: 60_000 }, () => {
  it('is a fair test: with the plain answers everything is found', async () => {
    const { read, asked } = worldOf((answer) => JSON.stringify(answer));
    const report = await read();
    expect(report.gaps).toEqual([]);
    expect(report.groups.flatMap(({ scores }) => scores)).not.toEqual([]);
    // The API, the list, one file on main, three pull requests, the card.
    expect(asked).toHaveLength(2 + 1 + 3 + 1);
  });

  it('never ends a report, never leads to another host, and can always be said (150 random worlds)', async () => {
    for (let seed = 0; seed < 150; seed++) {
      const random = randomFrom(seed);
      const { read, asked } = worldOf((answer) => JSON.stringify(oddly(answer, random)) ?? '');
      for (let times = 0; times < 2; times++) {
        const report = await read();
        expect(
          Object.values(report.loaders).every((state) => state === 'ok' || state === 'gap'),
          `seed ${seed}`,
        ).toBe(true);
        expect(() => JSON.stringify(toReportJson(report, words))).not.toThrow();
      }
      for (const url of asked) expect(new URL(url).origin).toBe('https://huggingface.co');
      expect(asked.length).toBeLessThan(60);
    }
  });

  it('is cut anywhere and still no exception', async () => {
    for (let part = 0; part < 40; part++) {
      const { read } = worldOf((answer) => {
        const text = JSON.stringify(answer);
        return text.slice(0, Math.floor((text.length * part) / 40));
      });
      const report = await read();
      expect(report.gaps.length).toBeGreaterThan(0);
      for (const { reason } of report.gaps) expect(reason).toBe('unexpected');
    }
  });
});
