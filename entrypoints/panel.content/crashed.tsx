import type { FallbackProps } from 'react-error-boundary';
import { Button } from '../../components/ui/button.tsx';
import { useSay } from '../../components/ui/say.tsx';

/** What stands in the panel's place when drawing it failed altogether. */
export function Crashed({ resetErrorBoundary }: FallbackProps) {
  const say = useSay();
  return (
    <section className="cc-panel" aria-label={say('panelTitle')} aria-busy={false}>
      <p role="alert">{say('panelCrashed')}</p>
      <Button outlined onClick={() => resetErrorBoundary()}>
        {say('panelStartAgain')}
      </Button>
    </section>
  );
}
