import type { Draft } from '../../lib/draft/draft.ts';
import { pullRequestUrl } from '../../lib/evals/view/links.ts';
import { visibleText } from '../../lib/evals/view/visible-text.ts';
import { Button } from '../ui/button.tsx';
import { formatAge } from '../ui/format.ts';
import { Icon } from '../ui/icon.tsx';
import { Menu, type MenuItem } from '../ui/menu.tsx';
import { useSay } from '../ui/say.tsx';
import { Foreign, ROW_TEXT } from '../ui/text.tsx';
import { draftClaim, draftState, hubPath, isUnderway } from './draft-words.ts';

export interface DraftEvents {
  onOpen(id: string): void;
  onOpenTab(id: string): void;
  onExport(draft: Draft): void;
  onDelete(draft: Draft): void;
  onCloseOwn(draft: Draft): void;
}

interface DraftsProps extends DraftEvents {
  drafts: readonly Draft[];
  /** The draft that stands in the composer. */
  current?: string | undefined;
  /** How many problems keep a draft from being sent, as far as is known. */
  errorsOf(draft: Draft): number;
  now: number;
}

/** All drafts, the last changed first: where each stands, what it claims, and what can be done with it. */
export function Drafts({ drafts, ...rest }: DraftsProps) {
  const say = useSay();
  if (drafts.length === 0) return <p className="cc-meta">{say('draftsNone')}</p>;
  const newestFirst = [...drafts].sort((a, b) => b.changedAt - a.changedAt);
  return (
    <ul className="cc-drafts">
      {newestFirst.map((draft) => (
        <DraftRow key={draft.id} draft={draft} {...rest} />
      ))}
    </ul>
  );
}

function DraftRow({ draft, current, errorsOf, now, ...events }: Omit<DraftsProps, 'drafts'> & { draft: Draft }) {
  const say = useSay();
  const repo = draft.repo || say('draftsNoModel');
  const claim = draftClaim(draft, say);
  const { icon, message } = draftState(draft, errorsOf(draft));
  const readable = visibleText(claim, ROW_TEXT);
  return (
    <li className="cc-draft" aria-current={draft.id === current || undefined}>
      <button
        type="button"
        className="cc-draft-open"
        aria-label={`${say('draftsOpen', repo, readable)}, ${say(message)}`}
        onClick={() => events.onOpen(draft.id)}
      >
        <span className="cc-draft-claim">
          <Foreign text={claim} most={ROW_TEXT} />
        </span>
        <span className="cc-draft-repo cc-meta">
          <Foreign text={repo} most={ROW_TEXT} />
        </span>
        <span className={`cc-draft-state cc-state-${icon}`}>
          <Icon name={icon} size={12} /> {say(message)}
        </span>
        <span className="cc-draft-age cc-meta">{formatAge(say.locale, draft.changedAt, now, 'narrow')}</span>
      </button>
      <Menu label={say('draftsMenu', repo)} items={() => itemsOf(draft, events, say)} />
    </li>
  );
}

function itemsOf(draft: Draft, events: DraftEvents, say: ReturnType<typeof useSay>): MenuItem[] {
  const { submission } = draft;
  const items: MenuItem[] = [
    { label: say('draftsInTab'), onChoose: () => events.onOpenTab(draft.id) },
    { label: say('draftsExport'), onChoose: () => events.onExport(draft) },
  ];
  if (submission.step === 'opened') {
    const number = submission.pullRequest;
    items.unshift({ label: say('draftsSeePullRequest', `${number}`), href: pullRequestUrl(hubPath(draft), number) });
    if (submission.status !== 'merged' && submission.status !== 'closed')
      items.push({ label: say('draftsCloseOwn', `${number}`), onChoose: () => events.onCloseOwn(draft) });
  }
  // What is on its way may already stand on the Hub: its draft is all that knows of it.
  if (!isUnderway(draft)) items.push({ label: say('draftsDelete'), onChoose: () => events.onDelete(draft) });
  return items;
}

/** One button that begins a draft. */
export function NewDraft({ repo, onNew }: { repo: string | undefined; onNew(): void }) {
  const say = useSay();
  return (
    <Button outlined onClick={onNew} aria-label={repo && say('draftsNewFor', repo)}>
      <Icon name="plus" size={12} /> {say('draftsNew')}
    </Button>
  );
}
