import { useQuery } from '@tanstack/react-query';
import type { RefObject } from 'react';
import { draftQuery } from '../../lib/messaging/draft-queries.ts';
import { useSay } from '../ui/say.tsx';
import { ScoresComposer } from './scores-composer.tsx';
import { SpecComposer } from './spec-composer.tsx';

export interface ComposerPorts {
  /** False where the browser refuses the clipboard. */
  copy(text: string): Promise<boolean>;
  /** The build has a client id for signing in. */
  canSignIn: boolean;
  /** Of the extension, for the pull request's text. */
  version: string;
}

export interface ComposerDataProps {
  now: number;
  ports: ComposerPorts;
  onAnother(repo: string): void;
  /** Holds, while the composer is there, how to keep what was typed last; to be awaited before the window is closed. */
  keepNow?: RefObject<(() => Promise<void>) | undefined>;
}

/** The composer of one draft, by its kind, with all that the background knows of it. */
export function ComposerWithData({ id, ...rest }: ComposerDataProps & { id: string }) {
  const say = useSay();
  const { data: draft, isPending, isError } = useQuery(draftQuery(id));
  if (isPending) return <p className="cc-meta" role="status" />;
  if (!draft) return <p role="alert">{say(isError ? 'draftsFailed' : 'composerGone')}</p>;
  return draft.kind === 'spec' ? (
    <SpecComposer key={id} draft={draft} {...rest} />
  ) : (
    <ScoresComposer key={id} draft={draft} {...rest} />
  );
}
