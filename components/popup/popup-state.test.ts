import { describe, expect, it } from 'vitest';
import { aReport } from '../../test/fixtures/reports.ts';
import { isFinal, type Known, popupState } from './popup-state.ts';

const card = { kind: 'model', repo: 'openai/gpt-oss-20b', tab: 'card' } as const;
const tab = { id: 1, page: card };
const calm = { asking: false, failed: false };
const known = (given: Partial<Known>): Known => ({ access: true, tab, seen: { page: card }, ...calm, ...given });

describe('popupState', () => {
  it('waits for the browser before it says anything', () => {
    expect(popupState(calm).kind).toBe('waiting');
    expect(popupState({ ...calm, access: true, tab }).kind).toBe('waiting');
    expect(popupState({ ...calm, failed: true }).kind).toBe('failed');
  });

  it('access comes first: without it the browser does not even tell the address', () => {
    expect(popupState(known({ access: false, tab: { id: 1, page: null } })).kind).toBe('no-access');
    expect(popupState(known({ seen: { page: { kind: 'other' }, access: 'missing' } })).kind).toBe('no-access');
  });

  it('another site is told from a Hub page without scores', () => {
    expect(popupState(known({ tab: { id: 1, page: null } }))).toEqual({ kind: 'elsewhere' });
    const page = { kind: 'dataset', repo: 'cais/hle', tab: 'card' } as const;
    expect(popupState(known({ tab: { id: 1, page }, seen: { page: { kind: 'other' } } }))).toEqual({
      kind: 'no-scores',
      page: 'dataset',
    });
  });

  it('a model page from which no detector has spoken was open before the extension', () => {
    expect(popupState(known({ seen: null })).kind).toBe('unseen');
    expect(popupState(known({ seen: { page: { kind: 'other' } } })).kind).toBe('unseen');
  });

  it('the header knows a model that its address does not show', () => {
    const seen = { page: { kind: 'model', repo: 'gpt2', facts: { repo: 'openai-community/gpt2' } } } as const;
    const legacy = { id: 1, page: { kind: 'organization' } as const };
    expect(popupState(known({ tab: legacy, seen }))).toEqual({ kind: 'reading', repo: 'openai-community/gpt2' });
  });

  it('shows a growing report at once, and calls it being read until its last loader has answered', () => {
    const loaders = {
      'eval-results': 'ok',
      'main-files': 'pending',
      'pull-requests': 'pending',
      'model-card': 'pending',
      'model-index': 'pending',
    } as const;
    const growing = known({ seen: { page: card, report: aReport({ loaders }) } });
    expect(popupState(growing)).toMatchObject({ kind: 'report', reading: true });
    expect(popupState({ ...growing, report: aReport() })).toMatchObject({ kind: 'report', reading: false });
  });

  it('a stored report is still being checked', () => {
    expect(popupState(known({ seen: { page: card, report: aReport({ stored: true }) } }))).toMatchObject({
      reading: true,
    });
  });

  it('a failure ends the reading; what there was stays', () => {
    expect(popupState(known({ failed: true }))).toEqual({ kind: 'failed', repo: 'openai/gpt-oss-20b' });
    expect(popupState(known({ failed: true, seen: { page: card, report: aReport({ stored: true }) } }))).toMatchObject({
      kind: 'report',
      reading: false,
      failed: true,
    });
  });

  it('the panel stands on the card only', () => {
    const files = { ...card, tab: 'files' } as const;
    expect(popupState(known({ tab: { id: 1, page: files }, seen: { page: files, report: aReport() } }))).toMatchObject({
      onCard: false,
    });
  });
});

describe('isFinal', () => {
  it('goes on asking until the report is whole', () => {
    expect(isFinal(tab, undefined)).toBe(false);
    expect(isFinal(tab, null)).toBe(false);
    expect(isFinal(tab, { page: card })).toBe(false);
    expect(isFinal(tab, { page: card, report: aReport({ stored: true }) })).toBe(false);
    expect(isFinal(tab, { page: card, report: aReport() })).toBe(true);
  });

  it('asks once about a page without scores', () => {
    expect(isFinal({ id: 1, page: { kind: 'list' } }, { page: { kind: 'other' } })).toBe(true);
  });
});
