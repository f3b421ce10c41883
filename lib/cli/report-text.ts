import type { Gap, Group, Report } from '../evals/report.ts';
import type { Say } from '../evals/say.ts';
import type { Score } from '../evals/score.ts';
import { badgesOf } from '../evals/view/badges.ts';
import { reportCounts } from '../evals/view/counts.ts';
import { originText } from '../evals/view/origin-text.ts';
import { visibleText } from '../evals/view/visible-text.ts';

/** Foreign text on one line, with nothing hidden in it: a terminal obeys what it is sent. */
const plain = (text: string) => visibleText(text.replace(/\s+/g, ' ').trim());

/** A report to read in a terminal: a block for each benchmark and task, then findings and gaps. */
export function reportText(report: Report, say: Say): string {
  const { scores } = reportCounts(report);
  const blocks = [
    [`${plain(report.repo)}  ${scores === 0 ? say('cliNoScores') : say('cliScores', scores)}`],
    ...report.groups.map((group) => groupLines(group, say)),
    report.findings.map((finding) => {
      const { path, line, pullRequest, severity, code, rule, message, text } = finding;
      const where = [
        ...(pullRequest === undefined ? [] : [`#${pullRequest}`]),
        `${path}${line === null ? '' : `:${line}`}`,
      ];
      const quote = text === undefined ? '' : `\n    ${plain(text)}`;
      return `${plain(where.join(' '))}: ${severity} ${code} (${rule}): ${plain(say(message))}${quote}`;
    }),
    report.gaps.map((gap) => `${gapPlace(gap)}: ${plain(say(gap.message))}`),
    unreadLines(report, say),
  ];
  return `${blocks
    .filter((lines) => lines.length > 0)
    .map((lines) => lines.join('\n'))
    .join('\n\n')}\n`;
}

function groupLines(group: Group, say: Say): string[] {
  const rows = group.scores.map((score) => scoreCells(score, group, say));
  const widths = [0, 1, 2].map((column) => Math.max(...rows.map((cells) => (cells[column] ?? '').length)));
  return [
    `${plain(group.dataset)} · ${plain(group.task)}: ${plain(say(group.summary))}`,
    ...rows.map((cells) =>
      `  ${cells.map((cell, at) => (at === 0 ? cell.padStart(widths[0] ?? 0) : cell.padEnd(widths[at] ?? 0))).join('  ')}`.trimEnd(),
    ),
  ];
}

function scoreCells(score: Score, group: Group, say: Say): string[] {
  const badges = badgesOf(score, group).filter(({ kind }) => kind === 'verified' || kind === 'token');
  return [
    plain(score.valueText),
    plain(score.notes ?? ''),
    plain(score.date ?? ''),
    [
      ...badges.map(({ message }) => say(message)),
      ...score.origins.map((origin) => plain(originText(origin, say))),
      ...(score.source ? [plain(score.source.url)] : []),
    ].join(' · '),
  ];
}

const gapPlace = ({ loader, pullRequest, path }: Gap) =>
  plain([loader, pullRequest === undefined ? '' : `#${pullRequest}`, path ?? ''].filter(Boolean).join(' '));

function unreadLines({ pullRequests, unlistedPullRequests = 0 }: Report, say: Say): string[] {
  const unread = pullRequests.filter(({ looked }) => looked === 'unread').length + unlistedPullRequests;
  return unread === 0 ? [] : [say('cliUnread', unread)];
}
