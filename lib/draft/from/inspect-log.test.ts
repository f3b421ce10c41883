import { describe, expect, it } from 'vitest';
import { readEvidence } from './index.ts';
import { inspectLog } from './samples.test-kit.ts';

const read = (log: unknown) => readEvidence({ file: '2026-03-04_gpqa.json', content: JSON.stringify(log) });

describe('an Inspect log', () => {
  it('becomes an entry with all that it states, its proportion as it stands', () => {
    expect(read(inspectLog)).toEqual({
      format: 'inspect-log',
      model: 'hf/openai/gpt-oss-20b',
      findings: [],
      entries: [
        {
          dataset: 'Idavidrein/gpqa',
          task: 'diamond',
          valueText: '0.715',
          date: '2026-03-05',
          // Four epochs are the board's own recipe, so they have no words.
          notes: 'Reasoning: high',
          evidence: {
            kind: 'file',
            format: 'inspect-log',
            file: '2026-03-04_gpqa.json',
            quote: '{"scorer":"choice","accuracy":{"name":"accuracy","value":0.715,"params":{}}}',
            stated: [
              ['model', 'hf/openai/gpt-oss-20b'],
              ['task', 'inspect_evals/gpqa_diamond'],
              ['metric', 'accuracy (choice)'],
              ['samples', '198'],
              ['epochs', '4'],
              ['standard error', '0.0251'],
              ['harness', 'inspect_ai 0.3.180'],
              ['task version', '1-A'],
              ['status', 'success'],
              ['settings', '{"reasoning_effort":"high","max_tokens":32768}'],
            ],
          },
        },
      ],
    });
  });

  it('names tools, and epochs that are not the board’s', () => {
    const steps = [{ solver: 'inspect_ai/use_tools', params: { tools: [{ name: 'python' }, { name: 'bash' }] } }];
    const log = { ...inspectLog, plan: { ...inspectLog.plan, steps } };
    log.eval = { ...log.eval, config: { ...log.eval.config, epochs: 1 } };
    const [entry] = read(log).entries;
    expect(entry?.notes).toBe('Reasoning: high, With tools, avg@1');
    expect(entry?.evidence.stated).toContainEqual(['tools', 'python, bash']);
  });

  it('says what speaks against it', () => {
    const partial = structuredClone(inspectLog) as Record<string, unknown> & typeof inspectLog;
    Object.assign(partial.eval.config, { limit: 50 });
    partial.status = 'error';
    partial.invalidated = true;
    const { findings } = read(partial);
    expect(findings.map(({ rule }) => rule)).toEqual(['inspect/status', 'inspect/invalidated', 'import/limited']);
  });

  it('without results has none, and says so', () => {
    const { results: _, ...running } = inspectLog;
    expect(read({ ...running, status: 'started' }).findings.map(({ rule }) => rule)).toEqual([
      'inspect/status',
      'import/no-results',
    ]);
  });

  it('of another benchmark leaves the choice open and names the task', () => {
    const log = structuredClone(inspectLog);
    log.eval.task = 'my_task';
    log.eval.dataset = { ...log.eval.dataset, name: 'mine', location: 'mine.csv' };
    const { entries, findings } = read(log);
    expect(entries).toMatchObject([{ valueText: '0.715' }]);
    expect(entries[0]).not.toHaveProperty('dataset');
    expect(findings).toMatchObject([
      { level: 'warning', rule: 'import/unknown-benchmark', message: { args: [1, 'my_task'] } },
    ]);
  });
});
