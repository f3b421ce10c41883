import type { BrakeFacts } from '../draft/brakes.ts';
import type { Draft, ScoresDraft, SpecDraft, SubmissionPlan } from '../draft/draft.ts';
import type { DraftGround, SpecGround } from '../draft/ground.ts';
import type { Stop } from '../draft/submit.ts';
import type { Hub } from '../hub/hub.ts';
import { stopOfGround } from './stop-of-ground.ts';
import { stopOfSpec } from './stop-of-spec.ts';

/** Reads what a draft is checked against, anew, by its kind. */
export interface GroundReaders {
  scores(draft: ScoresDraft): Promise<DraftGround>;
  spec(draft: SpecDraft): Promise<SpecGround>;
}

export interface Fresh {
  ground: BrakeFacts['ground'];
  /** What it says against sending this very change. */
  stop: Stop | undefined;
}

/** Fresh ground for a draft of either kind, and what it says against sending this very change. */
export async function freshGround(
  draft: Draft,
  plan: SubmissionPlan,
  { read, hub, now, signal }: { read: GroundReaders; hub: Hub; now(): number; signal: AbortSignal },
): Promise<Fresh> {
  if (draft.kind === 'spec') {
    const ground = await read.spec(draft);
    return { ground, stop: stopOfSpec(draft, plan, ground) };
  }
  const ground = await read.scores(draft);
  return { ground, stop: await stopOfGround(draft, plan, ground, { now: now(), hub, signal }) };
}
