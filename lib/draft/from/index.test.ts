import { describe, expect, it } from 'vitest';
import { seeded } from '../../evals/stats/random.ts';
import { hleEntry } from '../check/question.test-kit.ts';
import { writeDraftFile } from '../draft-file.ts';
import { readEvidence } from './index.ts';
import { everyEvalEver, inspectLog, lighteval, lmEval, zipOf } from './samples.test-kit.ts';

describe('evidence of whatever format', () => {
  it('a results file is read entry by entry, and its bad ones are findings with lines', () => {
    const text = [
      '- dataset: { id: cais/hle, task_id: hle }',
      '  value: 10.90',
      '  date: "2026-02-10"',
      '  source: { url: https://huggingface.co/openai/gpt-oss-20b, name: Model Card }',
      '- dataset: { id: cais/hle }',
      '  value: 17.3',
    ].join('\n');
    const { format, entries, findings } = readEvidence({ file: 'hle.txt', content: new TextEncoder().encode(text) });
    expect(format).toBe('eval-results');
    expect(entries).toMatchObject([
      {
        dataset: 'cais/hle',
        task: 'hle',
        valueText: '10.90',
        date: '2026-02-10',
        evidence: { line: 1, file: 'hle.txt' },
      },
    ]);
    expect(findings).toMatchObject([{ rule: 'schema/required', line: 5, at: '[1].dataset.task_id' }]);
  });

  it('a results file in JSON is one too, digits kept', () => {
    const content = '[{"dataset": {"id": "cais/hle", "task_id": "hle"}, "value": 10.90}]';
    expect(readEvidence({ content }).entries).toMatchObject([{ valueText: '10.90' }]);
  });

  it('an exported draft comes back, through its own schema', () => {
    const draft = { repo: 'openai/gpt-oss-20b', entries: [hleEntry] };
    const { id: _, ...entry } = hleEntry;
    expect(readEvidence({ content: writeDraftFile([draft]) })).toEqual({
      format: 'draft',
      repo: draft.repo,
      entries: [entry],
      findings: [],
    });
  });

  it.each([
    ['', 'import/empty'],
    ['hello', 'import/unknown-format'],
    ['{"a": 1}', 'import/unknown-format'],
    ['{', 'import/unknown-format'],
    ['null', 'import/unknown-format'],
    ['[]', 'import/unknown-format'],
    ['dataset: cais/hle', 'import/unknown-format'],
    // A drafted one is saved as it is; where it goes is said.
    ['name: Small bench\ntasks:\n  - id: default\n', 'import/eval-yaml'],
  ])('%s is a finding', (content, rule) => {
    const { format, entries, findings } = readEvidence({ content });
    expect([format, entries, findings[0]?.rule]).toEqual(['unknown', [], rule]);
  });

  it('never throws, whatever is done to it (1,500 seeded mutilations)', () => {
    const encoder = new TextEncoder();
    const samples = [inspectLog, lighteval, everyEvalEver].map((sample) => JSON.stringify(sample));
    const zip = zipOf([{ name: 'header.json', data: encoder.encode(samples[0]), method: 0 }]);
    const all = [...[...samples, lmEval].map((text) => encoder.encode(text)), zip];
    for (let seed = 1; seed <= 1500; seed++) {
      const next = seeded(seed);
      const bytes = Uint8Array.from(all[seed % all.length] ?? []);
      for (let hits = Math.ceil(next() * 5); hits > 0; hits--)
        bytes[Math.floor(next() * bytes.length)] = Math.floor(next() * 256);
      const content = next() < 0.3 ? bytes.slice(0, Math.floor(next() * bytes.length)) : bytes;
      const { entries, findings } = readEvidence({ content });
      expect(entries.length + findings.length).toBeGreaterThan(0);
    }
  });

  it('hostile shapes are only shapes', () => {
    const deep = `${'['.repeat(5000)}${']'.repeat(5000)}`;
    const odd = [
      deep,
      '{"eval":{"task":"x","model":"y","dataset":[],"config":"z"},"results":{"scores":[1,null,{"metrics":[]}]}}',
      '{"results":{"__proto__":{"acc":1},"constructor":{"acc":2}},"configs":{}}',
      '{"evaluation_results":[null,1,{}],"model_info":null}',
    ];
    for (const content of odd) expect(readEvidence({ content }).findings.length).toBeGreaterThan(0);
  });
});
