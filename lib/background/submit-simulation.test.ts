import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { aDraft, aSpecDraft } from '../../test/fixtures/drafts.ts';
import { aRepository } from '../../test/fixtures/repositories.ts';
import type { HubRepository } from '../../test/hub/model/hub-repository.ts';
import { type LocalHub, startHub } from '../../test/hub/start-hub.ts';
import { randomOf, Simulation, weatherOf } from '../../test/simulate/submission.ts';
import { type Draft, repoTypeOf, type SubmissionPlan } from '../draft/draft.ts';
import type { RepoType } from '../evals/repo-ref.ts';

const SEEDS = 500;
const FIRST = 1;

let hub: LocalHub;
beforeAll(async () => {
  hub = await startHub({ fixtures: false });
});
afterAll(() => hub.close());

const repository = (type: RepoType, id: string) => hub.addRepo(aRepository(type, id));

/** Pull requests of a repository that carry one of the marks, with the file of the plan as it stands on their ref. */
async function openedOn(repository: HubRepository, plans: readonly SubmissionPlan[]) {
  const marked = [...repository.discussions.values()].filter(({ events }) =>
    plans.some(({ key }) => JSON.stringify(events).includes(key)),
  );
  return Promise.all(
    marked.map(async ({ num, status }) => {
      const head = (await repository.git.resolve(`refs/pr/${num}`))!;
      const files = await repository.git.files(head);
      const texts = await Promise.all(
        files
          .filter(({ path }) => path !== 'README.md')
          .map(async ({ path, oid }) => [path, (await repository.git.blob(oid)).toString('utf8')] as const),
      );
      return { num, status, files: Object.fromEntries(texts) };
    }),
  );
}

/** One reader's day in bad weather; ends in the two states that the draft came to rest in. */
async function live(kind: Draft['kind'], seed: number) {
  const random = randomOf(seed);
  const repo = `sim/${kind}-${seed}`;
  // A model and a dataset of one name: what is asked of the other one is never answered with this one's.
  const [model, dataset] = await Promise.all([repository('model', repo), repository('dataset', repo)]);
  const simulation = new Simulation(hub, weatherOf(random));
  const mode = { asDraft: random() < 0.25 };
  const first = kind === 'spec' ? aSpecDraft('one', repo, mode) : aDraft('one', repo, mode);
  const [own, other] = repoTypeOf(first) === 'dataset' ? [dataset, model] : [model, dataset];
  await simulation.drafts().change('one', () => first);
  const confirm = async (key: string) => (await simulation.plan(first, `crosscheck:${key}-of-seed-${seed}-0000`))!;
  const plan = await confirm('first');
  const plans = [plan];
  const clicks = [() => simulation.ask((runner) => runner.send({ id: 'one', plan }))];
  // A double click sends the same confirm again, a second tab one of its own.
  if (random() < 0.4) clicks.push(() => simulation.ask((runner) => runner.send({ id: 'one', plan })));
  if (random() < 0.4) {
    const second = await confirm('other');
    plans.push(second);
    clicks.push(() => simulation.ask((runner) => runner.send({ id: 'one', plan: second })));
  }
  await Promise.all(clicks.map((click) => click()));
  // Pages that are open ask again, and wake the worker.
  for (let turns = Math.floor(random() * 3); turns > 0; turns--) await simulation.ask((runner) => runner.resume());
  const rested = await simulation.settle('one');
  await Promise.all(simulation.late);
  return { own, other, simulation, first, plans, rested };
}

const contentOf = (draft: Draft) => (draft.kind === 'spec' ? draft.text : draft.entries);

const perSeed = async (kind: Draft['kind'], seed: number) => {
  const { own, other, simulation, first, plans, rested } = await live(kind, seed);
  const check = async (draft: Draft) => {
    expect(contentOf(draft)).toEqual(contentOf(first));
    expect(other.discussions.size).toBe(0);
    const opened = await openedOn(own, plans);
    const alive = opened.filter(({ status }) => status !== 'closed');
    if (draft.submission.step === 'opened') {
      expect(alive.map(({ num }) => num)).toEqual([draft.submission.pullRequest]);
      expect(alive[0]?.status).toBe(first.asDraft ? 'draft' : 'open');
      const { files } = plans[0]!;
      expect(alive[0]?.files).toEqual(Object.fromEntries(files.map(({ path, text }) => [path, text])));
    } else {
      // A worker that died before it kept the confirm leaves a draft.
      expect(['stopped', 'draft']).toContain(draft.submission.step);
      expect(alive).toEqual([]);
    }
    // An empty draft pull request whose commit the Hub refused is closed again; nothing else is ever opened and closed.
    const closed = opened.filter(({ status }) => status === 'closed');
    expect(closed.every(({ files }) => first.asDraft && Object.keys(files).length === 0)).toBe(true);
    expect(closed.length).toBeLessThanOrEqual(plans.length - 1 + Number(draft.submission.step === 'stopped'));
  };
  await check(rested);
  if (rested.submission.step !== 'opened') {
    // In fine weather the reader confirms once more.
    const again = (await simulation.plan(first, `crosscheck:again-of-seed-${seed}-0000`))!;
    plans.push(again);
    simulation.clock.now += 300_000;
    await simulation.ask((runner) => runner.send({ id: 'one', plan: again }));
    const last = await simulation.settle('one');
    expect(last.submission).toMatchObject({ step: 'opened' });
    await check(last);
  }
  own.close();
  other.close();
  return {
    outcome: rested.submission.step === 'stopped' ? rested.submission.reason : rested.submission.step,
    faced: simulation.faced,
    deaths: simulation.deaths,
  };
};

describe('submissions in bad weather', () => {
  it.each(['scores', 'spec'] as const)(
    `of %s, ${SEEDS} seeds: one pull request for a confirm at most, no draft lost, the state always true`,
    async (kind) => {
      const counts: Record<string, number> = {};
      const count = (what: string, by = 1) => {
        counts[what] = (counts[what] ?? 0) + by;
      };
      const seeds = Array.from({ length: SEEDS }, (_, index) => FIRST + index);
      const work = async () => {
        for (let seed = seeds.shift(); seed !== undefined; seed = seeds.shift()) {
          try {
            const { outcome, faced, deaths } = await perSeed(kind, seed);
            count(outcome);
            count('deaths', deaths);
            for (const fault of faced) count(fault);
          } catch (error) {
            throw new Error(`seed ${seed}: ${error instanceof Error ? error.message : String(error)}`, {
              cause: error,
            });
          }
        }
      };
      await Promise.all(Array.from({ length: 20 }, work));
      console.log(kind, JSON.stringify(counts));
      expect(counts.opened).toBeGreaterThan(SEEDS / 4);
      expect(counts.deaths).toBeGreaterThan(SEEDS / 4);
    },
    300_000,
  );
});
