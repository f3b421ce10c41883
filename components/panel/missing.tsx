import { useId, useMemo, useState } from 'react';
import type { LackingBenchmark, Report } from '../../lib/evals/report.ts';
import { draftStart } from '../../lib/evals/view/draft-start.ts';
import { type Unreported, unreported } from '../../lib/evals/view/unreported.ts';
import type { EntryStart } from '../../lib/messaging/draft-messages.ts';
import { Button } from '../ui/button.tsx';
import { Icon } from '../ui/icon.tsx';
import { useSay } from '../ui/say.tsx';
import { Foreign, ROW_NAME, ROW_TEXT } from '../ui/text.tsx';
import { useSteps } from '../ui/use-steps.ts';
import { usePanel } from './panel-context.tsx';
import { setupWords } from './setup.tsx';

/** What could be reported and is not: figures of the card, official benchmarks. Folded; "add a score" always stands. */
export function Missing({ report }: { report: Report }) {
  const say = useSay();
  const { startDraft } = usePanel();
  const id = useId();
  const [open, setOpen] = useState(false);
  const figures = useMemo(() => unreported(report), [report]);
  const { lacking = [] } = report;
  const words = [
    figures.length > 0 && say('missingInCard', figures.length),
    lacking.length > 0 && say('missingOfficial', lacking.length),
  ].filter(Boolean);
  return (
    <section className="cc-section cc-missing" aria-label={say('missingTitle')}>
      <div className="cc-missing-head">
        {words.length > 0 && (
          <Button aria-expanded={open} aria-controls={open ? id : undefined} onClick={() => setOpen(!open)}>
            <Icon name="chevron" size={12} />
            {say('missingTitle')} <span className="cc-meta">{words.join(' · ')}</span>
          </Button>
        )}
        <Button className="cc-add" onClick={() => startDraft([])}>
          <Icon name="plus" size={12} /> {say('missingAdd')}
        </Button>
      </div>
      {open && (
        <div id={id}>
          <Figures figures={figures} />
          <Lacking benchmarks={lacking} />
        </div>
      )}
    </section>
  );
}

/** How many stand there at first: a card's own table is longer than what anybody files at once. */
const first = 10;

function Figures({ figures }: { figures: readonly Unreported[] }) {
  const say = useSay();
  const { repo, mainSha, showInCard } = usePanel();
  const steps = useSteps(first);
  const more = figures.length - steps.shown;
  if (figures.length === 0) return null;
  return (
    <>
      <h3>{say('missingFigures')}</h3>
      <ul className="cc-findings">
        {figures.slice(0, steps.shown).map(({ group, score }) => {
          const name = `${group.benchmark?.name ?? group.dataset} ${group.task}`;
          return (
            <Item key={score.id} name={`${name} ${score.valueText}`} entry={() => draftStart(score, repo, mainSha)}>
              <Foreign text={group.benchmark?.name ?? group.dataset} most={ROW_NAME} />{' '}
              <span className="cc-task">
                <Foreign text={group.task} most={ROW_NAME} />
              </span>{' '}
              <b className="cc-mono">
                <Foreign text={score.valueText} most={ROW_NAME} />
              </b>{' '}
              <span className="cc-meta">
                <Foreign text={setupWords(score)} most={ROW_TEXT} />
              </span>{' '}
              {score.origins.some(({ cell }) => cell?.table) && (
                <Button onClick={() => showInCard(score.id)} aria-label={`${say('panelShowInCard')}: ${name}`}>
                  {say('panelShowInCard')}
                </Button>
              )}
            </Item>
          );
        })}
      </ul>
      {more > 0 && (
        <Button className="cc-fold" onClick={steps.more}>
          {say('panelMoreScores', more)}
          <Icon name="chevron" size={12} />
        </Button>
      )}
    </>
  );
}

function Lacking({ benchmarks }: { benchmarks: readonly LackingBenchmark[] }) {
  const say = useSay();
  if (benchmarks.length === 0) return null;
  return (
    <>
      <h3>{say('missingBenchmarks')}</h3>
      <ul className="cc-findings">
        {benchmarks.map(({ dataset, task, name }) => (
          <Item key={dataset} name={name} entry={() => ({ dataset, task, evidence: { kind: 'typed' } })}>
            {name}
          </Item>
        ))}
      </ul>
    </>
  );
}

function Item(props: { name: string; entry: () => EntryStart; children: React.ReactNode }) {
  const say = useSay();
  const { startDraft } = usePanel();
  return (
    <li className="cc-missing-item">
      <span>{props.children}</span>
      <Button aria-label={`${say('panelStartDraft')}: ${props.name}`} onClick={() => startDraft([props.entry()])}>
        {say('panelStartDraft')}
      </Button>
    </li>
  );
}
