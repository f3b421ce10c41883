import { beforeEach, describe, expect, it } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { type SubmissionRecord, submissionsCsv, submissionsJson } from '../draft/submission-log.ts';
import { createSubmissions } from './submissions.ts';

const record = (key: string, more: Partial<SubmissionRecord> = {}): SubmissionRecord => ({
  key,
  draft: 'a',
  repoType: 'model',
  repo: 'openai/gpt-oss-20b',
  pullRequest: 12,
  added: false,
  title: 'Add HLE evaluation result (10.9)',
  account: 'mira',
  at: Date.UTC(2026, 9, 1),
  status: 'open',
  statusAt: Date.UTC(2026, 9, 2),
  claims: [{ dataset: 'cais/hle', task: 'hle', valueText: '10.9' }],
  ...more,
});

beforeEach(() => fakeBrowser.reset());

describe('the log of submissions', () => {
  it('has one record for each confirm, the oldest first, however often it is told', async () => {
    const log = createSubmissions();
    await Promise.all([log.put(record('a')), log.put(record('b')), log.put(record('a', { status: 'merged' }))]);
    expect((await createSubmissions().read()).map(({ key, status }) => [key, status])).toEqual([
      ['a', 'merged'],
      ['b', 'open'],
    ]);
  });

  it('does not forget who closed it', async () => {
    const log = createSubmissions();
    await log.put(record('a', { status: 'closed', closedByMe: true }));
    await log.put(record('a', { status: 'closed' }));
    expect(await log.read()).toMatchObject([{ closedByMe: true }]);
  });

  it('keeps what it cannot read', async () => {
    await fakeBrowser.storage.local.set({ submissions: { version: 1, records: [{ odd: 1 }, record('a')] } });
    const log = createSubmissions();
    expect(await log.read()).toHaveLength(1);
    await log.put(record('b'));
    expect((await fakeBrowser.storage.local.get('submissions')).submissions).toMatchObject({
      records: [{ odd: 1 }, { key: 'a' }, { key: 'b' }],
    });
    const newer = { version: 2, records: 'another shape' };
    await fakeBrowser.storage.local.set({ submissions: newer });
    await expect(log.put(record('c'))).rejects.toThrow();
    expect(await log.read()).toEqual([]);
    expect((await fakeBrowser.storage.local.get('submissions')).submissions).toEqual(newer);
  });

  it('knows what was sent before there were two kinds, as scores for models', async () => {
    const { repoType: _, ...old } = record('a');
    await fakeBrowser.storage.local.set({ submissions: { version: 1, records: [old] } });
    expect(await createSubmissions().read()).toEqual([record('a')]);
  });

  it('as a file holds an eval.yaml too, which claims no score', () => {
    const spec = record('s', { repoType: 'dataset', repo: 'someone/bench', title: 'Add eval.yaml', claims: [] });
    const [, line] = submissionsCsv([spec]).split('\r\n');
    expect(line).toBe(
      '2026-10-01T00:00:00.000Z,dataset,someone/bench,12,false,open,2026-10-02T00:00:00.000Z,mira,Add eval.yaml,,,,',
    );
  });

  it('as a file holds a line for each score, and no formula', () => {
    const claims = [
      { dataset: 'cais/hle', task: 'hle', valueText: '-1.5', notes: '=HYPERLINK("x")' },
      { dataset: 'a/b', task: 'c', valueText: '2', notes: 'two\nlines, "quoted"' },
    ];
    expect(submissionsCsv([record('a', { claims })]).split('\r\n')).toEqual([
      'time,type,repository,pullRequest,added,status,statusTime,account,title,dataset,task,value,notes',
      `2026-10-01T00:00:00.000Z,model,openai/gpt-oss-20b,12,false,open,2026-10-02T00:00:00.000Z,mira,Add HLE evaluation result (10.9),cais/hle,hle,-1.5,"'=HYPERLINK(""x"")"`,
      `2026-10-01T00:00:00.000Z,model,openai/gpt-oss-20b,12,false,open,2026-10-02T00:00:00.000Z,mira,Add HLE evaluation result (10.9),a/b,c,2,"two\nlines, ""quoted"""`,
      '',
    ]);
    expect(JSON.parse(submissionsJson([record('a')]))).toMatchObject({ version: 1, submissions: [{ key: 'a' }] });
  });
});
