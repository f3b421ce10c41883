import { describe, expect, it } from 'vitest';
import { aSpecDraft, aSpecGround } from '../../../test/fixtures/drafts.ts';
import { planSpec } from './plan-spec.ts';

const ground = aSpecGround('someone/bench');
const context = { now: 5, ground, account: 'mira', key: 'crosscheck:0123456789abcdef', version: '1.2.3' };
const draft = aSpecDraft('s', 'someone/bench');

describe('the plan of a drafted eval.yaml', () => {
  it('is the file as typed, for the dataset and no model', () => {
    const { plan, forbidding, problems } = planSpec(draft, context);
    expect([problems, forbidding]).toEqual([[], []]);
    expect(plan).toEqual({
      repoType: 'dataset',
      repo: 'someone/bench',
      files: [{ path: 'eval.yaml', text: draft.text }],
      parentCommit: ground.head,
      title: 'Add eval.yaml',
      body: expect.stringContaining('<!-- crosscheck:0123456789abcdef -->'),
      key: context.key,
      asDraft: false,
      account: 'mira',
      confirmedAt: 5,
    });
    expect(plan?.body).toContain('- task `default`, config `default`, split `test`');
    expect(plan?.body).toContain('no eval.yaml on main or in an open pull request (0 read)');
    expect(plan?.body).toContain('Nothing was run');
    expect(plan?.body).toContain('Drafted by a person with Crosscheck v1.2.3.');
  });

  it('is none without an account, without ground, or with anything in the way', () => {
    expect(planSpec(draft, { ...context, account: undefined }).plan).toBeUndefined();
    expect(planSpec(draft, { ...context, ground: undefined }).plan).toBeUndefined();
    expect(planSpec(draft, { ...context, ground: { ...ground, stands: true } }).plan).toBeUndefined();
    expect(planSpec({ ...draft, text: ' ' }, context)).toMatchObject({ files: [] });
    const odd = { ...draft, text: 'evaluation_framework: my-own\ntasks:\n  - id: a\n' };
    const { plan, forbidding } = planSpec(odd, context);
    expect(plan).toBeUndefined();
    const answers = { accepted: forbidding.map(({ id }) => id) };
    expect(planSpec({ ...odd, answers }, context).plan?.files[0]?.text).toBe(odd.text);
  });

  it('says nothing of what was not looked at', () => {
    const unread = planSpec(draft, { ...context, ground: { ...ground, complete: false } });
    expect(unread.body).not.toContain('no eval.yaml on main');
    expect(planSpec({ ...draft, text: 'tasks: [' }, context).body).not.toContain('has the shape');
  });

  it('is never longer than the Hub takes, whatever stands in the file', () => {
    const ticks = '`'.repeat(300);
    const tasks = Array.from(
      { length: 20 },
      (_, index) => `  - {id: '${index}${ticks.slice(3)}', config: '${ticks}', split: '${ticks}'}\n`,
    );
    const { plan } = planSpec({ ...draft, text: `tasks:\n${tasks.join('')}` }, context);
    expect(plan?.body.length).toBeLessThan(30_000);
    expect(plan?.body).toContain('- 20 tasks');
    const short = planSpec(
      { ...draft, text: `tasks:\n${tasks.map((_, index) => `  - id: t${index}\n`).join('')}` },
      context,
    );
    expect(short.plan?.body).toContain('- task `t19`');
  });

  it('quotes what was typed so that it is no Markdown, no HTML and nobody’s name', () => {
    const text = `tasks:\n  - id: ${JSON.stringify('`@someone` <img src=x> [a](http://b) \u202e')}\n    config: "**x**"\n`;
    const { body } = planSpec({ ...draft, text }, context);
    expect(body).toContain('- task `` `@someone` <img src=x> [a](http://b)');
    expect(body).not.toContain('\u202e');
    expect(body).toContain('config `**x**`');
  });

  it('names the first tasks of many', () => {
    const text = `tasks:\n${Array.from({ length: 300 }, (_, index) => `  - id: t${index}\n`).join('')}`;
    const { body, plan } = planSpec({ ...draft, text }, context);
    expect(body).toContain('- and 280 more');
    expect(body.length).toBeLessThan(5_000);
    expect(plan?.files[0]?.text).toBe(text);
  });
});
