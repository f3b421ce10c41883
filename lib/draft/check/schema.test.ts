import { describe, expect, it } from 'vitest';
import { checkDraft } from './index.ts';
import { draftOf, groundOf, NOW, problemsOf, saidBy } from './question.test-kit.ts';

describe('schema', () => {
  it('has nothing to say of an entry that the Hub reads', () => {
    expect(saidBy('schema', draftOf({}))).toEqual([]);
    const problems = checkDraft(draftOf({}), { now: NOW, ground: groundOf() });
    expect(problems).toEqual([]);
  });

  it('asks for what is missing', () => {
    expect(saidBy('schema', { repo: '', entries: [], answers: { accepted: [] } })).toEqual([
      'error problemRepoMissing',
      'error problemNoEntries',
    ]);
    expect(saidBy('schema', draftOf({ dataset: ' ', task: '', valueText: '' }))).toEqual([
      'error problemDatasetMissing',
      'error problemValueMissing',
    ]);
    expect(saidBy('schema', draftOf({ task: '' }))).toEqual(['error problemTaskMissing']);
  });

  it.each([
    ['22,1', '22.1'],
    ['22.10 %', '22.10'],
    ['+5', '5'],
    ['1e1', '10'],
    ['012', '12'],
    ['n/a', undefined],
    ['7:30', undefined],
    ['1,234,567', undefined],
  ])('a value written %s is no number of the file; %s is offered', (valueText, offered) => {
    const [problem] = problemsOf('schema', draftOf({ valueText }));
    expect(problem?.message.key).toBe('problemValueShape');
    expect(problem?.offer?.text).toBe(offered);
  });

  it('refuses what no file can hold', () => {
    expect(saidBy('schema', draftOf({ notes: 'a\ud800' }))).toEqual(['error problemBrokenText']);
    expect(saidBy('schema', draftOf({ notes: 'x'.repeat(2001) }))).toEqual(['error problemNotesLong']);
    expect(saidBy('schema', draftOf({ dataset: 'HLE' }))).toEqual(['error problemDatasetShape']);
  });
});
