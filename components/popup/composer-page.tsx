import { useQueryClient } from '@tanstack/react-query';
import { useRef } from 'react';
import { keepDraft } from '../../lib/messaging/draft-queries.ts';
import { sendMessage } from '../../lib/messaging/messenger.ts';
import { type ComposerPorts, ComposerWithData } from '../draft/composer-data.tsx';
import { useNow } from '../panel/use-now.ts';
import { Button, IconButton } from '../ui/button.tsx';
import { Icon } from '../ui/icon.tsx';
import { useSay } from '../ui/say.tsx';

interface ComposerPageProps {
  id: string;
  now: number;
  ports: ComposerPorts;
  /** Another draft is to be composed. */
  onOpen(id: string): void;
  /** Absent where there is nothing to go back to. */
  onBack?: () => void;
  onOpenTab?: () => void;
}

/** The composer as a page: the popup's second view, or a tab. */
export function ComposerPage({ id, now, ports, onOpen, onBack, onOpenTab }: ComposerPageProps) {
  const say = useSay();
  const queryClient = useQueryClient();
  const keepNow = useRef<() => Promise<void>>(undefined);
  const another = async (repo: string) => {
    const draft = await sendMessage('createDraft', { repo, entries: [{ evidence: { kind: 'typed' } }] });
    keepDraft(queryClient, draft);
    onOpen(draft.id);
  };
  return (
    <main className="cc-popup cc-composing" aria-busy="false">
      <header className="cc-popup-bar">
        {onBack ? (
          <Button onClick={onBack} className="cc-back">
            <Icon name="chevron" /> {say('draftsAll')}
          </Button>
        ) : (
          <>
            <img src="/icon/mark.svg" alt="" width="16" height="16" />
            <span className="cc-popup-name">{say('extensionName')}</span>
          </>
        )}
        {onOpenTab && (
          <IconButton
            icon="outside"
            label={say('draftsInTab')}
            onClick={async () => {
              await keepNow.current?.().catch(() => undefined);
              onOpenTab();
            }}
          />
        )}
      </header>
      <ComposerWithData id={id} now={now} ports={ports} onAnother={(repo) => void another(repo)} keepNow={keepNow} />
    </main>
  );
}

/** {@link ComposerPage} in a tab of its own. */
export function ComposerTab(props: Omit<ComposerPageProps, 'now' | 'onBack' | 'onOpenTab'>) {
  return <ComposerPage {...props} now={useNow(Date.now)} />;
}
