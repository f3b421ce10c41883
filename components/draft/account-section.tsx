import { useId, useState } from 'react';
import type { Account } from '../../lib/messaging/draft-messages.ts';
import { Button } from '../ui/button.tsx';
import { Icon } from '../ui/icon.tsx';
import { HubLink } from '../ui/link.tsx';
import { useSay } from '../ui/say.tsx';

/**
 * The Hub's page for a new token, filled in: fine-grained, with the one permission to open pull requests and to
 * interact with discussions (hub-docs, security-tokens.md).
 */
const newToken = 'https://huggingface.co/settings/tokens/new?tokenType=fineGrained&globalPermissions=discussion.write';

export interface AccountEvents {
  /** Rejects when the Hub does not take it. */
  onToken(token: string): Promise<void>;
  onSignIn(): Promise<void>;
  onSignOut(): Promise<void>;
}

interface AccountProps extends Pick<AccountEvents, 'onToken' | 'onSignIn'> {
  account: Account | null;
  /** The build has a client id, so that signing in is possible. */
  canSignIn: boolean;
}

/** How to give an account, or what is to be said of the one that is there; a token goes in and is never shown again. */
export function AccountSection({ account, ...signIn }: AccountProps) {
  const say = useSay();
  if (!account) return <SignIn {...signIn} />;
  if (account.canOpen === true) return null;
  if (account.canOpen === 'unknown') return <p className="cc-meta">{say('accountMayUnknown')}</p>;
  return (
    <p className="cc-problem cc-problem-error">
      <span className="cc-mark cc-unreadable">
        <Icon name="unreadable" />
      </span>
      <span>
        {say('accountMayNot')} <HubLink url={newToken}>{say('accountTokenMake')}</HubLink>
      </span>
    </p>
  );
}

function SignIn({ canSignIn, onToken, onSignIn }: Omit<AccountProps, 'account'>) {
  const say = useSay();
  const id = useId();
  const [token, setToken] = useState('');
  const [state, setState] = useState<'idle' | 'asking' | 'refused' | 'not-asked' | 'sign-in-failed'>('idle');

  const save = async () => {
    setState('asking');
    // The field lets go of it at once, whatever the Hub says.
    setToken('');
    await onToken(token.trim()).then(
      () => setState('idle'),
      (error: unknown) => setState(isRefused(error) ? 'refused' : 'not-asked'),
    );
  };
  const signIn = async () => {
    setState('asking');
    await onSignIn().then(
      () => setState('idle'),
      () => setState('sign-in-failed'),
    );
  };
  return (
    <div className="cc-account">
      {canSignIn && (
        <Button outlined disabled={state === 'asking'} onClick={() => void signIn()}>
          {say('accountSignIn')}
        </Button>
      )}
      <label htmlFor={id}>{say('accountToken')}</label>
      <span className="cc-token">
        <input
          id={id}
          type="password"
          autoComplete="off"
          spellCheck={false}
          aria-describedby={`${id}-note ${id}-said`}
          placeholder="hf_…"
          value={token}
          disabled={state === 'asking'}
          onChange={(event) => setToken(event.currentTarget.value)}
          onKeyDown={(event) => {
            if (event.key !== 'Enter') return;
            // It stands in the composer's form, which is not to be sent by it.
            event.preventDefault();
            if (token.trim()) void save();
          }}
        />
        <Button outlined disabled={!token.trim() || state === 'asking'} onClick={() => void save()}>
          {say('accountTokenSave')}
        </Button>
      </span>
      <p id={`${id}-note`} className="cc-meta">
        {say('accountTokenNote')}{' '}
        <HubLink url={newToken}>
          {say('accountTokenMake')} <Icon name="outside" size={12} />
        </HubLink>
      </p>
      <p id={`${id}-said`} role="alert">
        {state === 'asking' && say('accountAsking')}
        {state === 'refused' && say('accountRefused')}
        {state === 'not-asked' && say('accountNotAsked')}
        {state === 'sign-in-failed' && say('accountSignInFailed')}
      </p>
    </div>
  );
}

/** Whether it was the Hub that said no, and not the way there. */
const isRefused = (error: unknown) =>
  error instanceof Error && (error.name === 'TypeError' || error.message === 'token-refused');
