import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { seeded } from '../../evals/stats/random.ts';
import { planSubmission } from '../plan.ts';
import { checkClaims, checkDraft, draftChecks } from './index.ts';
import { draftOf, groundOf, hleEntry, NOW } from './question.test-kit.ts';

const words = [
  '',
  ' ',
  '22.1',
  '0.5',
  '1e3',
  'cais/hle',
  'hle',
  'diamond',
  'Idavidrein/gpqa',
  '2026-02-10',
  'With tools',
];
const hostile = ['\ud800', '\u202e', '../..', '__proto__', 'a\nb: c', 'javascript:alert(1)', '- x', 'x'.repeat(3000)];

describe('the checks of a draft', () => {
  it('have names of their own', () => {
    expect(new Set(draftChecks.map(({ name }) => name)).size).toBe(draftChecks.length);
  });

  it('tell errors before warnings before notices', () => {
    const levels = checkDraft(draftOf({ valueText: '0.5', date: '', source: { url: '' } }), { now: NOW }).map(
      ({ level }) => level,
    );
    const order = ['error', 'warning', 'notice'];
    expect(levels).toEqual(levels.toSorted((a, b) => order.indexOf(a) - order.indexOf(b)));
    expect(new Set(levels).size).toBe(3);
  });

  it('of somebody else’s claims say the same, but for what only the author can answer', () => {
    const forTheAuthor = ['unchecked', 'checkpoint', 'declined'];
    const declined = { number: 8, title: 'Add HLE: 22.1', author: 'someone', closedBy: 'owner' };
    const facts = { baseModels: ['openai/gpt-oss-120b'] };
    const ground = groundOf([{ ...hleEntry, valueText: '17.3' }], { closed: [declined], complete: false }, facts);
    const draft = draftOf({ valueText: '22.1' }, { valueText: '0.5', date: '', source: { url: '' } }, { task: 'x' });
    const all = checkDraft(draft, { now: NOW, ground });
    expect(all.map(({ check }) => check)).toEqual(expect.arrayContaining(forTheAuthor));
    expect(checkClaims(draft, { now: NOW, ground })).toEqual(all.filter(({ check }) => !forTheAuthor.includes(check)));
  });

  it('never throw, and let nothing through that does not read back (800 seeded drafts of anything)', () => {
    let plans = 0;
    for (let seed = 1; seed <= 800; seed++) {
      const next = seeded(seed);
      const pick = (from: readonly string[]) => from[Math.floor(next() * from.length)] ?? '';
      const text = (right: string) => (next() < 0.8 ? right : next() < 0.5 ? pick(words) : pick(hostile));
      const entry = () => ({
        dataset: text('cais/hle'),
        task: text('hle'),
        valueText: text('22.1'),
        date: text('2026-02-10'),
        notes: text(''),
        source: { url: text('https://huggingface.co/openai/gpt-oss-20b'), name: text('Model Card') },
      });
      const draft = { ...draftOf(...Array.from({ length: Math.floor(next() * 3) + 1 }, entry)), asDraft: next() < 0.5 };
      const ground = groundOf([{ dataset: 'cais/hle', task: 'hle', valueText: '17.3', pullRequest: 3 }]);
      const context = { now: NOW, ground, account: 'reader', key: `crosscheck:${'0'.repeat(20)}`, version: '0.1.0' };
      const accepted = checkDraft(draft, context).map(({ id }) => id);
      const { plan } = planSubmission({ ...draft, answers: { accepted } }, context);
      if (!plan) continue;
      plans++;
      const read = plan.files.flatMap(({ text: file }) => parse(file));
      expect(read).toHaveLength(draft.entries.length);
      for (const one of read) expect(one.value).toBeTypeOf('number');
      for (const { path } of plan.files) expect(path).toMatch(/^\.eval_results\/[\w.-]+\.yaml$/);
    }
    expect(plans).toBeGreaterThan(20);
  });
});
