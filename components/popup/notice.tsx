import type { ReactNode } from 'react';
import type { MessageKey } from '../../lib/evals/message.ts';
import type { PageKind } from '../../lib/messaging/protocol.ts';
import { Button } from '../ui/button.tsx';
import { useSay } from '../ui/say.tsx';
import type { PopupEvents } from './popup.tsx';
import type { PopupState } from './popup-state.ts';
import { RepoName } from './repo-name.tsx';

const pageWords: Record<Exclude<PageKind, 'model'>, MessageKey> = {
  dataset: 'popupDataset',
  space: 'popupSpace',
  list: 'popupList',
  organization: 'popupOrganization',
  other: 'popupOther',
};

interface NoticeProps extends PopupEvents {
  state: Exclude<PopupState, { kind: 'report' }>;
  /** The reader was asked for access and said no. */
  refused: boolean;
}

/** Why there is no report, in a title and a sentence, and the one thing that can be done about it. */
export function Notice({ state, refused, onRefresh, onReload, onAllow }: NoticeProps) {
  const say = useSay();
  switch (state.kind) {
    case 'waiting':
      return <Said title={say('popupReading')} />;
    case 'reading':
      return (
        <Said title={<RepoName id={state.repo} />}>
          <p role="status">{say('popupReading')}</p>
        </Said>
      );
    case 'elsewhere':
      return (
        <Said title={say('popupNotTheHub')}>
          <p>{say('popupElsewhere')}</p>
        </Said>
      );
    case 'no-scores':
      return (
        <Said title={say('popupNoPage')}>
          <p>{say(pageWords[state.page])}</p>
        </Said>
      );
    case 'unseen':
      return (
        <Said title={say('popupUnseenTitle')}>
          <p>{say('popupUnseen')}</p>
          <Button outlined onClick={onReload}>
            {say('popupReload')}
          </Button>
        </Said>
      );
    case 'no-access':
      return (
        <Said title={say('popupNoAccessTitle')}>
          <p>{say('popupNoAccess')}</p>
          <Button outlined onClick={onAllow}>
            {say('popupAllow')}
          </Button>
          <p role="status">{refused ? say('popupRefused') : ''}</p>
        </Said>
      );
    case 'failed':
      return (
        <Said title={state.repo ? <RepoName id={state.repo} /> : say('popupFailedTitle')}>
          <p role="alert">{say('popupFailed')}</p>
          <Button outlined onClick={state.repo ? onRefresh : onReload}>
            {say(state.repo ? 'panelRetry' : 'popupReload')}
          </Button>
        </Said>
      );
  }
}

function Said({ title, children }: { title: ReactNode; children?: ReactNode }) {
  return (
    <section className="cc-notice">
      <h1>{title}</h1>
      {children}
    </section>
  );
}
