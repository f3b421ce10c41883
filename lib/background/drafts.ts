import { browser } from 'wxt/browser';
import type { Draft } from '../draft/draft.ts';
import type { DraftProtocol, DraftStart, DraftText } from '../messaging/draft-messages.ts';
import { Refused } from '../messaging/refused.ts';
import { isHubUrl, type Sender, tabShows, tabShowsDataset } from '../messaging/senders.ts';
import type { DraftStore } from '../store/drafts.ts';
import { tellDraft } from './draft-told.ts';
import type { Handlers } from './receive.ts';

type DraftMessage = Exclude<keyof DraftProtocol, 'draftChanged'>;

export interface DraftParts {
  drafts: DraftStore;
  now(): number;
}

/** More drafts than anyone keeps; a page that asks for ever more gets none. */
const MOST_DRAFTS = 500;

/** What the background answers about drafts that are not being sent. */
export function createDraftHandlers({
  drafts,
  now,
}: DraftParts): Pick<
  Handlers,
  Extract<DraftMessage, 'listDrafts' | 'readDraft' | 'createDraft' | 'writeDraft' | 'deleteDraft' | 'listLostDrafts'>
> {
  return {
    listDrafts: () => drafts.list(),
    readDraft: (id) => drafts.read(id),
    async createDraft(start, sender) {
      checkStart(start, sender);
      if ((await drafts.list()).length >= MOST_DRAFTS)
        throw new Refused('There are too many drafts: delete some first.');
      const begun = begin(start, now());
      const draft = await drafts.change(begun.id, () => begun);
      tellDraft(draft);
      if (start.open === 'tab' || isHubUrl(sender.url)) await openComposer(draft.id);
      return draft;
    },
    async writeDraft(text) {
      const draft = await drafts.change(text.id, (before) => changed(before, text, now()));
      tellDraft(draft);
      return draft;
    },
    deleteDraft: (id) =>
      drafts.remove(id, (draft) => {
        if (draft && isBusy(draft)) throw new Refused('This draft is being sent.');
      }),
    listLostDrafts: () => drafts.lost(),
  };
}

/** Whether something of it may be on its way to the Hub. */
const isBusy = ({ submission: { step } }: Draft) => !['draft', 'stopped', 'opened'].includes(step);

/** The composer's address, and where it opens. */
async function openComposer(id: string): Promise<void> {
  await browser.tabs.create({ url: `${browser.runtime.getURL('/popup.html')}?draft=${encodeURIComponent(id)}` });
}

function checkStart({ repo, kind }: DraftStart, sender: Sender): void {
  if (!isHubUrl(sender.url)) return;
  if (repo === undefined || !(kind === 'spec' ? tabShowsDataset : tabShows)(sender, repo)) {
    throw new Refused(`"createDraft" speaks of ${repo ?? 'no repository'}, which this tab does not show`);
  }
}

function begin(start: DraftStart, now: number): Draft {
  const begun = {
    version: 2 as const,
    id: crypto.randomUUID(),
    repo: start.repo ?? '',
    answers: { accepted: [] },
    asDraft: false,
    createdAt: now,
    changedAt: now,
    submission: { step: 'draft' as const },
  };
  if (start.kind === 'spec') return { ...begun, kind: 'spec', text: start.text };
  const entries = (start.entries ?? []).map((entry) => ({
    dataset: '',
    task: '',
    valueText: '',
    ...entry,
    id: crypto.randomUUID(),
  }));
  return { ...begun, kind: 'scores', entries };
}

/** The draft with the reader's new text. What was confirmed is frozen while it is sent, and history once it was opened. */
function changed(before: Draft | undefined, text: DraftText, now: number): Draft {
  if (!before) throw new Refused('This draft is not there any more.');
  if (isBusy(before) || before.submission.step === 'opened') throw new Refused('This draft was sent.');
  if (before.kind === 'spec' && text.kind === 'spec') return { ...before, ...text, changedAt: now };
  if (before.kind === 'spec' || text.kind === 'spec') throw new Refused('This draft is of another kind.');
  const { updates: _, ...rest } = before;
  return { ...rest, ...text, changedAt: now };
}
