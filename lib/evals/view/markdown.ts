import type { Group } from '../report.ts';
import type { Say } from '../say.ts';
import type { Origin, Score, Source } from '../score.ts';
import { badgesOf } from './badges.ts';
import { datasetUrl, fileUrl, pullRequestUrl, safeLink } from './links.ts';
import { originText } from './origin-text.ts';

/** One score as a line of plain text, for the clipboard. Everything stands as written. */
export function rowText(score: Score, repo: string, say: Say): string {
  const { dataset, task, valueText, notes, date, source, origins } = score;
  const words = [
    `${repo}, ${dataset} (${task}): ${valueText}`,
    notes,
    ...(score.verified ? [say('badgeVerified')] : []),
    ...origins.map((origin) => originText(origin, say)),
    date,
    source && [source.name, source.url].filter(Boolean).join(' '),
  ];
  return words.filter(Boolean).join(' · ');
}

/** A group as a Markdown table, under its name and its one line. Links are links, foreign text is only text. */
export function groupMarkdown(group: Group, repo: string, say: Say): string {
  const url = datasetUrl(group.dataset);
  const head = ['exportValue', 'exportNotes', 'exportWhere', 'exportDate', 'exportSource'] as const;
  const rows = group.scores.map((score) => [
    plain(score.valueText),
    plain(score.notes ?? ''),
    whereCell(score, repo, say),
    plain(score.date ?? ''),
    sourceCell(score.source),
  ]);
  return [
    `### ${url ? `[${plain(group.dataset)}](${url})` : plain(group.dataset)} · ${plain(group.task)}`,
    '',
    `[${plain(repo)}](https://huggingface.co/${repo}) · ${plain(say(group.summary))}`,
    '',
    line(head.map((key) => say(key))),
    line(['---:', '---', '---', '---', '---']),
    ...rows.map(line),
    '',
  ].join('\n');
}

const line = (cells: readonly string[]) => `| ${cells.join(' | ')} |`;

function whereCell(score: Score, repo: string, say: Say): string {
  const words = badgesOf(score)
    .filter(({ kind }) => kind === 'verified' || kind === 'token')
    .map(({ message }) => say(message));
  return [...words, ...score.origins.map((origin) => originCell(origin, repo, say))].join('<br>');
}

function originCell(origin: Origin, repo: string, say: Say): string {
  const { pullRequest } = origin;
  const file = fileUrl(repo, origin, undefined);
  const place = file ? `[${plain(originText(origin, say))}](<${file}>)` : plain(originText(origin, say));
  return pullRequest === undefined ? place : `${place} [#${pullRequest}](${pullRequestUrl(repo, pullRequest)})`;
}

function sourceCell(source: Source | undefined): string {
  if (!source) return '';
  const link = safeLink(source.url);
  const name = plain(source.name ?? source.url);
  const who = [source.user, source.org].filter(Boolean).map((text) => `, ${plain(text ?? '')}`);
  const cell = link
    ? `[${name}](<${link.href.replaceAll('|', '%7C')}>)`
    : `${name} ${source.name ? plain(source.url) : ''}`;
  return `${cell.trim()}${who.join('')}`;
}

/** Text that reads in Markdown as it was written; line ends become `<br>`, since a table's cell is one line. */
export function plain(text: string): string {
  return text.replace(/[\\`*_{}[\]<>()#+!|~&$]/g, '\\$&').replace(/\r\n|[\n\r\u2028\u2029]/g, '<br>');
}
