import { describe, expect, it } from 'vitest';
import type { SourceAnswer } from '../evals/source-answer.ts';
import { draftOf, groundOf, NOW } from './check/question.test-kit.ts';
import type { DraftEntry } from './draft.ts';
import { planSubmission } from './plan.ts';
import { readingsOf, sourceQuestion } from './source-look.ts';

const context = {
  now: NOW,
  account: 'reader',
  key: 'crosscheck:0f8fad5b-d9cb-469f-a165-70867728950e',
  version: '0.1.0',
  ground: groundOf([{ dataset: 'Idavidrein/gpqa', task: 'diamond', valueText: '71.5', pullRequest: 180 }]),
};
const draft = { ...draftOf({}), asDraft: false };

describe('a plan', () => {
  it('is the exact change, the text and the commit that it was previewed on', () => {
    const { plan, forbidding, files, title, body } = planSubmission(draft, context);
    expect(forbidding).toEqual([]);
    expect(plan).toEqual({
      repoType: 'model',
      repo: 'openai/gpt-oss-20b',
      files: [{ path: '.eval_results/hle.yaml', text: files[0]?.text }],
      parentCommit: 'a'.repeat(40),
      title,
      body,
      key: context.key,
      asDraft: false,
      account: 'reader',
      confirmedAt: NOW,
    });
    expect(body).toContain('no entry with this value and setup on main or in an open pull request (1 read)');
  });

  it.each([
    ['nobody asked', undefined, undefined],
    [
      'states',
      { kind: 'states', row: 'HLE', column: 'gpt-oss-20b', quote: 'HLE | 10.9', line: 25 },
      'states the value',
    ],
    ['mentions', { kind: 'mentions', quote: '10.9', line: 3 }, 'the number stands in it'],
    ['silent', { kind: 'silent' }, undefined],
    ['unread', { kind: 'unread', why: { key: 'gapOffline' } }, undefined],
  ] satisfies [string, SourceAnswer | undefined, string | undefined][])(
    'says of the source what looking at it gave: %s',
    (_, answer, said) => {
      const entry = draft.entries[0]!;
      const looks = answer ? [{ question: sourceQuestion(draft.repo, entry)!, answer }] : [];
      const of = (entries: DraftEntry[]) => {
        const changed = { ...draft, entries };
        return planSubmission(changed, { ...context, sources: readingsOf(changed, looks) });
      };
      const { body, problems } = of([entry]);
      expect(/the source was read and (.*)/.exec(body)?.[1]).toBe(said);
      expect(problems.filter(({ check }) => check === 'source').map(({ level }) => level)).toEqual(
        answer?.kind === 'silent' ? ['warning'] : answer?.kind === 'unread' ? ['notice'] : [],
      );
      // It answers for this value at this address, and for all entries or none.
      for (const entries of [
        [{ ...entry, valueText: '10.8' }],
        [{ ...entry, task: 'other' }],
        [{ ...entry, source: { url: 'https://huggingface.co/openai/gpt-oss-120b' } }],
        [entry, { ...entry, id: 'second', valueText: '11.1', notes: 'With tools' }],
      ])
        expect(of(entries).body).not.toContain('the source was read');
    },
  );

  it('keeps what stood in a file that is added to, for the eye, unless that is very long', () => {
    const path = '.eval_results/hle.yaml';
    const before = '- dataset: {id: cais/hle, task_id: hle}\n  value: 20.90\n';
    const files = (text: string) =>
      planSubmission(draft, { ...context, ground: { ...context.ground, files: [{ path, text }] } }).plan?.files;
    expect(files(before)).toEqual([{ path, text: expect.stringContaining(before.trim()), before }]);
    const [long] = files(`# ${'x'.repeat(70_000)}\n${before}`) ?? [];
    expect(long?.text).toContain(before.trim());
    expect(long).not.toHaveProperty('before');
  });

  it('adds to an own open pull request on its own head', () => {
    const updating = { number: 180, head: 'b'.repeat(40), files: [] };
    const { plan } = planSubmission(
      { ...draft, updates: 180 },
      { ...context, account: 'burtenshaw', ground: { ...context.ground, updating } },
    );
    expect(plan).toMatchObject({ pullRequest: 180, parentCommit: 'b'.repeat(40) });
  });

  it.each([
    ['nobody signed in', { account: undefined }, 'problemNoAccount'],
    ['an unread repository', { ground: undefined }, 'problemUnread'],
    ['an incomplete reading', { ground: { ...context.ground, complete: false } }, 'problemUnchecked'],
    ['another repository’s reading', { ground: groundOf([], { repo: 'a/b' }) }, 'problemUnread'],
  ])('is none with %s', (_, change, key) => {
    const { plan, forbidding, files } = planSubmission(draft, { ...context, ...change });
    expect(plan).toBeUndefined();
    expect(forbidding.map(({ message }) => message.key)).toContain(key);
    expect(files).toHaveLength(1);
  });

  it('waits for warnings to be accepted, each by itself', () => {
    const fraction = { ...draftOf({ valueText: '0.109' }), asDraft: false };
    const { plan, forbidding } = planSubmission(fraction, context);
    expect(plan).toBeUndefined();
    expect(forbidding.map(({ check, level }) => [check, level])).toEqual([['scale', 'warning']]);
    const accepted = { ...fraction, answers: { accepted: forbidding.map(({ id }) => id) } };
    const after = planSubmission(accepted, context);
    expect(after.plan?.files[0]?.text).toContain('value: 0.109\n');
    expect(after.body).toContain('the scale was asked about');
  });
});
