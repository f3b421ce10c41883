import type { Board, BoardRow } from '../../board/board.ts';
import type { Say } from '../../say.ts';
import { cell } from '../csv.ts';
import { boardUrl, datasetUrl, fileUrl, pullRequestUrl, safeLink } from '../links.ts';
import { plain } from '../markdown.ts';
import type { RankRange } from './ties.ts';

/** The rows that the reader sees, in that order. */
export interface BoardExport {
  board: Pick<Board, 'dataset' | 'task' | 'at' | 'direction' | 'directionFrom' | 'benchmark'>;
  rows: readonly BoardRow[];
  ranges: ReadonlyMap<BoardRow, RankRange>;
}

/** One row as plain data: what is not known is null, and texts stand as written. The shape is a promise to scripts. */
function rowData(row: BoardRow, { board, ranges }: BoardExport) {
  const range = ranges.get(row);
  return {
    rank: row.rank,
    rankFrom: range?.from ?? null,
    rankTo: range?.to ?? null,
    tiedWith: range?.tied ?? null,
    model: row.modelId,
    value: row.value,
    low: row.low ?? null,
    high: row.high ?? null,
    items: row.n ?? null,
    scaleInDoubt: row.doubt ?? null,
    verified: row.verified,
    pullRequest: row.pullRequest ?? null,
    path: row.filename,
    fileUrl: fileUrl(row.modelId, placeOf(row), undefined) ?? null,
    notes: row.notes ?? null,
    sourceName: row.source?.name ?? null,
    sourceUrl: row.source?.url ?? null,
    parameters: row.parameters ?? null,
    date: row.memory?.date ?? null,
    conflict: row.memory?.standing ?? null,
    hiddenEntries: row.memory?.hidden.length ?? null,
    url: board.task === undefined ? null : (boardUrl(board.dataset, board.task, row.modelId) ?? null),
  };
}

/** The rows as JSON, with what they are rows of. */
export function boardJson(given: BoardExport): string {
  const { dataset, task, at, direction, directionFrom, benchmark } = given.board;
  return JSON.stringify(
    {
      dataset,
      task: task ?? null,
      at: new Date(at).toISOString(),
      direction,
      directionFrom,
      benchmark: benchmark ?? null,
      rows: given.rows.map((row) => rowData(row, given)),
    },
    undefined,
    2,
  );
}

/** The rows as CSV (RFC 4180). Column names are the same in every language. */
export function boardCsv(given: BoardExport): string {
  const [first] = given.rows;
  const columns = first ? Object.keys(rowData(first, given)) : ['rank', 'model', 'value'];
  const lines = given.rows.map((row) => {
    const data: Record<string, string | number | boolean | null> = rowData(row, given);
    return columns.map((column) => cell(data[column] ?? undefined)).join(',');
  });
  return [columns.join(','), ...lines].map((line) => `${line}\r\n`).join('');
}

/** The rows as a Markdown table under the benchmark's name. Links are links, foreign text is only text. */
export function boardMarkdown(given: BoardExport, say: Say): string {
  const { dataset, task } = given.board;
  const url = datasetUrl(dataset);
  const head = [
    'boardRank',
    'boardModel',
    'boardValue',
    'boardInterval',
    'boardSetup',
    'boardWho',
    'boardSource',
  ] as const;
  const rows = given.rows.map((row) => [
    rangeText(given.ranges.get(row), row),
    `[${plain(row.modelId)}](https://huggingface.co/${row.modelId})`,
    plain(row.valueText),
    row.low === undefined || row.high === undefined ? '' : `${row.low.toFixed(1)}–${row.high.toFixed(1)}`,
    plain(row.notes ?? ''),
    whoCell(row, say),
    sourceCell(row),
  ]);
  return [
    `### ${url ? `[${plain(dataset)}](${url})` : plain(dataset)}${task === undefined ? '' : ` · ${plain(task)}`}`,
    '',
    line(head.map((key) => say(key))),
    line(['---', '---', '---:', '---', '---', '---', '---']),
    ...rows.map(line),
    '',
  ].join('\n');
}

const line = (cells: readonly string[]) => `| ${cells.join(' | ')} |`;

/** `1–7`, `4`, or the Hub's rank where no range is known. */
export function rangeText(range: Pick<RankRange, 'from' | 'to'> | undefined, { rank }: Pick<BoardRow, 'rank'>): string {
  if (!range) return `(${rank})`;
  return range.from === range.to ? `${range.from}` : `${range.from}–${range.to}`;
}

function whoCell(row: BoardRow, say: Say): string {
  const file = fileUrl(row.modelId, placeOf(row), undefined);
  const word = row.pullRequest === undefined ? say('boardWhoAuthor') : `#${row.pullRequest}`;
  const where = row.pullRequest === undefined ? file : pullRequestUrl(row.modelId, row.pullRequest);
  const words = where ? `[${word}](<${where}>)` : word;
  return row.verified ? `${say('boardWhoVerified')} ${words}` : words;
}

/** Where a row's entry stands, as links take it. */
export const placeOf = ({ filename, pullRequest }: BoardRow) => ({
  path: filename,
  ...(pullRequest !== undefined && { pullRequest }),
});

function sourceCell({ source }: BoardRow): string {
  const link = source && safeLink(source.url);
  if (!source) return '';
  return link
    ? `[${plain(source.name ?? link.host)}](<${link.href.replaceAll('|', '%7C')}>)`
    : plain(source.name ?? source.url);
}
