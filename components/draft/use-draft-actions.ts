import { useQueryClient } from '@tanstack/react-query';
import { useCallback, useEffect, useRef, useState } from 'react';
import type { Draft } from '../../lib/draft/draft.ts';
import { writeDraftFile } from '../../lib/draft/draft-file.ts';
import type { DraftStart, LostDraft } from '../../lib/messaging/draft-messages.ts';
import { draftsQuery, keepDraft } from '../../lib/messaging/draft-queries.ts';
import { sendMessage } from '../../lib/messaging/messenger.ts';
import { saveFile } from '../ui/save-file.ts';
import { isBlank } from './draft-words.ts';

/** Milliseconds in which a deletion can be taken back; until then nothing is deleted. */
const UNDO = 10_000;

/** What can be done with the list of drafts. */
export function useDraftActions(onOpen: (id: string) => void) {
  const queryClient = useQueryClient();
  const [deleted, setDeleted] = useState<Draft>();
  const [closing, setClosing] = useState<{ id: string; pullRequest: number }>();
  const [failed, setFailed] = useState(false);
  const pending = useRef<{ draft: Draft; timer: ReturnType<typeof setTimeout> }>(undefined);

  const settle = useCallback(() => {
    const { current } = pending;
    if (!current) return;
    pending.current = undefined;
    clearTimeout(current.timer);
    setDeleted(undefined);
    const { id } = current.draft;
    sendMessage('deleteDraft', id).then(
      () => queryClient.setQueryData(draftsQuery().queryKey, (drafts) => drafts?.filter((draft) => draft.id !== id)),
      () => setFailed(true),
    );
  }, [queryClient]);
  // Whoever deletes and goes has deleted.
  useEffect(() => {
    window.addEventListener('pagehide', settle);
    return () => {
      window.removeEventListener('pagehide', settle);
      settle();
    };
  }, [settle]);

  const startAll = async (starts: readonly DraftStart[]) => {
    setFailed(false);
    try {
      const made: string[] = [];
      for (const start of starts) {
        const draft = await sendMessage('createDraft', start);
        keepDraft(queryClient, draft);
        made.push(draft.id);
      }
      const [only] = made;
      if (only !== undefined && made.length === 1) onOpen(only);
    } catch {
      setFailed(true);
    }
  };
  const start = (from: DraftStart) => startAll([from]);
  return {
    deleted,
    failed,
    closing,
    start,
    startAll,
    async create(repo: string | undefined) {
      // One that was begun and left empty is as good as new.
      const drafts = await queryClient.ensureQueryData(draftsQuery()).catch(() => []);
      const blank = drafts.find((draft) => draft.kind === 'scores' && draft.repo === (repo ?? '') && isBlank(draft));
      if (blank) return onOpen(blank.id);
      return start({ ...(repo !== undefined && { repo }), entries: [{ evidence: { kind: 'typed' } }] });
    },
    remove(draft: Draft) {
      settle();
      pending.current = { draft, timer: setTimeout(settle, UNDO) };
      setDeleted(draft);
    },
    undo() {
      clearTimeout(pending.current?.timer);
      pending.current = undefined;
      setDeleted(undefined);
    },
    exportDraft(draft: Draft) {
      const name = (draft.repo || 'draft').replace(/[^\w.-]+/g, '-');
      // An `eval.yaml` is a file of its own already.
      if (draft.kind === 'spec') saveFile({ name: `${name}.eval.yaml`, text: draft.text, type: 'application/yaml' });
      else saveFile({ name: `${name}.crosscheck.yaml`, text: writeDraftFile([draft]), type: 'application/yaml' });
    },
    saveLost: (lost: readonly LostDraft[]) =>
      saveFile({
        name: 'crosscheck-drafts.json',
        text: `[${lost.map(({ text }) => text).join(',\n')}]`,
        type: 'application/json',
      }),
    askClose(draft: Draft | undefined) {
      setClosing(
        draft?.submission.step === 'opened' ? { id: draft.id, pullRequest: draft.submission.pullRequest } : undefined,
      );
    },
    async close(reason: string) {
      if (closing) keepDraft(queryClient, await sendMessage('closeOwn', { id: closing.id, reason }));
    },
  };
}
