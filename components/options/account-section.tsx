import type { Account } from '../../lib/messaging/draft-messages.ts';
import { Button } from '../ui/button.tsx';
import { useSay } from '../ui/say.tsx';
import { Foreign } from '../ui/text.tsx';

const methods = { token: 'accountMethodToken', oauth: 'accountMethodOauth' } as const;

interface AccountProps {
  /** Undefined while it is asked. */
  account: Account | null | undefined;
  onSignOut(): void;
}

/** In whose name pull requests are opened, and how to take the token out of the browser. */
export function AccountSection({ account, onSignOut }: AccountProps) {
  const say = useSay();
  if (account === undefined) return null;
  return (
    <section>
      <h2>{say('optionsAccountTitle')}</h2>
      {account ? (
        <>
          <p>
            <Foreign text={say('composerSummaryAccount', account.name, say(methods[account.method]))} />
          </p>
          <p className="cc-note">{say('optionsAccountNote')}</p>
          <Button outlined onClick={onSignOut}>
            {say('accountSignOut')}
          </Button>
        </>
      ) : (
        <p className="cc-note">{say('optionsAccountNone')}</p>
      )}
    </section>
  );
}
