import { safeLink } from '../../evals/view/links.ts';
import { isOnHub } from '../source-look.ts';
import type { DraftCheck, DraftInQuestion, EntryInQuestion, ProblemFacts, SourceReading } from './check.ts';

/** Where the value can be looked up: a page of its own, by preference on the Hub, that states it. */
export const source: DraftCheck = {
  name: 'source',
  check: (question) => question.entries.flatMap((entry) => ofEntry(entry, question)),
};

const LEVELS: Readonly<Partial<Record<SourceReading['says'], ProblemFacts['level']>>> = {
  'states-not': 'warning',
  unreadable: 'notice',
};

function ofEntry({ entry, fields }: EntryInQuestion, { sources }: DraftInQuestion): ProblemFacts[] {
  const url = fields.source?.url;
  const problem = (level: ProblemFacts['level'], message: ProblemFacts['message']): ProblemFacts => ({
    entry: entry.id,
    field: 'source.url',
    level,
    message,
    ...(url === undefined ? {} : { links: [{ kind: 'url', url }] }),
  });
  if (url === undefined) return [problem('error', { key: 'problemSourceMissing' })];
  const link = safeLink(url);
  if (!link || /\s/.test(url)) return [problem('error', { key: 'problemSourceShape', args: [url] })];
  const { protocol, host, pathname, search } = new URL(link.href);
  const problems: ProblemFacts[] = [];
  if (protocol !== 'https:') problems.push(problem('warning', { key: 'problemSourceInsecure', args: [host] }));
  if (pathname === '/' && !search) problems.push(problem('warning', { key: 'problemSourceHome', args: [host] }));
  else if (!isOnHub(url)) problems.push(problem('notice', { key: 'problemSourceElsewhere', args: [host] }));
  const reading = sources?.[entry.id];
  const level = reading && LEVELS[reading.says];
  if (level && reading.url === url) problems.push(problem(level, reading.message));
  return problems;
}
