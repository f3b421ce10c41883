import { describe, expect, it } from 'vitest';
import english from '../../../../public/_locales/en/messages.json' with { type: 'json' };
import type { BoardRow } from '../../board/board.ts';
import { catalogueLookup, createSay } from '../../say.ts';
import { runCommand } from './commands.ts';
import { boardCsv, boardJson, boardMarkdown } from './exports.ts';

const say = createSay(catalogueLookup(english), 'en');

const row: BoardRow = {
  rank: 2,
  modelId: 'zai-org/GLM-5.3',
  value: 62.5,
  valueText: '62.5',
  verified: false,
  pullRequest: 53,
  filename: '.eval_results/hle.yaml',
  notes: '=HYPERLINK("x"), with | tools',
  source: { url: 'javascript:alert(1)', name: '<b>card</b>' },
  low: 60.6,
  high: 64.4,
  n: 2500,
  variant: { tags: [], rest: '' },
};
const given = {
  board: { dataset: 'cais/hle', task: 'hle', at: 0, direction: 'higher', directionFrom: 'table' },
  rows: [row],
  ranges: new Map([[row, { from: 1, to: 3, tied: 2 }]]),
} as const;

describe('exports of a board', () => {
  it('CSV keeps texts as they are and runs none of them', () => {
    const [head, line] = boardCsv(given).split('\r\n');
    expect(head?.split(',').slice(0, 6)).toEqual(['rank', 'rankFrom', 'rankTo', 'tiedWith', 'model', 'value']);
    expect(line).toContain(`2,1,3,2,zai-org/GLM-5.3,62.5`);
    expect(line).toContain(`"'=HYPERLINK(""x""), with | tools"`);
  });

  it('of no rows is a head alone', () => expect(boardCsv({ ...given, rows: [] })).toBe('rank,model,value\r\n'));

  it('JSON says null where nothing is known, and carries a permalink', () => {
    const read = JSON.parse(boardJson(given));
    expect(read).toMatchObject({ dataset: 'cais/hle', task: 'hle', direction: 'higher', benchmark: null });
    expect(read.rows[0]).toMatchObject({ rankFrom: 1, parameters: null, date: null, conflict: null });
    expect(read.rows[0].fileUrl).toBe(
      'https://huggingface.co/zai-org/GLM-5.3/blob/refs%2Fpr%2F53/.eval_results/hle.yaml',
    );
    expect(read.rows[0].url).toBe(
      'https://huggingface.co/datasets/cais/hle?eval_result=zai-org%2FGLM-5.3&leaderboard_task_id=hle',
    );
  });

  it('Markdown makes links of safe addresses only', () => {
    const text = boardMarkdown(given, say);
    expect(text).toContain('[\\#53](<https://huggingface.co/zai-org/GLM-5.3/discussions/53>)'.replace('\\#', '#'));
    expect(text).not.toContain('javascript:');
    expect(text).not.toContain('<b>');
    expect(text).toContain('| 1–3 |');
  });
});

describe('the command that runs a benchmark', () => {
  it.each([
    ['inspect-ai', 'Idavidrein/gpqa', 'diamond', 'inspect eval hf/Idavidrein/gpqa/diamond --model <provider/model>'],
    ['inspect-ai', 'a/b', "it's odd", `inspect eval 'hf/a/b/it'\\''s odd' --model <provider/model>`],
    ['inspect-ai', 'a/b', undefined, 'inspect eval hf/a/b --model <provider/model>'],
    ['harbor', 'harborframework/terminal-bench-2.0', 'x', 'harbor run -d terminal-bench@2.0 -m "<model>" -a "<agent>"'],
    ['harbor', 'somebody/else', 'x', undefined],
    ['mteb', 'mteb/x', 'x', undefined],
    [undefined, 'a/b', 'x', undefined],
  ])('%s %s %s', (framework, dataset, task, text) => {
    expect(runCommand({ dataset, ...(framework && { framework }) }, task)?.text).toBe(text);
  });
});
