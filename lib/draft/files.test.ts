import { describe, expect, it } from 'vitest';
import type { DraftEntry } from './draft.ts';
import { fileStem, freePath, shortName } from './file-name.ts';
import { draftFiles } from './files.ts';
import type { DraftGround } from './ground.ts';
import { toYaml } from './to-yaml.ts';

const hle: DraftEntry = {
  id: 'one',
  dataset: 'cais/hle',
  task: 'hle',
  valueText: '22.1',
  date: '2026-02-10',
  source: { url: 'https://huggingface.co/zai-org/GLM-4.7' },
  evidence: { kind: 'typed' },
};
const withTools: DraftEntry = { ...hle, id: 'two', valueText: '42.8', notes: 'With tools' };

const ground = (
  files: DraftGround['files'],
  busy: string[] = [],
): Pick<DraftGround, 'files' | 'pullRequests' | 'updating'> => ({
  files,
  pullRequests: [{ number: 3, title: 'Add HLE evaluation result', status: 'open', paths: busy }],
});

const onMain = toYaml([{ dataset: 'cais/hle', task: 'hle', valueText: '20.90' }]);

describe('the name of a file', () => {
  it.each([
    ['cais/hle', 'hle', undefined, 'hle'],
    ['cais/hle', 'hle', 'With tools', 'hle_with_tools'],
    ['cais/hle', 'hle', 'No tools.', 'hle'],
    ['TIGER-Lab/MMLU-Pro', 'mmlu_pro', undefined, 'mmlu_pro'],
    ['Idavidrein/gpqa', 'diamond', undefined, 'gpqa_diamond'],
    ['SWE-bench/SWE-bench_Verified', 'swe_bench_%_resolved', undefined, 'swe_bench_verified'],
    ['harborframework/terminal-bench-2.0', 'terminalbench_2', undefined, 'terminal_bench_2.0'],
    ['MathArena/aime_2026', 'MathArena/aime_2026', undefined, 'aime_2026'],
    ['sapbot/ask-my-agent-bench-2', 'fallback', 'Reasoning: high', 'ask_my_agent_bench_2_fallback_reasoning_high'],
    ['../..', '..', '../../x', 'x'],
  ])('%s, %s, %s', (dataset, task, notes, stem) => {
    expect(fileStem({ dataset, task, ...(notes === undefined ? {} : { notes }) })).toBe(stem);
  });

  it('is the one that titles use', () => {
    expect(['cais/hle', 'TIGER-Lab/MMLU-Pro', 'Idavidrein/gpqa', 'a/b-c'].map(shortName)).toEqual([
      'HLE',
      'MMLU-Pro',
      'GPQA',
      'b-c',
    ]);
  });

  it('passes by what is taken, whatever its case', () => {
    expect(freePath('hle', new Set(['.eval_results/hle.yaml']))).toBe('.eval_results/hle_2.yaml');
  });
});

describe('the files of a draft', () => {
  it('are new ones, one for each setup', () => {
    expect(draftFiles([hle, withTools]).map(({ path, entries, how }) => [path, entries, how])).toEqual([
      ['.eval_results/hle.yaml', ['one'], 'new'],
      ['.eval_results/hle_with_tools.yaml', ['two'], 'new'],
    ]);
  });

  it('hold two entries where the setup is the same, as two readings of one run are', () => {
    const files = draftFiles([hle, { ...hle, id: 'two', valueText: '22.4' }]);
    expect(files.map(({ entries }) => entries)).toEqual([['one', 'two']]);
    expect(files[0]?.text.match(/value:/g)).toHaveLength(2);
  });

  it('add to the file of the same name, which is never overwritten', () => {
    const text = `# by the authors\n${onMain}`;
    const files = draftFiles([hle], ground([{ path: '.eval_results/hle.yaml', text }]));
    expect(files).toEqual([
      {
        path: '.eval_results/hle.yaml',
        before: text,
        text: text + draftFiles([hle])[0]?.text,
        entries: ['one'],
        how: 'added',
      },
    ]);
  });

  it('add to a file of another name when it holds this benchmark and setup alone', () => {
    const main = [{ path: '.eval_results/humanitys-last-exam.yaml', text: onMain }];
    expect(draftFiles([hle], ground(main))[0]).toMatchObject({ path: main[0]?.path, how: 'added' });
    expect(draftFiles([withTools], ground(main))[0]).toMatchObject({
      path: '.eval_results/hle_with_tools.yaml',
      how: 'new',
    });
  });

  it.each([
    ['cannot be parsed', 'dataset: [\n'],
    ['was not read', undefined],
  ])('take another name beside a file that %s', (_, text) => {
    const file = { path: '.eval_results/hle.yaml', ...(text === undefined ? {} : { text }) };
    expect(draftFiles([hle], ground([file]))).toMatchObject([{ path: '.eval_results/hle_2.yaml', how: 'new' }]);
  });

  it('take another name beside a path that an open pull request makes or changes', () => {
    const busy = ['.eval_results/HLE.yaml'];
    expect(draftFiles([hle], ground([], busy))).toMatchObject([{ path: '.eval_results/hle_2.yaml', how: 'new' }]);
    const main = [{ path: '.eval_results/hle.yaml', text: onMain }];
    expect(draftFiles([hle], ground(main, busy))).toMatchObject([{ path: '.eval_results/hle_2.yaml', how: 'new' }]);
  });

  it('write the own entry of an own open pull request anew, and no other', () => {
    const own = { path: '.eval_results/hle.yaml', text: `${onMain}# kept\n` };
    const updating = { number: 3, head: 'f'.repeat(40), files: [own] };
    const files = draftFiles([hle], { ...ground([], ['.eval_results/hle.yaml']), updating });
    expect(files).toMatchObject([{ path: own.path, how: 'replaced', before: own.text }]);
    expect(files[0]?.text).toBe(`${draftFiles([hle])[0]?.text}# kept\n`);
  });
});
