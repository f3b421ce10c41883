import { describe, expect, it } from 'vitest';
import { readEvidence } from '../from/index.ts';
import { lmEval } from '../from/samples.test-kit.ts';
import { blocking } from '../problem.ts';
import { checkDraft } from './index.ts';
import { draftOf, groundOf, NOW, problemsOf, saidBy } from './question.test-kit.ts';

const gpqa = { dataset: 'Idavidrein/gpqa', task: 'diamond', valueText: '71.5' };

describe('conflicts', () => {
  it('are found by the checks of the panel', () => {
    const ground = groundOf([{ ...gpqa, valueText: '52.0', pullRequest: 180 }]);
    const [problem] = problemsOf('conflicts', draftOf(gpqa), { ground });
    expect(problem).toMatchObject({ level: 'warning', entry: 'entry-0' });
    expect(problem?.links).toContainEqual({ kind: 'pull-request', number: 180 });
  });

  it('of setups that are told apart are said, and nothing is asked: both may stand', () => {
    const ground = groundOf([{ ...gpqa, valueText: '56.8', notes: 'Reasoning: low', pullRequest: 235 }]);
    const problems = problemsOf('conflicts', draftOf({ ...gpqa, notes: 'Reasoning: high' }), { ground });
    expect(problems).not.toEqual([]);
    expect(problems.map(({ level }) => level)).not.toContain('warning');
  });

  it('what chance explains is none', () => {
    expect(saidBy('conflicts', draftOf(gpqa), { ground: groundOf([{ ...gpqa, valueText: '70.2' }]) })).toEqual([]);
  });

  it('an accepted warning covers nothing else', () => {
    const draft = draftOf(gpqa);
    const ask = (valueText: string, accepted: string[]) => {
      const problems = checkDraft(draft, { now: NOW, ground: groundOf([{ ...gpqa, valueText }]) });
      return blocking(problems, { answers: { accepted } });
    };
    const [warning] = ask('52.0', []);
    const accepted = [warning?.id ?? ''];
    expect(ask('52.0', accepted)).toEqual([]);
    expect(ask('41.0', accepted)).toHaveLength(1);
  });

  it('a scale that is asked about is asked about once, however many percents it stands beside', () => {
    const ground = groundOf([gpqa, { ...gpqa, valueText: '52.0', pullRequest: 180 }]);
    const ask = (valueText: string) =>
      checkDraft(draftOf({ ...gpqa, valueText }), { now: NOW, ground })
        .filter(({ field }) => field === 'valueText')
        .map(({ check, level, message }) => `${check} ${level} ${message.key}`);
    expect(ask('0.4167')).toEqual(['scale warning verdictScaleKnown']);
    expect(ask('109')).toEqual(['scale error findingOutOfBounds']);
  });

  it('a result of lm-evaluation-harness, a fraction as its file has it, is asked about once', () => {
    const { entries } = readEvidence({ file: 'results.json', content: lmEval });
    const draft = draftOf(...entries);
    const ground = groundOf(entries.map(({ dataset = '', task = '' }) => ({ dataset, task, valueText: '38.2' })));
    const warnings = checkDraft(draft, { now: NOW, ground }).filter(
      ({ level, message }) => level === 'warning' && /scale/i.test(message.key),
    );
    expect(entries.length).toBeGreaterThan(0);
    expect(warnings.map(({ entry }) => entry)).toEqual(draft.entries.map(({ id }) => id));
  });

  it('a fraction that stands already is named beside a percent, and two fractions are compared', () => {
    const ground = groundOf([{ ...gpqa, valueText: '0.52' }]);
    expect(saidBy('conflicts', draftOf(gpqa), { ground })).toEqual([
      expect.stringMatching(/^warning verdictScalePair/),
    ]);
    expect(saidBy('conflicts', draftOf({ ...gpqa, valueText: '0.71' }), { ground })).toEqual([
      expect.stringMatching(/verdictScaleBoth/),
    ]);
  });

  it('of many the weightiest are told, and how many more there are', () => {
    const ground = groundOf(
      Array.from({ length: 8 }, (_, index) => ({ ...gpqa, valueText: `${30 + index}.5`, pullRequest: index + 1 })),
    );
    const problems = problemsOf('conflicts', draftOf(gpqa), { ground });
    expect(problems).toHaveLength(6);
    expect(problems.at(-1)).toMatchObject({ level: 'notice', message: { key: 'problemMoreConflicts', args: [3] } });
  });

  it('the card that is named as the source states another number, or another model’s', () => {
    const ground = groundOf([gpqa]);
    const cell = {
      section: ['Evaluation'],
      table: 1,
      row: 'GPQA Diamond',
      column: 'gpt-oss-20b',
      header: ['Benchmark', 'gpt-oss-120b', 'gpt-oss-20b'],
      footnotes: [],
      rowIndex: 1,
      columnIndex: 2,
      unit: 'percent' as const,
      beside: [{ name: 'gpt-oss-120b', value: 80.1, valueText: '80.1' }],
    };
    for (const { origins } of ground.report.groups.flatMap(({ scores }) => scores))
      origins.splice(0, 1, {
        kind: 'model-card',
        line: 9,
        quote: 'GPQA Diamond | 80.1 | 71.5',
        cell,
        seenBy: ['model-card'],
      });
    const ask = (valueText: string) =>
      problemsOf('conflicts', draftOf({ ...gpqa, valueText }), { ground }).map(
        ({ level, message }) => `${level} ${message.key}`,
      );
    expect(ask('71.5')).toEqual([]);
    expect(ask('80.1').join()).toMatch(/^warning verdict(?:Neighbour|CardOther)$/);
  });

  it('another model’s page as the source is said', () => {
    const source = { url: 'https://huggingface.co/Qwen/Qwen3-8B' };
    expect(saidBy('conflicts', draftOf({ ...gpqa, source }))).toEqual(['notice verdictOtherModelsPage']);
  });
});
