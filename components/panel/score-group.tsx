import { memo, useId, useMemo, useRef, useState } from 'react';
import type { Group, PullRequest } from '../../lib/evals/report.ts';
import type { Say } from '../../lib/evals/say.ts';
import { foldRows } from '../../lib/evals/view/fold.ts';
import { boardUrl, datasetUrl } from '../../lib/evals/view/links.ts';
import { groupMarkdown } from '../../lib/evals/view/markdown.ts';
import { visibleText } from '../../lib/evals/view/visible-text.ts';
import { Button, IconButton } from '../ui/button.tsx';
import { Icon } from '../ui/icon.tsx';
import { HubLink } from '../ui/link.tsx';
import { useSay } from '../ui/say.tsx';
import { Foreign, ROW_NAME, ROW_TEXT } from '../ui/text.tsx';
import { useSteps } from '../ui/use-steps.ts';
import { usePanel } from './panel-context.tsx';
import { ScoreTable } from './score-table.tsx';
import { StandingIcon } from './standing.tsx';
import { useAsked } from './use-asked.ts';
import { useKeptOrder } from './use-kept-order.ts';
import { Verdicts } from './verdicts.tsx';

interface ScoreGroupProps {
  group: Group;
  pullRequests: readonly PullRequest[];
  /** The reader's wish for an order; a new one sorts afresh. */
  deal: string;
}

/** One benchmark and task: its name, its one line, its scores. */
export const ScoreGroup = memo(function ScoreGroup({ group, pullRequests, deal }: ScoreGroupProps) {
  const say = useSay();
  const { repo, copy } = usePanel();
  const steps = useSteps(0);
  const [why, setWhy] = useState(false);
  const about = useAsked(group, () => setWhy(true), steps.more);
  const whyButton = useRef<HTMLButtonElement>(null);
  const closeWhy = () => {
    setWhy(false);
    whyButton.current?.focus();
  };
  const [id, whyId, verdictsId] = [useId(), useId(), useId()];
  const name = group.benchmark?.name ?? group.dataset;
  const label = visibleText(`${name} ${group.task}`, ROW_TEXT);
  const scores = useKeptOrder(group.scores, (score) => score.id, deal);
  const inQuestion = useMemo(() => scoresInQuestion(group), [group]);
  const { shown, hidden } = foldRows({ ...group, scores });
  const waiting = new Set(hidden.slice(steps.shown));
  const board = group.benchmark?.official && boardUrl(group.dataset, group.task, repo);
  const dataset = datasetUrl(group.dataset);
  const lone = group.standing === 'single' && group.verdicts.length === 0;

  return (
    <section className="cc-group" aria-labelledby={id}>
      <header className="cc-group-head">
        <h3 id={id}>
          {dataset ? (
            <HubLink url={dataset} className="cc-group-name" title={group.dataset}>
              <Foreign text={name} most={ROW_NAME} />
            </HubLink>
          ) : (
            <Foreign text={name} most={ROW_NAME} />
          )}{' '}
          <span className="cc-task">
            <Foreign text={group.task} most={ROW_NAME} />
          </span>
        </h3>
        <bdi className="cc-meta cc-items">{aboutGroup(group, lone, say)}</bdi>
        {board && (
          <HubLink url={board} className="cc-board" label={say('panelBoardRow', label)}>
            {say('panelBoard')}
            <Icon name="outside" size={12} />
          </HubLink>
        )}
        <IconButton
          icon="copy"
          className="cc-quiet"
          label={say('panelCopyGroup', label)}
          onClick={() => copy(groupMarkdown(group, repo, say))}
        />
      </header>
      {!lone && (
        <p className="cc-summary">
          <StandingIcon standing={group.standing} />
          <span>
            <Foreign text={say(group.summary)} />
          </span>
          {group.verdicts.length > 0 && (
            <Button
              ref={whyButton}
              className="cc-why"
              aria-expanded={why}
              aria-controls={why ? verdictsId : undefined}
              id={whyId}
              aria-labelledby={`${whyId} ${id}`}
              onClick={() => setWhy(!why)}
            >
              {say(group.standing === 'single' || group.standing === 'dismissed' ? 'panelDetails' : 'panelWhy')}
              <Icon name="chevron" size={12} />
            </Button>
          )}
        </p>
      )}
      {why && (
        <Verdicts
          key={about?.turn}
          id={verdictsId}
          group={group}
          pullRequests={pullRequests}
          about={about?.score}
          onClose={closeWhy}
        />
      )}
      <ScoreTable
        label={label}
        scores={steps.shown > 0 ? scores.filter((score) => !waiting.has(score)) : shown}
        pullRequests={pullRequests}
        inQuestion={inQuestion}
      />
      {hidden.length > 0 && (
        <Button
          className="cc-fold"
          aria-expanded={waiting.size === 0}
          onClick={waiting.size > 0 ? steps.more : steps.reset}
        >
          {waiting.size > 0 ? say('panelMoreScores', waiting.size) : say('panelFewerScores')}
          <Icon name="chevron" size={12} />
        </Button>
      )}
    </section>
  );
});

const itemWords = { questions: 'panelQuestions', tasks: 'panelTasks', pages: 'panelPages' } as const;

/** How many items the benchmark has; and for a lone score, of which nothing more is to be said, that it is one. */
function aboutGroup({ benchmark, summary }: Group, lone: boolean, say: Say): string {
  const items = benchmark?.items;
  const count = items && say(itemWords[items.of], items.n);
  return [lone && say(summary), items?.about && count ? say('panelAbout', count) : count].filter(Boolean).join(' · ');
}

/** Where a scale is in question, the scores that would have to be converted: of each pair the smaller value. */
function scoresInQuestion({ scores, verdicts }: Group): ReadonlySet<string> {
  const values = new Map(scores.map(({ id, value }) => [id, value]));
  const inQuestion = verdicts.filter(({ code, dismissed }) => code === 'S4' && !dismissed);
  return new Set(inQuestion.map(({ a, b }) => ((values.get(a) ?? 0) <= (values.get(b) ?? 0) ? a : b)));
}
