import { useId, useState } from 'react';
import type { NoiseAccount } from '../../../lib/evals/explanation.ts';
import { noiseWords } from '../../../lib/evals/view/explanation.ts';
import { Button } from '../../ui/button.tsx';
import { Icon } from '../../ui/icon.tsx';
import { SourceLink } from '../../ui/link.tsx';
import { useSay } from '../../ui/say.tsx';

/** What chance alone leaves between the two: the numbers, where they are from, and the formula to count again. */
export function Noise({ noise }: { noise: NoiseAccount }) {
  const say = useSay();
  const [open, setOpen] = useState(false);
  const id = useId();
  const { title, gap, adjusted, counted } = noiseWords(noise);
  return (
    <>
      <b>{say(title)}</b>
      <p>{say(gap)}</p>
      {adjusted && <p>{say(adjusted)}</p>}
      <p className="cc-meta">
        {say(counted)}{' '}
        <Button aria-expanded={open} aria-controls={open ? id : undefined} onClick={() => setOpen(!open)}>
          {say('explainFormula')}
          <Icon name="chevron" size={12} />
        </Button>
      </p>
      {open && (
        <div id={id} className="cc-formula">
          <p className="cc-mono" dir="ltr">
            {noise.formula}
          </p>
          <p className="cc-meta">
            {say('explainFormulaIs')} <SourceLink url={noise.reference}>{say('explainFormulaSource')}</SourceLink>
          </p>
          <p className="cc-meta">
            {noise.source === 'notes' ? (
              say('explainCountFromNotes')
            ) : (
              <>
                <SourceLink url={noise.source}>{say('explainCountFrom')}</SourceLink>
                {noise.date && ` · ${say('explainReadOn', noise.date)}`}
              </>
            )}
          </p>
        </div>
      )}
    </>
  );
}
